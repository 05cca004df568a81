package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message;
import shakedown.wire.Role;
import shakedown.wire.Version;

/** A flight as it grows: what was done so far, and the transcript with it. Immutable. */
public record Flight(Transcript transcript, ImmutableList<Effect> effects) {
  public static Flight after(Transcript transcript) {
    return new Flight(transcript, ImmutableList.of());
  }

  /** Says a handshake message. */
  public Flight say(Message message) {
    return new Flight(transcript.add(message), plus(new Effect.Send(message)));
  }

  /** Says what depends on all that was said before. */
  public Flight say(Function<Transcript, Message> message) {
    return say(message.apply(transcript));
  }

  /** Says what is no part of the transcript. */
  public Flight aside(Message message) {
    return then(new Effect.Send(message));
  }

  public Flight speak(Version version, CipherSuite suite) {
    return then(new Effect.Speak(version, suite));
  }

  public Flight writeUnder(Epoch epoch, @Nullable Keys keys) {
    return then(new Effect.WriteUnder(epoch, keys));
  }

  public Flight readUnder(Epoch epoch, Keys keys) {
    return then(new Effect.ReadUnder(epoch, keys));
  }

  /** From here on in both directions, where something was agreed on. */
  public Flight within(Optional<RecordSizes> sizes, Role self) {
    return readWithin(sizes, self.peer()).writeWithin(sizes, self);
  }

  public Flight writeWithin(Optional<RecordSizes> sizes, Role self) {
    return sizes.map(most -> then(new Effect.WriteAtMost(most.by(self)))).orElse(this);
  }

  public Flight readWithin(Optional<RecordSizes> sizes, Role peer) {
    return sizes.map(most -> then(new Effect.ReadAtMost(most.by(peer)))).orElse(this);
  }

  public Flight skipEarlyData() {
    return then(new Effect.SkipEarlyData());
  }

  public Flight claim(Signal signal) {
    return then(new Effect.Claim(signal));
  }

  public Flight flush() {
    return then(new Effect.Flush());
  }

  /** Where the condition holds, goes on as told; else as it is. */
  public Flight when(boolean condition, Function<Flight, Flight> more) {
    return condition ? more.apply(this) : this;
  }

  public Step to(Endpoint next) {
    return new Step(next, effects);
  }

  private Flight then(Effect effect) {
    return new Flight(transcript, plus(effect));
  }

  private ImmutableList<Effect> plus(Effect effect) {
    return ImmutableList.<Effect>builder().addAll(effects).add(effect).build();
  }
}
