package shakedown.config;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import shakedown.wire.KeyType;
import shakedown.wire.Octets;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Yaml;

/** Reads a server's chain from a PEM file. */
final class ChainReader {

  /** RFC 8410 3. */
  private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private static final String EXPECTED =
      "a PEM file of certificates, leaf first, as a web server is given";

  private ChainReader() {}

  static Reader<ChainFile> within(Path folder) {
    return node ->
        Readers.TEXT
            .read(node)
            .then(name -> Paths.within(node, folder, name).then(path -> read(node, name, path)));
  }

  private static Reading<ChainFile> read(Node node, String name, Path path) {
    if (!Files.isRegularFile(path)) {
      return refused(node, "there is no file " + path);
    }
    Optional<Pem> pem = pem(path);
    if (pem.isEmpty()) {
      return refused(node, path + " cannot be read as PEM");
    }
    ImmutableList<Octets> certificates = pem.get().certificates();
    if (certificates.isEmpty()) {
      return refused(node, path + " has no certificate");
    }
    Optional<KeyType> type = keyType(certificates.getFirst());
    if (type.isEmpty() || !certificates.stream().allMatch(each -> parsed(each).isPresent())) {
      return refused(
          node, path + " has what is no X.509 certificate with an RSA, P-256 or Ed25519 key");
    }
    Octets key = pem.get().key().or(() -> pem(beside(path)).flatMap(Pem::key)).orElse(Octets.EMPTY);
    return Reading.of(new ChainFile(name, certificates, type.get(), key));
  }

  private static Optional<Pem> pem(Path path) {
    try {
      return Files.size(path) > Yaml.MAX_OCTETS
          ? Optional.empty()
          : Pem.parse(Files.readString(path, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path beside(Path path) {
    String file = path.toString();
    int dot = file.lastIndexOf('.');
    return Path.of((dot > file.lastIndexOf('/') ? file.substring(0, dot) : file) + ".key");
  }

  private static Optional<KeyType> keyType(Octets certificate) {
    return parsed(certificate)
        .flatMap(each -> keyType(each.getSubjectPublicKeyInfo().getAlgorithm()));
  }

  private static Optional<KeyType> keyType(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return Optional.of(KeyType.RSA);
    }
    if (algorithm.getAlgorithm().equals(ED25519)) {
      return Optional.of(KeyType.ED25519);
    }
    return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
            && X9ObjectIdentifiers.prime256v1.equals(algorithm.getParameters())
        ? Optional.of(KeyType.ECDSA_P256)
        : Optional.empty();
  }

  /** Bouncy Castle says by several kinds of exception that octets are no certificate. */
  private static Optional<Certificate> parsed(Octets der) {
    try {
      return Optional.of(Certificate.getInstance(Octets.bytes(der)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Reading<ChainFile> refused(Node node, String what) {
    return Reading.refused(new Complaint(node.place(), what, EXPECTED));
  }
}
