package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;
import shakedown.crypto.Crypto;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.Value;

/** The chains that were made with OpenSSL. */
public enum Chains {
  ECDSA("ecdsa-p256-2"),
  RSA("rsa-2048-2"),
  ED25519("ed25519-2");

  /** The year 2030, which all of them hold in. */
  public static final long INSTANT = 1_893_456_000;

  public static final String HOST = "server.example.com";

  private final String name;

  Chains(String name) {
    this.name = name;
  }

  public static Path file(String name) {
    return Path.of("../experiments/configs/chains").resolve(name);
  }

  /** Leaf first, without the root. */
  public Path chainFile() {
    return file(name + ".pem");
  }

  public Path keyFile() {
    return file(name + ".key");
  }

  public Path rootFile() {
    return file(name + "-root.pem");
  }

  public Identity identity() {
    try {
      return CertificateFiles.identity(chainFile(), keyFile());
    } catch (CertificateFileError e) {
      throw new AssertionError(e);
    }
  }

  public Trust trust() {
    return new Trust(roots(), INSTANT);
  }

  /** What rule a chain of TLS 1.3 breaks first, if it is shown for {@link #HOST}. */
  public static Optional<Rule> rule(Chain chain, Trust trust, Crypto crypto) {
    return new Validation(trust, Purpose.server13(HOST), Rules.RFC, crypto)
        .fault(chain)
        .map(Fault::rule);
  }

  private ImmutableList<Value> roots() {
    try {
      return CertificateFiles.certificates(rootFile());
    } catch (CertificateFileError e) {
      throw new AssertionError(e);
    }
  }
}
