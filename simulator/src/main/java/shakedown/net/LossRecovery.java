package shakedown.net;

/** What is done about losses, and undone if there were none (tcp_fastretrans_alert). */
final class LossRecovery {
  /** Linux's names are Open, Disorder, CWR, Recovery and Loss. */
  enum State {
    OPEN,
    /** Something arrived out of order or again. */
    DISORDER,
    /** The window was reduced without a repair under way. */
    REDUCED,
    /** A segment was found lost by what came after it. */
    RECOVERY,
    /** The timer expired: all that cannot still arrive counts as lost. */
    LOSS
  }

  /** What is to be sent after an acknowledgement. */
  enum Repair {
    NONE,
    /** New octets first, to see whether the timeout was in error (RFC 5682). */
    NEW,
    LOST
  }

  /** A segment may be so much later than reordering explains (TCP_TIMEOUT_MIN). */
  private static final long LATE = 2_000_000;

  private final Outgoing out;
  private final Rack rack;
  private final TailProbe probe;
  private final LossTimer timer;
  private final Repeater repeater;
  private final Undo undo = new Undo();

  private State state = State.OPEN;
  private long recoveryPoint;
  private int timeouts;
  private boolean isTesting;

  LossRecovery(Outgoing out, Rack rack, TailProbe probe, LossTimer timer, Repeater repeater) {
    this.out = out;
    this.rack = rack;
    this.probe = probe;
    this.timer = timer;
    this.repeater = repeater;
  }

  void reset() {
    state = State.OPEN;
    recoveryPoint = 0;
    timeouts = 0;
    isTesting = false;
    undo.reset();
  }

  State state() {
    return state;
  }

  /** What was sent before this was under way when trouble was last seen. */
  long recoveryPoint() {
    return recoveryPoint;
  }

  /** Whether the window is being reduced step by step. */
  boolean isReducing() {
    return state == State.REDUCED || state == State.RECOVERY;
  }

  /** Something arrived in order: timeouts in a row have ended. */
  void advanced() {
    timeouts = 0;
  }

  /** A segment that was repeated came twice: one repeat less that was needed. */
  void repeatWasNeedless() {
    undo.repeatWasNeedless();
  }

  /** Follows the state of loss. */
  Repair heard(Ack ack) {
    undo.heard(ack.echo);
    if (state == State.OPEN) {
      undo.forgetRepeats();
    } else if (out.acknowledged >= recoveryPoint) {
      reachPoint();
    }
    if (state == State.RECOVERY) {
      return heardInRecovery(ack);
    }
    if (state == State.LOSS) {
      Repair repair = heardInLoss(ack);
      mark(ack);
      if (state != State.OPEN && !ack.hasLostRepeat) {
        return repair;
      }
    } else {
      if (undo.wasAllNeedless() && isCalm()) {
        undo(false);
      }
      mark(ack);
    }
    if (out.segments.lost() == 0) {
      if (state != State.REDUCED) {
        settleOpen();
      }
      return Repair.NONE;
    }
    enterRecovery();
    return Repair.LOST;
  }

  /** The retransmission timeout has expired. */
  void timedOut() {
    boolean isNew = !isRepairing();
    Segments segments = out.segments;
    for (int i = 0; i < segments.count(); i++) {
      if (!segments.isSacked(i) && !(i > 0 && rack.mayArrive(i))) {
        segments.markRepeatLost(i);
        segments.markLost(i);
      }
    }
    boolean isFresh = state == State.LOSS && timeouts == 0;
    if (isCalm() || recoveryPoint <= out.acknowledged || isFresh) {
      out.congestion.remember();
      out.congestion.lowerThreshold();
      undo.begin(out.segments.repeats());
    }
    out.congestion.set(segments.inFlight() + 1);
    state = State.LOSS;
    recoveryPoint = out.next;
    probe.forget();
    isTesting = isNew || timeouts > 0;
    timeouts++;
    repeat(0);
  }

  /** Marks what time alone has shown to be lost. */
  void lookAgain() {
    var _ = rack.mark(isRepairing());
  }

  /** Time has shown segments to be lost. */
  void foundByTime() {
    if (state != State.RECOVERY) {
      enterRecovery();
      out.congestion.deliver(1, false, 0, out.segments.inFlight());
    }
  }

  /** A probe repaired a loss that nothing else had shown (tcp_process_tlp_ack). */
  void probeRepaired() {
    reduce();
    state = State.REDUCED;
    out.congestion.settle();
    settleOpen();
  }

  /** New octets were sent to test whether a timeout was in error, but there were none. */
  void testFailed() {
    isTesting = false;
  }

  /** Sends lost segments again as the window allows; whether the oldest was among them. */
  boolean repeatLost() {
    boolean hasOldest = false;
    for (int i = 0; i < out.segments.count() && !out.isWindowFull(); i++) {
      if (out.segments.isLost(i) && !out.segments.isRepeatUnderWay(i)) {
        repeat(i);
        hasOldest |= i == 0;
      }
    }
    return hasOldest;
  }

  /** Sends a segment again. */
  void repeat(int index) {
    repeater.repeat(index);
    undo.repeated(out.now());
    if (isReducing()) {
      out.congestion.sentInRecovery();
    }
  }

  private void reachPoint() {
    if (state == State.REDUCED && out.acknowledged != recoveryPoint) {
      out.congestion.settle();
      state = State.OPEN;
    } else if (state == State.RECOVERY) {
      end();
      if (undo.isPending()) {
        out.congestion.settle();
      }
    }
  }

  private Repair heardInRecovery(Ack ack) {
    if (ack.hasAdvanced && undo.isOfOriginals()) {
      undo(true);
      state = State.OPEN;
      settleOpen();
    } else if (undo.wasAllNeedless()) {
      undo(false);
      settleOpen();
    }
    mark(ack);
    if (state != State.RECOVERY) {
      if (out.segments.lost() == 0) {
        return Repair.NONE;
      }
      enterRecovery();
    }
    return Repair.LOST;
  }

  private Repair heardInLoss(Ack ack) {
    boolean hasReached = out.acknowledged >= recoveryPoint;
    if ((ack.hasAdvanced && undo.isDue()) || (isTesting && ack.hasOriginal)) {
      undo(true);
      timeouts = 0;
      state = State.OPEN;
      return Repair.NONE;
    }
    if (isTesting) {
      if (out.next > recoveryPoint) {
        isTesting = ack.sacked == 0 && !ack.isEmpty();
      } else if (ack.hasAdvanced && !hasReached) {
        recoveryPoint = out.next;
        if (out.hasUnsent()) {
          return Repair.NEW;
        }
        isTesting = false;
      }
    }
    if (hasReached) {
      end();
      return Repair.NONE;
    }
    return Repair.LOST;
  }

  private void mark(Ack ack) {
    ack.hasLostRepeat = false;
    if (!rack.takeAdvance()) {
      return;
    }
    long wait = rack.mark(isRepairing());
    if (wait > 0) {
      timer.arm(LossTimer.Kind.REORDERING, wait + LATE);
      ack.rearms = false;
    }
    ack.hasLostRepeat = rack.hasLostRepeat();
  }

  private void enterRecovery() {
    out.congestion.remember();
    undo.begin(out.segments.repeats());
    reduce();
    state = State.RECOVERY;
  }

  private void reduce() {
    out.congestion.reduce();
    recoveryPoint = out.next;
    probe.forget();
  }

  private void end() {
    if (undo.isDue()) {
      undo(false);
    }
    state = State.OPEN;
    undo.forgetRepeats();
  }

  private void undo(boolean unmarks) {
    if (unmarks) {
      out.segments.unmarkLost();
    }
    out.congestion.restore();
    undo.done();
    rack.lookAgain();
  }

  private void settleOpen() {
    Segments segments = out.segments;
    boolean isDisordered =
        segments.sacked() + segments.lost() + segments.repeats() > 0
            || (segments.count() > 0 && segments.wasRepeated(0));
    State settled = isDisordered ? State.DISORDER : State.OPEN;
    if (state != settled) {
      state = settled;
      recoveryPoint = out.next;
    }
  }

  private boolean isCalm() {
    return state == State.OPEN || state == State.DISORDER;
  }

  private boolean isRepairing() {
    return state == State.RECOVERY || state == State.LOSS;
  }
}
