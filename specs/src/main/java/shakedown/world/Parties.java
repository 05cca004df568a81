package shakedown.world;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import shakedown.adversary.Issuer;
import shakedown.adversary.Protection;
import shakedown.adversary.Symbolic;
import shakedown.adversary.Terms;
import shakedown.client.Start;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Endpoint;
import shakedown.handshake.OwnParameters;
import shakedown.pki.Identity;
import shakedown.pki.RawKey;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.property.Claim;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Kind;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** The two endpoints of a scenario with their symbolic keys, certificates and sessions. */
record Parties(Terms terms, Context client, Context server) {
  private static final String AUTHORITY = "authority";
  private static final String IDENTITY = "psk identity";

  static Parties of(Scenario scenario) {
    var terms = new Terms();
    var issuer = new Issuer(terms, AUTHORITY);
    String host = scenario.server().policy().host();
    Identity key = issuer.bare(host, scenario.keyType());
    Credentials calling =
        PreSharing.of(scenario.client().policy(), terms.constant(IDENTITY), terms.name("psk"));
    Credentials serving =
        PreSharing.of(scenario.server().policy(), terms.constant(IDENTITY), terms.name("psk"))
            .withOwn(OwnParameters.NONE.withExportField(Symbolic.smallField(terms)))
            .withIdentities(issuer.issue(host, scenario.keyType()), key)
            .withTicketKey(terms.name("ticket key"));
    Parties fresh =
        new Parties(
            terms,
            new Context(
                scenario.resumption().in(scenario.client().policy()),
                calling,
                issuer.trust().withKeys(new RawKey(host, key.chain().getFirst())),
                scenario.client().rules(),
                new Symbolic(terms, "client/1")),
            new Context(
                scenario.resumption().in(scenario.server().policy()),
                serving,
                Trust.NOBODY,
                scenario.server().rules(),
                new Symbolic(terms, "server/1")));
    return scenario.resumption() == Resumption.NONE ? fresh : fresh.resuming(scenario);
  }

  private Parties resuming(Scenario scenario) {
    boolean early = client.policy().has(Option.EARLY_DATA);
    ImmutableList<Claim> claims =
        HonestRun.claims(
            new Parties(
                terms,
                Rehearsal.before(client, new Symbolic(terms, "client/0"), early),
                Rehearsal.before(server, new Symbolic(terms, "server/0"), early)));
    Context after = Rehearsal.after(client, of(Role.CLIENT, claims));
    if (after.credentials().offers().isEmpty()) {
      throw new IllegalArgumentException(
          scenario.name() + ": these parties leave nothing to resume by " + scenario.resumption());
    }
    return new Parties(terms, after, Rehearsal.after(server, of(Role.SERVER, claims)));
  }

  private static ImmutableList<Claim> of(Role who, ImmutableList<Claim> claims) {
    return claims.stream().filter(claim -> claim.who() == who).collect(toImmutableList());
  }

  /** Where a side begins. */
  Endpoint start(Role who) {
    return who == Role.CLIENT ? new Start() : new ExpectClientHello();
  }

  /** What the application of a side sends. */
  Value data(Role who) {
    return context(who).crypto().fresh(Kind.DATA, who == Role.CLIENT ? "request" : "response");
  }

  Move move(Role who, Local local, Happening happening) {
    return local.on(happening, context(who), new Protection(terms));
  }

  Context context(Role who) {
    return who == Role.CLIENT ? client : server;
  }
}
