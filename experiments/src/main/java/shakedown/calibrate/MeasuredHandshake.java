package shakedown.calibrate;

import shakedown.tape.Tape;
import shakedown.wire.Role;

/** A handshake, and how long each side computed for it. */
record MeasuredHandshake(Tape tape, double clientNanos, double serverNanos) {
  double nanos(Role side) {
    return side == Role.CLIENT ? clientNanos : serverNanos;
  }
}
