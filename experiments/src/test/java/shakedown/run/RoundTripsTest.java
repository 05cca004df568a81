package shakedown.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.config.Experiment;
import shakedown.config.ExperimentReader;
import shakedown.config.Variant;
import shakedown.measure.Outcome;
import shakedown.measure.Replay;
import shakedown.net.Network;
import shakedown.net.TcpOptions;
import shakedown.pki.CertificateFiles;
import shakedown.tape.Tape;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/**
 * Without loss, serialisation and cost, every variant takes a whole number of round trips, TCP's
 * included: what RFC 5246, 7918, 8446 and 7413 say, and what a kernel with OpenSSL shows.
 */
final class RoundTripsTest {
  private static final Path CHAINS = Path.of("configs/chains");
  private static final ASN1ObjectIdentifier PADDING = new ASN1ObjectIdentifier("2.5.29.254");
  private static final long RTT = 62_345_678;
  private static final int MSS = 1448;

  private static Experiment experiment;

  @TempDir private static Path folder;

  @BeforeAll
  static void write_an_experiment() throws Exception {
    for (String name : ImmutableList.of(".pem", ".key", "-root.pem")) {
      Files.copy(CHAINS.resolve("ecdsa-p256-2" + name), folder.resolve("ecdsa-p256-2" + name));
    }
    Files.writeString(folder.resolve("long.pem"), pem(padded(24_000)) + pem(intermediate()));
    Files.writeString(
        folder.resolve("table.yaml"),
        """
        question: How many round trips?
        baseline: tls12-full
        variants:
          tls12-full: {version: 1.2, chain: ecdsa-p256-2.pem}
          tls12-long: {from: tls12-full, chain: long.pem}
          tls12-false-start: {from: tls12-full, false-start: on}
          tls12-session-id: {from: tls12-full, resume: session-id}
          tls12-ticket: {from: tls12-full, resume: ticket}
          tls13-full: {version: 1.3, chain: ecdsa-p256-2.pem}
          tls13-long: {from: tls13-full, chain: long.pem}
          tls13-hello-retry: {from: tls13-full, hello-retry: on}
          tls13-psk: {from: tls13-full, resume: psk_dhe_ke}
          tls13-0rtt: {from: tls13-psk, early-data: 1KiB}
          tls13-0rtt-rejected: {from: tls13-0rtt, early-data-answer: reject}
          tls13-0rtt-retried: {from: tls13-0rtt-rejected, hello-retry: on}
        network: {rtt: 62ms}
        workload: {request: 100B, response: 200B}
        """);
    experiment =
        ExperimentReader.read(folder.resolve("table.yaml"), ImmutableList.of())
            .toOptional()
            .orElseThrow();
  }

  private static byte[] padded(int octets) throws Exception {
    Certificate leaf =
        Certificate.getInstance(
            Octets.bytes(
                CertificateFiles.certificates(CHAINS.resolve("ecdsa-p256-2.pem")).getFirst()));
    TBSCertificate before = leaf.getTBSCertificate();
    var extensions = new ExtensionsGenerator();
    for (ASN1ObjectIdentifier each : before.getExtensions().getExtensionOIDs()) {
      extensions.addExtension(before.getExtensions().getExtension(each));
    }
    extensions.addExtension(PADDING, false, new DEROctetString(new byte[octets]));
    var body = new V3TBSCertificateGenerator();
    body.setSerialNumber(before.getSerialNumber());
    body.setSignature(before.getSignature());
    body.setIssuer(before.getIssuer());
    body.setSubject(before.getSubject());
    body.setStartDate(before.getStartDate());
    body.setEndDate(before.getEndDate());
    body.setSubjectPublicKeyInfo(before.getSubjectPublicKeyInfo());
    body.setExtensions(extensions.generate());
    return new DERSequence(
            new ASN1Encodable[] {
              body.generateTBSCertificate(), leaf.getSignatureAlgorithm(), leaf.getSignature()
            })
        .getEncoded();
  }

  private static byte[] intermediate() throws Exception {
    return Octets.bytes(
        CertificateFiles.certificates(CHAINS.resolve("ecdsa-p256-2.pem")).getLast());
  }

  private static String pem(byte[] certificate) {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate);
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }

  private static Tape tape(String name) {
    Variant variant = requireNonNull(experiment.variants().get(name));
    return new MachineTapes(1).of(variant, experiment.base().workload());
  }

  private static Outcome replayed(Tape tape, boolean fastOpen) {
    TcpOptions linux = TcpOptions.LINUX;
    var options =
        new TcpOptions(linux.initialWindow(), linux.nodelay(), fastOpen, linux.synTimeouts());
    Network network = Network.ideal(RTT).with(options);
    return new Replay(Replay.Setting.free(tape, network)).run(1, 0);
  }

  @ParameterizedTest(name = "{0} has its first byte after {1} round trips")
  @CsvSource({
    "tls12-full, 4",
    "tls12-false-start, 3",
    "tls12-session-id, 3",
    "tls12-ticket, 3",
    "tls12-long, 5",
    "tls13-full, 3",
    "tls13-long, 4",
    "tls13-hello-retry, 4",
    "tls13-psk, 3",
    "tls13-0rtt, 2",
    "tls13-0rtt-rejected, 3",
    "tls13-0rtt-retried, 4"
  })
  void the_first_byte_comes_after_whole_round_trips(String variant, int roundTrips) {
    Tape tape = tape(variant);

    assertThat(replayed(tape, false).timeToFirstByteNanos()).isEqualTo(roundTrips * RTT);
    assertThat(replayed(tape, true).timeToFirstByteNanos()).isEqualTo((roundTrips - 1) * RTT);
  }

  @ParameterizedTest
  @CsvSource({"tls12-long", "tls13-long"})
  void a_long_chain_is_of_eleven_to_thirty_segments(String variant) {
    int flight =
        tape(variant).moves().stream()
            .filter(move -> move.side() == Role.SERVER)
            .mapToInt(move -> move.octets())
            .max()
            .orElse(0);

    assertThat(flight).isBetween(10 * MSS + 1, 30 * MSS);
  }
}
