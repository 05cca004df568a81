package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * The Finished values of a handshake, to which the next on the same connection is bound (RFC 5746
 * 3.1).
 *
 * @param bound whether both sides have said that they bind: without it a renegotiation is not safe
 * @param encryptsThenMacs whether the MAC went around what was encrypted
 */
public record Finishes(Value client, Value server, boolean bound, boolean encryptsThenMacs) {
  /**
   * Of a handshake that is done.
   *
   * @param first who finished first: the client, unless a session was resumed
   */
  public static Finishes of(Keyed12 done, Role first) {
    ImmutableList<Value> values =
        done.transcript().messages().stream()
            .filter(Finished.class::isInstance)
            .map(message -> ((Finished) message).verifyData())
            .collect(ImmutableList.toImmutableList());
    boolean bound = done.agreed().server().extensions().has(RenegotiationInfo.class);
    boolean around = Keyed12.encryptsThenMacs(done.agreed());
    return first == Role.CLIENT
        ? new Finishes(values.getFirst(), values.getLast(), bound, around)
        : new Finishes(values.getLast(), values.getFirst(), bound, around);
  }
}
