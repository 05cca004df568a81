package shakedown.tape;

import java.nio.file.Path;
import java.util.List;
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
import shakedown.wire.Version;

/** Sessions of the variants, with a chain that OpenSSL made. */
@SuppressWarnings("ImmutableEnumChecker") // policies hold immutable lists; the memo is of a test
enum Sessions {
  TLS13_FULL(Version.TLS13, List.of(), false),
  TLS13_RETRY(Version.TLS13, List.of(), false),
  TLS13_PSK(Version.TLS13, List.of(), true),
  TLS13_EARLY(Version.TLS13, List.of(Option.EARLY_DATA), true),
  TLS12_FULL(Version.TLS12, List.of(), false),
  TLS12_FALSE_START(Version.TLS12, List.of(Option.FALSE_START), false),
  TLS12_TICKET(Version.TLS12, List.of(), true);

  private static final Path CHAINS = Path.of("../experiments/configs/chains");
  private static final long IN_2030 = 1_900_000_000;
  private static final Recorder.Talk TALK = new Recorder.Talk(100, 200);

  private final Policy policy;
  private final boolean isResumed;
  private @Nullable Recording before;

  Sessions(Version version, List<Option> options, boolean isResumed) {
    this.policy =
        Policy.of("server.example.com").withVersions(version).with(options.toArray(Option[]::new));
    this.isResumed = isResumed;
  }

  /** A client; the same each time. */
  Party client() {
    Credentials credentials = Credentials.NONE;
    if (isResumed) {
      Resumable kept = before().client(Resumable.class).orElseThrow();
      var offer = new Credentials.Offer(kept.session(), Octets.of(new byte[4]));
      credentials = credentials.withResumable(offer);
    }
    if (policy.has(Option.EARLY_DATA)) {
      credentials = credentials.withEarlyData(Octets.of(new byte[100]));
    }
    return client(credentials, 2);
  }

  /** A server that knows what it needs to resume; the same each time. */
  Party server() {
    Credentials credentials = serving();
    if (isResumed) {
      for (Cacheable each : before().server(Cacheable.class).stream().toList()) {
        credentials = credentials.withCached(each.session());
      }
    }
    return server(credentials, 2);
  }

  private Recording before() {
    if (before == null) {
      before = Recorder.record(client(Credentials.NONE, 1), server(serving(), 1), TALK);
    }
    return before;
  }

  private Party client(Credentials credentials, long session) {
    return new Party(policy, credentials, trust(), new Concrete(new Seed(1, "client", session)));
  }

  private Party server(Credentials credentials, long session) {
    Policy serving = this == TLS13_RETRY ? policy.withGroups(NamedGroup.SECP256R1) : policy;
    return new Party(
        serving, credentials, Trust.NOBODY, new Concrete(new Seed(1, "server", session)));
  }

  private static Credentials serving() {
    return Credentials.NONE.withIdentity(identity()).withTicketKey(Octets.of(new byte[32]));
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
