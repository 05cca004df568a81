package shakedown.property;

import static shakedown.property.Property.always;
import static shakedown.property.Property.sometimes;

import com.google.common.collect.ImmutableList;
import java.util.function.BiPredicate;
import java.util.function.Function;
import shakedown.handshake.Agreement;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.DataReceived;
import shakedown.handshake.Signal.MaySend;
import shakedown.handshake.Signal.Running;
import shakedown.wire.Role;

/** The properties that every scenario is held against. */
public final class Catalogue {
  private Catalogue() {}

  /** TCP shows an endpoint data or its end, so whoever still waits has been forgotten. */
  public static final Property NO_DEADLOCK =
      new Property.NoDeadlock(
          "no-deadlock", "while one side is not through, something can still happen");

  /** Not every network lets a handshake complete, but where none can, the parties do not fit. */
  public static final Property CAN_COMPLETE =
      sometimes("can-complete")
          .promises("both sides may send in full, and a request is answered")
          .when(Role.CLIENT, MaySend.class, Catalogue::inFull)
          .when(Role.SERVER, MaySend.class, Catalogue::inFull)
          .when(Role.SERVER, DataReceived.class, data -> true)
          .when(Role.CLIENT, DataReceived.class, data -> true);

  /** A side that is done agrees on the version with a peer that ran (RFC 8446 E.1). */
  public static final Property VERSION_AGREEMENT =
      always("version-agreement")
          .promises("a side that is done speaks the version that its peer speaks")
          .whenever(Commit.class)
          .earlier(Running.class, agreeOn(Agreement::version));

  /** A side that is done agrees on the cipher suite with a peer that ran (RFC 8446 E.1). */
  public static final Property SUITE_AGREEMENT =
      always("suite-agreement")
          .promises("a side that is done uses the suite that its peer uses")
          .whenever(Commit.class)
          .earlier(Running.class, agreeOn(Agreement::suite));

  /** All of them, in the order in which they are reported. */
  public static final ImmutableList<Property> ALL =
      ImmutableList.of(NO_DEADLOCK, CAN_COMPLETE, VERSION_AGREEMENT, SUITE_AGREEMENT);

  private static boolean inFull(MaySend claim) {
    return claim.permission() == Permission.FULL;
  }

  private static BiPredicate<Commit, Running> agreeOn(Function<Agreement, Object> part) {
    return (commit, running) ->
        running.role() == commit.role().peer()
            && part.apply(running.agreement()).equals(part.apply(commit.agreement()));
  }
}
