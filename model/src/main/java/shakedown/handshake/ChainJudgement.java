package shakedown.handshake;

import static shakedown.rules.Rule.CERTIFICATE_MATCHES_NAME;
import static shakedown.rules.Rule.CHAIN_IN_VALIDITY;
import static shakedown.rules.Rule.CHAIN_TRUSTED;

import shakedown.pki.Chain;

/** Holds the chain that a peer has shown against whom an endpoint trusts and means. */
public final class ChainJudgement {
  private ChainJudgement() {}

  /** A server's, which must name the host that the client meant. */
  public static Judgement ofServer(Chain chain, Context context) {
    return of(chain, context)
        .require(CERTIFICATE_MATCHES_NAME, () -> chain.isFor(context.policy().host()));
  }

  /** A client's, of which a server means none in particular. */
  public static Judgement ofClient(Chain chain, Context context) {
    return of(chain, context).skipped(CERTIFICATE_MATCHES_NAME);
  }

  private static Judgement of(Chain chain, Context context) {
    return context
        .require(CHAIN_TRUSTED, () -> chain.reaches(context.trust(), context.crypto()))
        .require(CHAIN_IN_VALIDITY, () -> chain.isCurrent(context.trust(), context.crypto()));
  }
}
