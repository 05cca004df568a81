package shakedown.tape;

import com.google.common.collect.ImmutableList;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Connect;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.wire.Message;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Octets;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** How far one side has come, and what its next move must wait for. */
final class Progress {
  private static final int NEVER = -1;

  private final Role side;
  private final int expected;
  private int lastHandshakeMove = NEVER;
  private int permittingMove = NEVER;
  private int lastDataMove = NEVER;
  private int said;
  private int heard;

  /**
   * @param expected octets of application data from the peer
   */
  Progress(Role side, int expected) {
    this.side = side;
    this.expected = expected;
  }

  /** Whether application data may be sent, other than early data. */
  boolean maySend() {
    return permittingMove != NEVER;
  }

  /** Octets of application data sent, but for those that were refused. */
  int said() {
    return said;
  }

  boolean hasHeardAll() {
    return heard >= expected;
  }

  /** A step that reads comes after the handshake as far as it is. */
  ImmutableList<Integer> beforeReading() {
    return lastHandshakeMove == NEVER ? ImmutableList.of() : ImmutableList.of(lastHandshakeMove);
  }

  /** Data comes after what permits it, and after what it answers. */
  ImmutableList<Integer> beforeSaying() {
    return lastDataMove == NEVER
        ? ImmutableList.of(permittingMove)
        : ImmutableList.of(permittingMove, lastDataMove);
  }

  /** A step began that is to be this move. */
  void began(Input input, int move) {
    boolean handshake =
        input instanceof Connect
            || (input instanceof Received(Message message) && isOfHandshake(message));
    if (handshake) {
      lastHandshakeMove = move;
    }
  }

  private static boolean isOfHandshake(Message message) {
    return !(message instanceof ApplicationData) && !(message instanceof NewSessionTicket);
  }

  /** Notes a claim, and says what is measured of it. */
  ImmutableList<Milestone> claimed(Signal signal, int move) {
    return switch (signal) {
      case Signal.MaySend(Permission permission) -> permitted(permission, move);
      case Signal.DataSent(Permission _, Value data) -> {
        said += Octets.length(data);
        yield ImmutableList.of();
      }
      case Signal.EarlyDataRejected _ -> {
        said = 0;
        yield ImmutableList.of();
      }
      case Signal.DataReceived(Value data) -> heard(Octets.length(data), move);
      default -> ImmutableList.of();
    };
  }

  private ImmutableList<Milestone> permitted(Permission permission, int move) {
    if (permission != Permission.EARLY && !maySend()) {
      permittingMove = move;
    }
    return switch (permission) {
      case EARLY -> ImmutableList.of(Milestone.EARLY);
      case FALSE_START -> ImmutableList.of(Milestone.FALSE_START);
      case HALF_RTT -> ImmutableList.of();
      case FULL -> ImmutableList.of(Milestone.MAY_SEND);
    };
  }

  private ImmutableList<Milestone> heard(int octets, int move) {
    boolean first = heard == 0;
    heard += octets;
    lastDataMove = move;
    if (side == Role.SERVER) {
      return ImmutableList.of();
    }
    var milestones = ImmutableList.<Milestone>builder();
    if (first) {
      milestones.add(Milestone.FIRST_BYTE);
    }
    if (hasHeardAll()) {
      milestones.add(Milestone.LAST_BYTE);
    }
    return milestones.build();
  }
}
