package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.util.io.pem.PemObject;
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
    var certificates = ImmutableList.<Value>builder();
    for (PemObject object : Pem.objects(file)) {
      if (!object.getType().equals(CERTIFICATE)) {
        throw Pem.unexpected(file, object, "certificates");
      }
      if (!isCertificate(object)) {
        throw new CertificateFileError(file, "a certificate is garbled; expected X.509 in DER");
      }
      certificates.add(Octets.of(object.getContent()));
    }
    return certificates.build();
  }

  private static boolean isCertificate(PemObject object) {
    try {
      Certificate.getInstance(object.getContent());
      return true;
    } catch (RuntimeException garbled) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return false;
    }
  }

  /**
   * Who an endpoint is: its chain, and the key of the leaf.
   *
   * @throws CertificateFileError if a file can't be used, or the key is not the leaf's
   */
  public static Identity identity(Path chainFile, Path keyFile) throws CertificateFileError {
    ImmutableList<Value> chain = certificates(chainFile);
    PrivateKey key = KeyFile.read(keyFile);
    Optional<Facts> leaf = LOOK.facts(chain.getFirst());
    if (leaf.isEmpty() || !LOOK.same(leaf.get().publicKey(), key.publicKey())) {
      throw new CertificateFileError(
          keyFile, "not the key of the first certificate in " + chainFile);
    }
    return new Identity(chain, key, key.type());
  }
}
