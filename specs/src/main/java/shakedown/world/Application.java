package shakedown.world;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import shakedown.handshake.Input;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * What uses a connection: a client connects, sends one request as soon as it may, and closes once
 * it is answered; a server answers the first that it hears, as soon as it may.
 */
record Application(Role role, ImmutableSet<Deed> past) {
  /** What happened to an application so far. */
  enum Deed {
    CONNECTED,
    /** It may send what it chooses itself; early data goes with the first hello or not at all. */
    PERMITTED,
    HEARD,
    WROTE,
    CLOSED
  }

  static Application start(Role role) {
    return new Application(role, ImmutableSet.of());
  }

  /** What it asks for next, if it is its turn. */
  Optional<Input.Asked> wish(Value data) {
    boolean client = role == Role.CLIENT;
    if (client && !past.contains(Deed.CONNECTED)) {
      return Optional.of(new Input.Connect());
    }
    boolean hasReason = client || past.contains(Deed.HEARD);
    if (hasReason && past.contains(Deed.PERMITTED) && !past.contains(Deed.WROTE)) {
      return Optional.of(new Input.Write(data));
    }
    boolean isServed = client && past.containsAll(ImmutableSet.of(Deed.WROTE, Deed.HEARD));
    return isServed && !past.contains(Deed.CLOSED)
        ? Optional.of(new Input.Close())
        : Optional.empty();
  }

  /** After its wish was granted. */
  Application granted(Input.Asked wish) {
    return switch (wish) {
      case Input.Connect _ -> with(Deed.CONNECTED);
      case Input.Write _ -> with(Deed.WROTE);
      case Input.Close _ -> with(Deed.CLOSED);
      case Input.Renegotiate _,
          Input.UpdateKeys _,
          Input.Authenticate _,
          Input.GiveTicket _,
          Input.Export _ ->
          throw new IllegalArgumentException("nobody wished for " + wish);
    };
  }

  /** After its endpoint claimed something. */
  Application told(Signal signal) {
    return switch (signal) {
      case Signal.MaySend(Permission permission) when permission != Permission.EARLY ->
          with(Deed.PERMITTED);
      case Signal.DataReceived _ -> with(Deed.HEARD);
      default -> this;
    };
  }

  private Application with(Deed more) {
    return new Application(role, Sets.immutableEnumSet(Sets.union(past, ImmutableSet.of(more))));
  }
}
