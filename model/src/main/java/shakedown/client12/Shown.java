package shakedown.client12;

import shakedown.crypto.KeyUsage;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.ChainJudgement;
import shakedown.handshake.Context;
import shakedown.handshake.Judgement;
import shakedown.pki.Chain;
import shakedown.pki.Purpose;

/** A handshake whose server has shown a chain. */
record Shown(Agreed agreed, Transcript transcript, Chain chain) {
  /** Holds the chain against whom the client trusts and means. */
  Judgement judged(Context context) {
    return ChainJudgement.of(chain, Purpose.server12(context.policy().host(), usage()), context);
  }

  /** RFC 5246 7.4.2, RFC 8422 5.3. */
  private KeyUsage usage() {
    return switch (agreed.suite().keyExchange().proof()) {
      case DECRYPTION -> KeyUsage.KEY_ENCIPHERMENT;
      case AGREEMENT -> KeyUsage.KEY_AGREEMENT;
      case RSA_SIGNATURE, ECDSA_SIGNATURE, NEGOTIATED, NONE -> KeyUsage.DIGITAL_SIGNATURE;
    };
  }
}
