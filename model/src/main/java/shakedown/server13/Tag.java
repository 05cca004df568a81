package shakedown.server13;

import static shakedown.rules.Rule.FINISHED_COVERS_TRANSCRIPT;

import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.wire.Message.Finished;
import shakedown.wire.Value;

/** What Finished holds, said or expected (RFC 8446 4.4.4). */
final class Tag {
  private Tag() {}

  static Finished finished(
      Value secret, Transcript before, KeySchedule13 schedule, Context context) {
    return new Finished(verifyData(secret, before, schedule, context));
  }

  static Value verifyData(
      Value secret, Transcript before, KeySchedule13 schedule, Context context) {
    Value covered =
        context.covered(
            FINISHED_COVERS_TRANSCRIPT, () -> before.digest(context.crypto(), schedule.hash()));
    return schedule.verifyData(secret, covered);
  }
}
