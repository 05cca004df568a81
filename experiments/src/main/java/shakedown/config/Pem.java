package shakedown.config;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import shakedown.wire.Octets;

/**
 * What a PEM file holds (RFC 7468).
 *
 * @param certificates DER, in their order
 * @param keys PKCS #8 DER
 */
record Pem(ImmutableList<Octets> certificates, ImmutableList<Octets> keys) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

  /** The first key. */
  Optional<Octets> key() {
    return keys.stream().findFirst();
  }

  /** Empty if a block is broken; blocks that are neither certificate nor key are passed over. */
  static Optional<Pem> parse(String text) {
    ImmutableList.Builder<Octets> certificates = ImmutableList.builder();
    ImmutableList.Builder<Octets> keys = ImmutableList.builder();
    Matcher matcher = BLOCK.matcher(text);
    try {
      while (matcher.find()) {
        byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
        switch (matcher.group(1)) {
          case "CERTIFICATE" -> certificates.add(Octets.of(der));
          case "PRIVATE KEY" -> keys.add(Octets.of(PrivateKeyInfo.getInstance(der).getEncoded()));
          case "RSA PRIVATE KEY" -> keys.add(rsa(der));
          case "EC PRIVATE KEY" -> keys.add(ec(der));
          default -> {}
        }
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
    return Optional.of(new Pem(certificates.build(), keys.build()));
  }

  /** PKCS #1, as old versions of OpenSSL write it. */
  private static Octets rsa(byte[] der) throws IOException {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return Octets.of(new PrivateKeyInfo(algorithm, RSAPrivateKey.getInstance(der)).getEncoded());
  }

  /** SEC 1 (RFC 5915). */
  private static Octets ec(byte[] der) throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(der);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1);
    return Octets.of(new PrivateKeyInfo(algorithm, key).getEncoded());
  }
}
