package shakedown.datagram;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.Octets;

/**
 * What came of an event.
 *
 * @param datagrams to be sent, in order
 * @param steps what the endpoint did, in order
 */
public record Outcome(
    Conversation next,
    ImmutableList<Octets> datagrams,
    Timing timing,
    ImmutableList<Stepped> steps) {
  /** A step of the endpoint. */
  public record Stepped(Endpoint before, Input input, Step step) {}

  /** What the endpoint claimed, in order. */
  public ImmutableList<Signal> signals() {
    return steps.stream()
        .flatMap(each -> each.step().effects().stream())
        .filter(Effect.Claim.class::isInstance)
        .map(effect -> ((Effect.Claim) effect).signal())
        .collect(toImmutableList());
  }
}
