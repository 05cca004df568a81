package shakedown.handshake;

import static shakedown.rules.Rule.FINISHED_COVERS_TRANSCRIPT;

import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.wire.Hash;
import shakedown.wire.Message.Finished;
import shakedown.wire.Value;

/**
 * What the Finished of one side of TLS 1.3 holds (RFC 8446 4.4.4).
 *
 * @param baseKey that side's handshake traffic secret
 */
public record Tag(Value baseKey, Hash hash) {
  public Finished over(Transcript before, Context context) {
    return new Finished(verifyData(before, context));
  }

  public boolean isIn(Finished seen, Transcript before, Context context) {
    return context.crypto().same(seen.verifyData(), verifyData(before, context));
  }

  private Value verifyData(Transcript before, Context context) {
    Value covered =
        context.covered(FINISHED_COVERS_TRANSCRIPT, () -> before.digest(context.crypto(), hash));
    return new KeySchedule13(context.crypto(), hash).verifyData(baseKey, covered);
  }
}
