package shakedown.client12;

import static shakedown.rules.Rule.CERTIFICATE_MATCHES_NAME;
import static shakedown.rules.Rule.CHAIN_IN_VALIDITY;
import static shakedown.rules.Rule.CHAIN_TRUSTED;

import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Judgement;
import shakedown.pki.Chain;

/** A handshake whose server has shown a chain. */
record Shown(Agreed agreed, Transcript transcript, Chain chain) {
  /** Holds the chain against whom the client trusts and means. */
  Judgement judged(Context context) {
    return context
        .require(CHAIN_TRUSTED, () -> chain.reaches(context.trust(), context.crypto()))
        .require(CHAIN_IN_VALIDITY, () -> chain.isCurrent(context.trust(), context.crypto()))
        .require(CERTIFICATE_MATCHES_NAME, () -> chain.isFor(context.policy().host()));
  }
}
