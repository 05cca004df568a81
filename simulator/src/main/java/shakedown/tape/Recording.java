package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.handshake.Signal;

/** A session that was recorded: its tape, and what each side claimed. */
public record Recording(
    Tape tape, ImmutableList<Signal> clientSignals, ImmutableList<Signal> serverSignals) {
  /** The first claim of this kind that the client made. */
  public <S extends Signal> Optional<S> client(Class<S> kind) {
    return first(clientSignals, kind);
  }

  /** The first claim of this kind that the server made. */
  public <S extends Signal> Optional<S> server(Class<S> kind) {
    return first(serverSignals, kind);
  }

  private static <S extends Signal> Optional<S> first(
      ImmutableList<Signal> signals, Class<S> kind) {
    return signals.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
