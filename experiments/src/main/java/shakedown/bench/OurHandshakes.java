package shakedown.bench;

import com.google.common.collect.ImmutableList;
import shakedown.client.Start;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.peer.Live;
import shakedown.peer.Watcher;
import shakedown.pki.Identity;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.rules.Rules;
import shakedown.server.ExpectClientHello;
import shakedown.wire.CipherSuite;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Full handshakes of TLS 1.3 between our two endpoints, each session with its own values. */
public final class OurHandshakes implements Contender {
  /** The year 2030. */
  private static final long INSTANT = 1_893_456_000;

  private final Policy policy;
  private final Credentials server;
  private final Trust trust;
  private long session;

  /**
   * Handshakes of a client that trusts the root.
   *
   * @param host whom the identity's certificate is for
   */
  public OurHandshakes(String host, Identity identity, Value root) {
    policy =
        Policy.of(host)
            .withVersions(Version.TLS13)
            .withSuites(CipherSuite.TLS_AES_128_GCM_SHA256)
            .withGroups(NamedGroup.X25519)
            .withSchemes(SignatureScheme.ECDSA_SECP256R1_SHA256)
            .without(Option.TICKETS);
    server = Credentials.NONE.withIdentity(identity);
    trust = new Trust(ImmutableList.of(root), INSTANT);
  }

  @Override
  public void run() {
    session++;
    var ours = new Concrete(new Seed(1, "client", session));
    var theirs = new Concrete(new Seed(1, "server", session));
    Live client =
        new Live(
            new Start(),
            new Context(policy, Credentials.NONE, trust, Rules.RFC, ours),
            ours,
            Watcher.NOBODY);
    Live answering =
        new Live(
            new ExpectClientHello(),
            new Context(policy, server, Trust.NOBODY, Rules.RFC, theirs),
            theirs,
            Watcher.NOBODY);
    client.on(new Input.Connect());
    for (byte[] flight = client.take(); flight.length > 0; flight = client.take()) {
      answering.receive(flight);
      client.receive(answering.take());
    }
    if (!isDone(client) || !isDone(answering)) {
      throw new IllegalStateException(client.signals() + " and " + answering.signals());
    }
  }

  private static boolean isDone(Live end) {
    return end.signals().stream().anyMatch(Signal.Commit.class::isInstance) && !end.isClosed();
  }
}
