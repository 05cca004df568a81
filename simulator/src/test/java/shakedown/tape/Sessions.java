package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal.Cacheable;
import shakedown.handshake.Signal.Resumable;
import shakedown.pki.CertificateFileError;
import shakedown.pki.CertificateFiles;
import shakedown.pki.Identity;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Sessions of the variants, with a chain that OpenSSL made; each the same whenever recorded. */
@SuppressWarnings("ImmutableEnumChecker") // policies hold immutable lists; the memo is of a test
enum Sessions {
  TLS13_FULL(Version.TLS13, 3),
  TLS13_RETRY(Version.TLS13, 4),
  TLS13_PSK(Version.TLS13, 3),
  TLS13_EARLY(Version.TLS13, 2),
  TLS13_EARLY_REFUSED(Version.TLS13, 3),
  TLS13_EARLY_REFUSED_BY_RETRY(Version.TLS13, 4),
  TLS12_FULL(Version.TLS12, 4),
  TLS12_FALSE_START(Version.TLS12, 3),
  TLS12_TICKET(Version.TLS12, 3),
  TLS12_SESSION_ID(Version.TLS12, 3);

  private static final Path CHAINS = Path.of("../experiments/configs/chains");
  private static final long IN_2030 = 1_900_000_000;
  private static final Recorder.Talk TALK = new Recorder.Talk(100, 200);

  private final Policy policy;
  private final int roundTrips;
  private @Nullable Recording before;

  Sessions(Version version, int roundTrips) {
    Policy plain = Policy.of("server.example.com").withVersions(version);
    this.policy =
        switch (name()) {
          case "TLS12_FALSE_START" -> plain.with(Option.FALSE_START);
          case "TLS12_SESSION_ID" -> plain.without(Option.TICKETS);
          default -> isEarly() ? plain.with(Option.EARLY_DATA) : plain;
        };
    this.roundTrips = roundTrips;
  }

  /** To the first octet of response, on a network that only delays. */
  int roundTrips() {
    return roundTrips;
  }

  boolean isFull() {
    return this == TLS13_FULL || this == TLS12_FULL;
  }

  Party client() {
    Credentials credentials = Credentials.NONE;
    if (isResumed()) {
      Resumable kept = before().client(Resumable.class).orElseThrow();
      var offer = new Credentials.Offer(kept.session(), Octets.of(new byte[4]));
      credentials = credentials.withOffers(offer);
    }
    if (isEarly()) {
      credentials = credentials.withEarlyData(Octets.of(new byte[TALK.request()]));
    }
    return client(credentials, 2);
  }

  Party server() {
    return server(0);
  }

  /**
   * @param padding how many more certificates its chain has than it needs
   */
  Party server(int padding) {
    Credentials credentials = serving(padding);
    if (isResumed()) {
      for (Cacheable each : before().server(Cacheable.class).stream().toList()) {
        credentials = credentials.withCached(each.session());
      }
    }
    Policy serving = this == TLS13_EARLY_REFUSED ? policy.without(Option.EARLY_DATA) : policy;
    boolean isRetry = this == TLS13_RETRY || this == TLS13_EARLY_REFUSED_BY_RETRY;
    return server(isRetry ? serving.withGroups(NamedGroup.SECP256R1) : serving, credentials, 2);
  }

  private boolean isResumed() {
    return this == TLS13_PSK || this == TLS12_TICKET || this == TLS12_SESSION_ID || isEarly();
  }

  private boolean isEarly() {
    return name().startsWith("TLS13_EARLY");
  }

  private Recording before() {
    if (before == null) {
      before = Recorder.record(client(Credentials.NONE, 1), server(policy, serving(0), 1), TALK);
    }
    return before;
  }

  private Party client(Credentials credentials, long session) {
    return new Party(policy, credentials, trust(), new Concrete(new Seed(1, "client", session)));
  }

  private static Party server(Policy serving, Credentials credentials, long session) {
    return new Party(
        serving, credentials, Trust.NOBODY, new Concrete(new Seed(1, "server", session)));
  }

  private static Credentials serving(int padding) {
    Identity plain = identity();
    var chain =
        ImmutableList.<Value>builder()
            .addAll(plain.chain())
            .addAll(Collections.nCopies(padding, trust().anchors().getFirst()))
            .build();
    return Credentials.NONE
        .withIdentity(new Identity(chain, plain.privateKey(), plain.keyType()))
        .withTicketKey(Octets.of(new byte[32]));
  }

  private static Identity identity() {
    try {
      return CertificateFiles.identity(
          CHAINS.resolve("ecdsa-p256-2.pem"), CHAINS.resolve("ecdsa-p256-2.key"));
    } catch (CertificateFileError e) {
      throw new AssertionError(e);
    }
  }

  private static Trust trust() {
    try {
      return new Trust(
          CertificateFiles.certificates(CHAINS.resolve("ecdsa-p256-2-root.pem")), IN_2030);
    } catch (CertificateFileError e) {
      throw new AssertionError(e);
    }
  }
}
