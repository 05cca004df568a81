package shakedown.interop;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import shakedown.crypto.PrivateKey;
import shakedown.pki.CertificateFileError;
import shakedown.pki.CertificateFiles;
import shakedown.pki.Chains;
import shakedown.pki.Identity;
import shakedown.pki.Trust;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/**
 * A chain of the shipped ones, as programs are given it.
 *
 * @param algorithm of its key, as the JDK calls it
 */
record ChainFiles(String name, String algorithm) {
  static final ChainFiles ECDSA = new ChainFiles("ecdsa-p256-2", "EC");
  static final ChainFiles ECDSA_P384 = new ChainFiles("ecdsa-p384-2", "EC");
  static final ChainFiles ECDSA_P521 = new ChainFiles("ecdsa-p521-2", "EC");
  static final ChainFiles RSA = new ChainFiles("rsa-2048-2", "RSA");
  static final ChainFiles RSA_PSS = new ChainFiles("rsa-pss-2048-2", "RSASSA-PSS");
  static final ChainFiles ED25519 = new ChainFiles("ed25519-2", "Ed25519");
  static final ChainFiles ED448 = new ChainFiles("ed448-2", "Ed448");
  static final ChainFiles ML_DSA_44 = new ChainFiles("ml-dsa-44-2", "ML-DSA");
  static final ChainFiles ML_DSA_65 = new ChainFiles("ml-dsa-65-2", "ML-DSA");
  static final ChainFiles ML_DSA_87 = new ChainFiles("ml-dsa-87-2", "ML-DSA");

  /** With an OCSP response. */
  static final ChainFiles STAPLED = new ChainFiles("ecdsa-p256-stapled-2", "EC");

  static ChainFiles of(Chains chain) {
    return switch (chain) {
      case ECDSA -> ECDSA;
      case RSA -> RSA;
      case ED25519 -> ED25519;
    };
  }

  /** Leaf first, without the root. */
  Path chainFile() {
    return Chains.file(name + ".pem");
  }

  Path keyFile() {
    return Chains.file(name + ".key");
  }

  /** What the leaf's issuer says of it (RFC 6960). */
  Path stapleFile() {
    return Chains.file(name + ".ocsp");
  }

  Path rootFile() {
    return Chains.file(name + "-root.pem");
  }

  Identity identity() {
    try {
      Identity plain = CertificateFiles.identity(chainFile(), keyFile());
      return Files.exists(stapleFile())
          ? plain.withStaple(Octets.of(Files.readAllBytes(stapleFile())))
          : plain;
    } catch (CertificateFileError | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Its key alone. */
  Identity bare() {
    var key = (PrivateKey) identity().privateKey();
    return Identity.of(key.publicKey(), key, key.type());
  }

  /** The same, as programs are given it. */
  Path publicKeyFile() {
    try {
      Path file = Files.createTempFile("public", ".pem");
      file.toFile().deleteOnExit();
      byte[] octets = Octets.bytes(bare().chain().getFirst());
      return Files.writeString(
          file,
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(octets)
              + "\n-----END PUBLIC KEY-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Trust trust() {
    try {
      ImmutableList<Value> roots = CertificateFiles.certificates(rootFile());
      return new Trust(roots, Chains.INSTANT);
    } catch (CertificateFileError e) {
      throw new AssertionError(e);
    }
  }
}
