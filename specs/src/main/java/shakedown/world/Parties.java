package shakedown.world;

import shakedown.adversary.Issuer;
import shakedown.adversary.Protection;
import shakedown.adversary.Symbolic;
import shakedown.adversary.Terms;
import shakedown.client.Start;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Endpoint;
import shakedown.pki.Trust;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Kind;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** The two endpoints of a scenario with their symbolic keys, certificates and sessions. */
record Parties(Terms terms, Context client, Context server) {
  private static final String AUTHORITY = "authority";

  static Parties of(Scenario scenario) {
    var terms = new Terms();
    var issuer = new Issuer(terms, AUTHORITY);
    Credentials serving =
        Credentials.NONE
            .withIdentity(issuer.issue(scenario.server().policy().host(), scenario.keyType()))
            .withTicketKey(terms.name("ticket key"));
    var fresh =
        new Parties(
            terms,
            new Context(
                scenario.resumption().in(scenario.client().policy()),
                Credentials.NONE,
                issuer.trust(),
                scenario.client().rules(),
                new Symbolic(terms, "client/1")),
            new Context(
                scenario.resumption().in(scenario.server().policy()),
                serving,
                Trust.NOBODY,
                scenario.server().rules(),
                new Symbolic(terms, "server/1")));
    return scenario.resumption() == Resumption.NONE ? fresh : Rehearsal.resume(scenario, fresh);
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

  private Context context(Role who) {
    return who == Role.CLIENT ? client : server;
  }
}
