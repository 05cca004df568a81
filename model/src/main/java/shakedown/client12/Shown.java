package shakedown.client12;

import static shakedown.rules.Rule.SIGNATURE_IS_VALID;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.KeyUsage;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.ChainJudgement;
import shakedown.handshake.Context;
import shakedown.handshake.Judgement;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Step;
import shakedown.pki.Chain;
import shakedown.pki.Evidence;
import shakedown.pki.Purpose;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message;
import shakedown.wire.Value;

/**
 * A handshake whose server has shown what it has.
 *
 * @param evidence null under a suite without certificates
 */
record Shown(Agreed agreed, Transcript transcript, @Nullable Evidence evidence) {
  KeyExchange keyExchange() {
    return agreed.suite().keyExchange();
  }

  Shown heard(Message message) {
    return new Shown(agreed, transcript.add(message), evidence);
  }

  /** Holds it against whom the client trusts and means. */
  Judgement judged(Context context) {
    if (evidence == null) {
      return ChainJudgement.ofNone(context);
    }
    return ChainJudgement.of(evidence, Purpose.server12(context.policy().host(), usage()), context);
  }

  /** RFC 5246 7.4.2, RFC 8422 5.3. */
  private KeyUsage usage() {
    return switch (agreed.suite().keyExchange().proof()) {
      case DECRYPTION -> KeyUsage.KEY_ENCIPHERMENT;
      case AGREEMENT -> KeyUsage.KEY_AGREEMENT;
      case RSA_SIGNATURE, ECDSA_SIGNATURE, NEGOTIATED, NONE -> KeyUsage.DIGITAL_SIGNATURE;
    };
  }

  /** What there is to exchange keys with where the server says no more. */
  ServerKey key() {
    return evidence == null ? new ServerKey.None() : ServerKey.certified(evidence, keyExchange());
  }

  /**
   * With what came beside the certificate.
   *
   * @param response null where none came
   */
  Shown stapled(@Nullable Value response) {
    return evidence instanceof Chain chain
        ? new Shown(agreed, transcript, chain.withStaple(response))
        : this;
  }

  /** Goes on to what the server is to tell yet; else to its last word. */
  Step next(Context context) {
    return keyExchange().needsServerKeyExchange() || keyExchange().isPreShared()
        ? Step.to(new ExpectServerKeyExchange(this))
        : transports(context);
  }

  /** Nothing signed is to come: whoever has the key is the peer, and shows it by its Finished. */
  private Step transports(Context context) {
    return judged(context).skipped(SIGNATURE_IS_VALID).prove(context.policy().host(), with(key()));
  }

  /** Goes on with this key of the server. */
  Function<PeerProven, Step> with(ServerKey key) {
    return peer -> Step.to(new ExpectServerHelloDone(this, key, peer));
  }
}
