package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.adversary.Symbolic;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.property.Claim;
import shakedown.rules.Rules;
import shakedown.wire.Kind;

/** The honest session before the one that is explored, without the flaw under question. */
final class Rehearsal {
  private Rehearsal() {}

  /** The same parties with what they kept of an earlier session. */
  static Parties resume(Scenario scenario, Parties parties) {
    ImmutableList<Claim> claims =
        HonestRun.claims(
            new Parties(
                parties.terms(),
                before(parties.client(), parties, "client/0"),
                before(parties.server(), parties, "server/0")));
    Symbolic crypto = new Symbolic(parties.terms(), "client/1");
    Credentials client = parties.client().credentials();
    Credentials server = parties.server().credentials();
    for (Claim claim : claims) {
      switch (claim.signal()) {
        case Signal.Resumable(var session) ->
            client =
                client.withResumable(
                    new Credentials.Offer(session, crypto.fresh(Kind.TICKET_AGE, "age")));
        case Signal.Cacheable(var session) -> server = server.withCached(session);
        default -> {}
      }
    }
    if (Optional.ofNullable(client.resumable()).isEmpty()) {
      throw new IllegalArgumentException(
          scenario.name() + ": these parties leave nothing to resume by " + scenario.resumption());
    }
    if (parties.client().policy().has(Option.EARLY_DATA)) {
      client = client.withEarlyData(crypto.fresh(Kind.DATA, "early request"));
    }
    return new Parties(
        parties.terms(), with(parties.client(), client), with(parties.server(), server));
  }

  /** Early data is promised by the session before, whatever its fate in the session after. */
  private static Context before(Context context, Parties parties, String session) {
    Policy policy = context.policy();
    boolean early = parties.client().policy().has(Option.EARLY_DATA);
    return new Context(
        early ? policy.with(Option.EARLY_DATA) : policy,
        context.credentials(),
        context.trust(),
        Rules.RFC,
        new Symbolic(parties.terms(), session));
  }

  private static Context with(Context context, Credentials credentials) {
    return new Context(
        context.policy(), credentials, context.trust(), context.rules(), context.crypto());
  }
}
