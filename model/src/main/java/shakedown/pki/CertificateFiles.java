package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Concrete;
import shakedown.crypto.Facts;
import shakedown.crypto.PrivateKey;
import shakedown.crypto.Seed;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/** Chains and keys in PEM (RFC 7468), as values of the concrete algebra. */
public final class CertificateFiles {
  private static final String CERTIFICATE = "CERTIFICATE";

  /** Looks at certificates only, which takes no seed. */
  private static final Concrete LOOK = new Concrete(new Seed(0, "files", 0));

  private CertificateFiles() {}

  /**
   * The certificates of a file in its order: a chain, leaf first, or anchors of trust. Their keys
   * may be of types that the model doesn't know.
   *
   * @throws CertificateFileError if the file can't be read or holds anything but certificates
   */
  public static ImmutableList<Value> certificates(Path file) throws CertificateFileError {
    ImmutableList<PemObject> objects = Pem.objects(file);
    for (PemObject object : objects) {
      if (!isCertificate(object)) {
        throw Pem.unexpected(file, object, "certificates");
      }
    }
    return certificates(file, objects);
  }

  /**
   * Who an endpoint is: its chain, and the key of the leaf.
   *
   * @throws CertificateFileError if a file can't be used, or the key is not the leaf's
   */
  public static Identity identity(Path chainFile, Path keyFile) throws CertificateFileError {
    ImmutableList<Value> chain = certificates(chainFile);
    PrivateKey key = KeyFile.read(keyFile);
    check(keyFile, key, chainFile, leaf(chainFile, chain));
    return new Identity(chain, key, key.type());
  }

  /**
   * A server's chain, as a web server is given it; its key, from the same file or from {@code
   * NAME.key} beside {@code NAME.pem}; the root that issued it, from {@code NAME-root.pem}; an OCSP
   * response to staple to it, from {@code NAME.ocsp}.
   *
   * @throws CertificateFileError if a file that is there can't be used
   */
  public static ServerFile server(Path chainFile) throws CertificateFileError {
    ImmutableList<PemObject> objects = Pem.objects(chainFile);
    ImmutableList<PemObject> others =
        objects.stream()
            .filter(object -> !isCertificate(object))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<Value> chain = certificates(chainFile, objects);
    Facts leaf = leaf(chainFile, chain);
    checkOrder(chainFile, leaf, chain);
    Path keyFile = others.isEmpty() ? beside(chainFile, ".key") : chainFile;
    PrivateKey key = others.isEmpty() ? keyIn(keyFile) : KeyFile.key(chainFile, others);
    if (key != null) {
      check(keyFile, key, chainFile, leaf);
    }
    Path rootFile = beside(chainFile, "-root.pem");
    Value root = Files.isRegularFile(rootFile) ? certificates(rootFile).getFirst() : null;
    return new ServerFile(chainFile, chain, leaf.keyType(), key, root, staple(chainFile));
  }

  /** In DER, as responders send it and web servers are given it. */
  private static @Nullable Value staple(Path chainFile) throws CertificateFileError {
    Path file = beside(chainFile, ".ocsp");
    return Files.isRegularFile(file) ? Octets.of(Pem.octets(file)) : null;
  }

  private static void checkOrder(Path file, Facts leaf, ImmutableList<Value> chain)
      throws CertificateFileError {
    if (leaf.hosts().isEmpty()) {
      throw new CertificateFileError(
          file, "its first certificate names no host; expected the server's own first");
    }
    for (int i = 1; i < chain.size(); i++) {
      X500Name issuer = parsed(chain.get(i - 1)).getIssuer();
      if (!parsed(chain.get(i)).getSubject().equals(issuer)) {
        throw new CertificateFileError(
            file, "its certificate " + (i + 1) + " did not issue the one before; expected that");
      }
    }
  }

  private static Certificate parsed(Value certificate) {
    return Certificate.getInstance(Octets.bytes(certificate));
  }

  private static @Nullable PrivateKey keyIn(Path file) throws CertificateFileError {
    return Files.isRegularFile(file) ? KeyFile.read(file) : null;
  }

  private static Path beside(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
  }

  private static boolean isCertificate(PemObject object) {
    return object.getType().equals(CERTIFICATE);
  }

  private static ImmutableList<Value> certificates(Path file, ImmutableList<PemObject> objects)
      throws CertificateFileError {
    var certificates = ImmutableList.<Value>builder();
    for (PemObject object : objects) {
      if (isCertificate(object)) {
        if (!isReadable(object)) {
          throw new CertificateFileError(file, "a certificate is garbled; expected X.509 in DER");
        }
        certificates.add(Octets.of(object.getContent()));
      }
    }
    return certificates.build();
  }

  private static boolean isReadable(PemObject object) {
    try {
      return Certificate.getInstance(object.getContent()) != null;
    } catch (RuntimeException garbled) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return false;
    }
  }

  private static Facts leaf(Path file, ImmutableList<Value> chain) throws CertificateFileError {
    return chain.stream()
        .findFirst()
        .flatMap(LOOK::facts)
        .orElseThrow(
            () ->
                new CertificateFileError(file, "has no certificate with a key that is known here"));
  }

  private static void check(Path keyFile, PrivateKey key, Path chainFile, Facts leaf)
      throws CertificateFileError {
    if (!LOOK.same(leaf.publicKey(), key.publicKey())) {
      throw new CertificateFileError(
          keyFile, "not the key of the first certificate in " + chainFile);
    }
  }
}
