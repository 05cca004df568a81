package shakedown.world;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Crypto;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal;
import shakedown.policy.Option;
import shakedown.property.Claim;
import shakedown.rules.Rules;
import shakedown.wire.Kind;

/** The honest session before the one that is explored, without the flaw under question. */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * A context of the session before. Early data is promised there, whatever its fate in the session
   * after.
   *
   * @param crypto of the session before
   * @param early whether the client wants to send early data in the session after
   */
  static Context before(Context context, Crypto crypto, boolean early) {
    return new Context(
        early ? context.policy().with(Option.EARLY_DATA) : context.policy(),
        context.credentials(),
        context.trust(),
        Rules.RFC,
        crypto);
  }

  /**
   * A context of the session after, with what its side kept.
   *
   * @param claims of the session before
   */
  static Context after(Context context, ImmutableList<Claim> claims) {
    Crypto crypto = context.crypto();
    Credentials kept = context.credentials();
    for (Claim claim : claims) {
      kept =
          switch (claim.signal()) {
            case Signal.Resumable(var session) ->
                kept.withOffers(
                    new Credentials.Offer(session, crypto.fresh(Kind.TICKET_AGE, "age")));
            case Signal.Cacheable(var session) -> kept.withCached(session);
            default -> kept;
          };
    }
    boolean speaksEarly = !kept.offers().isEmpty() && context.policy().has(Option.EARLY_DATA);
    return new Context(
        context.policy(),
        speaksEarly ? kept.withEarlyData(crypto.fresh(Kind.DATA, "early request")) : kept,
        context.trust(),
        context.rules(),
        crypto);
  }
}
