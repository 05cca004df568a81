package shakedown.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.wire.Octets;

class CertificateFilesTest {
  private static final Path CHAIN = Chains.file("ecdsa-p256-2.pem");
  private static final Path KEY = Chains.file("ecdsa-p256-2.key");

  @TempDir private Path folder;

  @Test
  void the_shipped_chains_are_as_long_as_those_that_were_measured() {
    assertThat(lengths(Chains.ECDSA)).containsExactly(669, 518);
    assertThat(lengths(Chains.RSA)).containsExactly(1064, 914);
  }

  private static ImmutableList<Integer> lengths(Chains chains) {
    return chains.identity().chain().stream()
        .map(Octets::length)
        .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest
  @EnumSource
  void a_key_shows_nothing_of_itself(Chains chains) {
    Identity identity = chains.identity();

    assertThat(identity.privateKey()).hasToString("private key, " + identity.keyType());
  }

  @ParameterizedTest
  @CsvSource({"ecdsa-p256-2, EC PRIVATE KEY", "rsa-2048-2, RSA PRIVATE KEY"})
  void older_forms_of_a_key_are_read(String name, String type) throws Exception {
    PrivateKeyInfo info =
        PrivateKeyInfo.getInstance(object(Chains.file(name + ".key")).getContent());
    byte[] inner =
        type.startsWith("EC") ? sec1(info) : info.parsePrivateKey().toASN1Primitive().getEncoded();
    Path older = written(type, inner);

    Identity identity = CertificateFiles.identity(Chains.file(name + ".pem"), older);

    assertThat(identity.chain()).hasSize(2);
  }

  /** The curve's name is outside the key in PKCS #8, inside it in SEC 1. */
  private static byte[] sec1(PrivateKeyInfo info) throws IOException {
    ECPrivateKey inner = ECPrivateKey.getInstance(info.parsePrivateKey());
    ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
    return new ECPrivateKey(256, inner.getKey(), curve).getEncoded();
  }

  private static PemObject object(Path file) throws IOException {
    try (PemReader reader = new PemReader(new StringReader(Files.readString(file, US_ASCII)))) {
      return reader.readPemObject();
    }
  }

  private Path written(String type, byte[] content) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    }
    return written(text.toString());
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("made.pem"), text, US_ASCII);
  }

  @Test
  void what_is_no_chain_is_refused_with_its_name() throws Exception {
    refusesChain(folder.resolve("none.pem"), "no such file");
    refusesChain(folder, "can't be read");
    refusesChain(written(""), "nothing in it");
    refusesChain(written("-----BEGIN CERTIFICATE-----\n!!!!\n"), "garbled");
    refusesChain(written("CERTIFICATE", new byte[] {1, 2, 3}), "a certificate is garbled");
    refusesChain(written("x".repeat(1 << 21)), "longer than 1048576 octets");
    refusesChain(KEY, "has a PRIVATE KEY; expected certificates only");
  }

  private static void refusesChain(Path file, String complaint) {
    assertThatThrownBy(() -> CertificateFiles.certificates(file))
        .isInstanceOf(CertificateFileError.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(complaint);
  }

  @Test
  void what_is_no_key_of_the_chain_is_refused_with_its_name() throws Exception {
    refusesKey(folder.resolve("none.key"), "no such file");
    refusesKey(CHAIN, "has 2 objects; expected one key");
    refusesKey(Chains.file("ecdsa-p256-2-root.pem"), "has a CERTIFICATE; expected a private key");
    refusesKey(Chains.file("rsa-2048-2.key"), "not the key of the first certificate in " + CHAIN);
    refusesKey(written("ENCRYPTED PRIVATE KEY", new byte[1]), "is encrypted");
    refusesKey(written("PRIVATE KEY", new byte[1]), "no key that is known here");
    refusesKey(written("EC PRIVATE KEY", new byte[1]), "no key that is known here");
    refusesKey(written("RSA PRIVATE KEY", new byte[1]), "no key that is known here");
  }

  private static void refusesKey(Path file, String complaint) {
    assertThatThrownBy(() -> CertificateFiles.identity(CHAIN, file))
        .isInstanceOf(CertificateFileError.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(complaint);
  }

  @Test
  void a_servers_key_and_root_lie_beside_its_chain() throws Exception {
    ServerFile server = CertificateFiles.server(CHAIN);

    assertThat(server.chain()).hasSize(2);
    assertThat(server.key()).isNotNull();
    assertThat(server.root())
        .isEqualTo(CertificateFiles.certificates(Chains.file("ecdsa-p256-2-root.pem")).getFirst());
  }

  @Test
  void a_response_to_staple_lies_beside_a_chain() throws Exception {
    Path chain = folder.resolve("stapled.pem");
    Files.copy(CHAIN, chain);
    Files.write(folder.resolve("stapled.ocsp"), new byte[] {1, 2, 3});

    assertThat(CertificateFiles.server(chain).staple()).isEqualTo(Octets.of(new byte[] {1, 2, 3}));
    assertThat(CertificateFiles.server(CHAIN).staple()).isNull();
  }

  @Test
  void somebody_elses_chain_comes_without_key_and_root() throws Exception {
    Path alone = folder.resolve("alone.pem");
    Files.copy(CHAIN, alone);

    ServerFile server = CertificateFiles.server(alone);

    assertThat(server.chain()).hasSize(2);
    assertThat(server.key()).isNull();
    assertThat(server.root()).isNull();
  }

  @Test
  void a_chain_in_another_order_is_refused() throws Exception {
    Path turned = folder.resolve("turned.pem");
    Path twice = folder.resolve("twice.pem");
    String text = Files.readString(CHAIN);
    int second = text.lastIndexOf("-----BEGIN");
    Files.writeString(turned, text.substring(second) + text.substring(0, second));
    Files.writeString(twice, text.substring(0, second) + text);

    assertThatThrownBy(() -> CertificateFiles.server(turned))
        .isInstanceOf(CertificateFileError.class)
        .hasMessageContaining("its first certificate names no host");
    assertThatThrownBy(() -> CertificateFiles.server(twice))
        .isInstanceOf(CertificateFileError.class)
        .hasMessageContaining("its certificate 2 did not issue the one before");
  }
}
