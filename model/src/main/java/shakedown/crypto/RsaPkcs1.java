package shakedown.crypto;

import static org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256;
import static org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha384;
import static org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha512;
import static org.bouncycastle.asn1.x509.X509ObjectIdentifiers.id_SHA1;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import shakedown.wire.Hash;

/** RSASSA-PKCS1-v1_5 (RFC 8017 8.2). */
record RsaPkcs1(Hash hash) implements SignatureMethod {
  /** Two zeros and a type around at least eight octets of padding (RFC 8017 9.2). */
  private static final int LEAST_PADDING = 11;

  @Override
  public byte[] sign(AsymmetricKeyParameter key, byte[] content, Noise noise) {
    return padded(content, Rsa.length(key))
        .flatMap(block -> Rsa.apply(key, block))
        .orElseThrow(() -> new AssertionError("a padded block is never too long for its key"));
  }

  /** Compares whole blocks, so that no octet of the padding escapes (Bleichenbacher 2006). */
  @Override
  public boolean verifies(AsymmetricKeyParameter key, byte[] content, byte[] signature) {
    Optional<byte[]> wanted = padded(content, Rsa.length(key));
    Optional<byte[]> found = Rsa.apply(key, signature);
    return wanted.isPresent()
        && found.isPresent()
        && MessageDigest.isEqual(wanted.get(), found.get());
  }

  private Optional<byte[]> padded(byte[] content, int length) {
    byte[] info = digestInfo(content);
    if (length < info.length + LEAST_PADDING) {
      return Optional.empty();
    }
    byte[] block = new byte[length];
    int start = length - info.length;
    block[1] = 1;
    Arrays.fill(block, 2, start - 1, (byte) 0xff);
    System.arraycopy(info, 0, block, start, info.length);
    return Optional.of(block);
  }

  private byte[] digestInfo(byte[] content) {
    var algorithm =
        new AlgorithmIdentifier(
            switch (hash) {
              case SHA1 -> id_SHA1;
              case SHA256 -> id_sha256;
              case SHA384 -> id_sha384;
              case SHA512 -> id_sha512;
            },
            DERNull.INSTANCE);
    try {
      return new DigestInfo(algorithm, Hashing.digest(hash, content)).getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError("nothing is written but to memory", e);
    }
  }
}
