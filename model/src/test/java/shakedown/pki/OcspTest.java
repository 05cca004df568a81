package shakedown.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shakedown.crypto.Concrete;
import shakedown.crypto.Facts;
import shakedown.crypto.Seed;
import shakedown.crypto.Status;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/** Responses that openssl made (RFC 6960). */
final class OcspTest {
  private static final Concrete CRYPTO = new Concrete(new Seed(1, "ocsp", 0));
  private static final long FAR = 4_000_000_000L;
  private static final Value ROOT = Draft.authority("root", "root").during(0, FAR).issued();
  private static final Value LEAF = Draft.host(Family.HOST, "root").during(0, FAR).issued();
  private static final Value RESPONDER = responder("root").issued();

  @TempDir private Path folder;

  @BeforeEach
  void has_openssl() {
    assumeThat(OpenSslVerify.isInstalled()).as("openssl in PATH").isTrue();
  }

  private OpenSslVerify openssl() {
    return new OpenSslVerify(folder);
  }

  private static Draft responder(String issuer) {
    return Draft.of("responder", issuer)
        .during(0, FAR)
        .with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
  }

  @Test
  void a_good_certificate_is_good() throws Exception {
    Octets response = response('V', ROOT, "root", "-sha1");

    Status status = status(response);

    assertThat(status.standing()).isEqualTo(Status.Standing.GOOD);
    assertThat(status.current().until() - status.current().from()).isEqualTo(30 * 86_400);
    assertThat(broken(response, status.current().from())).isEmpty();
    assertThat(broken(response, status.current().until())).isEmpty();
    assertThat(broken(response, status.current().until() + 1)).hasValue(Rule.OCSP_RESPONSE_VALID);
    assertThat(broken(response, status.current().from() - 1)).hasValue(Rule.OCSP_RESPONSE_VALID);
  }

  @Test
  void an_issuer_is_also_known_by_sha256() throws Exception {
    Octets response = response('V', ROOT, "root", "-sha256");

    assertThat(broken(response, status(response).current().from())).isEmpty();
  }

  @Test
  void a_revoked_certificate_is_refused() throws Exception {
    Octets response = response('R', ROOT, "root", "-sha1");
    long now = status(response).current().from();
    Validation validation = validation(now);

    Fault fault = validation.fault(chain(response)).orElseThrow();

    assertThat(fault.rule()).isEqualTo(Rule.CERTIFICATE_NOT_REVOKED);
    assertThat(Explanation.of(fault, validation).toString())
        .startsWith("the certificate of CN=www.example.com was revoked");
  }

  @Test
  void a_responder_is_appointed_by_its_certificate() throws Exception {
    Octets response = response('V', RESPONDER, "responder", "-sha1");
    long now = status(response).current().from();
    Value stranger = responder("stranger").issued();

    assertThat(status(response).responders()).hasSize(1);
    assertThat(broken(response, now)).isEmpty();
    assertThat(broken(response('V', stranger, "responder", "-sha1"), now))
        .hasValue(Rule.OCSP_RESPONSE_VALID);
  }

  @Test
  void a_response_about_another_certificate_is_refused_and_explained() throws Exception {
    Octets response = response('V', ROOT, "root", "-sha1");
    long now = status(response).current().from();
    Value other = Draft.host(Family.HOST, "root").during(1, FAR).issued();
    Chain chain = Chain.of(ImmutableList.of(other), CRYPTO).orElseThrow().withStaple(response);

    Fault fault = validation(now).fault(chain).orElseThrow();

    assertThat(fault.rule()).isEqualTo(Rule.OCSP_RESPONSE_VALID);
    assertThat(Explanation.of(fault, validation(now)).seen()).endsWith("says nothing about it");
  }

  @Test
  void no_changed_response_is_accepted() throws Exception {
    Octets response = response('V', ROOT, "root", "-sha1");
    long now = status(response).current().from();
    byte[] octets = Octets.bytes(response);

    for (int i = 0; i < octets.length; i++) {
      byte[] changed = octets.clone();
      changed[i] ^= 1;

      assertThat(broken(Octets.of(changed), now)).as("octet %d", i).isPresent();
    }
  }

  private static Status status(Value response) {
    Facts root = CRYPTO.facts(ROOT).orElseThrow();
    return CRYPTO.status(response, LEAF, root.publicKey()).orElseThrow();
  }

  private static Optional<Rule> broken(Value response, long instant) {
    return validation(instant).fault(chain(response)).map(Fault::rule);
  }

  private static Validation validation(long instant) {
    Trust trust = new Trust(ImmutableList.of(ROOT), instant);
    return new Validation(trust, Purpose.server13(Family.HOST), Rules.RFC, CRYPTO);
  }

  private static Chain chain(Value response) {
    return Chain.of(ImmutableList.of(LEAF), CRYPTO).orElseThrow().withStaple(response);
  }

  /**
   * What openssl answers about the leaf.
   *
   * @param standing as in an index of {@code openssl ca}: V or R
   */
  private Octets response(char standing, Value signer, String whose, String digest)
      throws Exception {
    String issuer = openssl().written("issuer", ImmutableList.of(ROOT));
    String leaf = openssl().written("leaf", ImmutableList.of(LEAF));
    openssl()
        .run(
            words(
                "openssl ocsp " + digest + " -no_nonce -reqout request -issuer",
                issuer,
                "-cert",
                leaf));
    index(standing);
    String certificates = whose.equals("root") ? " -resp_no_certs" : "";
    String said =
        openssl()
            .run(
                words(
                    "openssl ocsp -index index -reqin request -respout response -ndays 30"
                        + certificates
                        + " -CA",
                    issuer,
                    "-rsigner",
                    openssl().written("signer", ImmutableList.of(signer)),
                    "-rkey",
                    key(whose)));
    Path response = folder.resolve("response");
    assertThat(response).as(said).exists();
    return Octets.of(Files.readAllBytes(response));
  }

  private static List<String> words(String first, String... more) {
    return ImmutableList.<String>builder().addAll(Splitter.on(' ').split(first)).add(more).build();
  }

  private void index(char standing) throws IOException {
    String serial =
        Certificate.getInstance(Octets.bytes(LEAF)).getSerialNumber().getValue().toString(16);
    String even = serial.length() % 2 == 0 ? serial : "0" + serial;
    String revoked = standing == 'R' ? "250101000000Z" : "";
    Files.writeString(
        folder.resolve("index"),
        standing
            + "\t490101000000Z\t"
            + revoked
            + "\t"
            + even.toUpperCase(Locale.ROOT)
            + "\tunknown\t/CN="
            + Family.HOST
            + "\n");
  }

  private String key(String whose) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(
          new PemObject("PRIVATE KEY", Draft.keys(whose, "EC").getPrivate().getEncoded()));
    }
    return Files.writeString(folder.resolve("signer.key"), text.toString()).toString();
  }
}
