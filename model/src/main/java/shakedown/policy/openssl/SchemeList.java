package shakedown.policy.openssl;

import static shakedown.wire.SignatureScheme.ECDSA_SECP256R1_SHA256;
import static shakedown.wire.SignatureScheme.ECDSA_SECP384R1_SHA384;
import static shakedown.wire.SignatureScheme.ECDSA_SECP521R1_SHA512;
import static shakedown.wire.SignatureScheme.ECDSA_SHA1;
import static shakedown.wire.SignatureScheme.ED25519;
import static shakedown.wire.SignatureScheme.ED448;
import static shakedown.wire.SignatureScheme.RSA_PKCS1_SHA1;
import static shakedown.wire.SignatureScheme.RSA_PKCS1_SHA256;
import static shakedown.wire.SignatureScheme.RSA_PKCS1_SHA384;
import static shakedown.wire.SignatureScheme.RSA_PKCS1_SHA512;
import static shakedown.wire.SignatureScheme.RSA_PSS_PSS_SHA256;
import static shakedown.wire.SignatureScheme.RSA_PSS_PSS_SHA384;
import static shakedown.wire.SignatureScheme.RSA_PSS_PSS_SHA512;
import static shakedown.wire.SignatureScheme.RSA_PSS_RSAE_SHA256;
import static shakedown.wire.SignatureScheme.RSA_PSS_RSAE_SHA384;
import static shakedown.wire.SignatureScheme.RSA_PSS_RSAE_SHA512;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import shakedown.wire.SignatureScheme;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;

/** Reads schemes as OpenSSL's {@code SignatureAlgorithms} lists them (SSL_CONF_cmd(3)). */
public final class SchemeList {

  /** What OpenSSL 3.0 signs and verifies unless told otherwise, at security level 2. */
  public static final ImmutableList<SignatureScheme> DEFAULT =
      ImmutableList.of(
          ECDSA_SECP256R1_SHA256,
          ECDSA_SECP384R1_SHA384,
          ECDSA_SECP521R1_SHA512,
          ED25519,
          ED448,
          RSA_PSS_PSS_SHA256,
          RSA_PSS_PSS_SHA384,
          RSA_PSS_PSS_SHA512,
          RSA_PSS_RSAE_SHA256,
          RSA_PSS_RSAE_SHA384,
          RSA_PSS_RSAE_SHA512,
          RSA_PKCS1_SHA256,
          RSA_PKCS1_SHA384,
          RSA_PKCS1_SHA512);

  private static final ImmutableMap<String, SignatureScheme> ALIASES =
      ImmutableMap.<String, SignatureScheme>builder()
          .put("ECDSA+SHA1", ECDSA_SHA1)
          .put("ECDSA+SHA256", ECDSA_SECP256R1_SHA256)
          .put("ECDSA+SHA384", ECDSA_SECP384R1_SHA384)
          .put("ECDSA+SHA512", ECDSA_SECP521R1_SHA512)
          .put("RSA+SHA1", RSA_PKCS1_SHA1)
          .put("RSA+SHA256", RSA_PKCS1_SHA256)
          .put("RSA+SHA384", RSA_PKCS1_SHA384)
          .put("RSA+SHA512", RSA_PKCS1_SHA512)
          .put("RSA-PSS+SHA256", RSA_PSS_RSAE_SHA256)
          .put("RSA-PSS+SHA384", RSA_PSS_RSAE_SHA384)
          .put("RSA-PSS+SHA512", RSA_PSS_RSAE_SHA512)
          .put("PSS+SHA256", RSA_PSS_RSAE_SHA256)
          .put("PSS+SHA384", RSA_PSS_RSAE_SHA384)
          .put("PSS+SHA512", RSA_PSS_RSAE_SHA512)
          .buildOrThrow();

  private static final ImmutableMap<String, SignatureScheme> NAMES =
      ImmutableMap.<String, SignatureScheme>builder()
          .putAll(
              SignatureScheme.known().stream()
                  .collect(
                      ImmutableMap.toImmutableMap(SignatureScheme::toString, scheme -> scheme)))
          .putAll(ALIASES)
          .buildOrThrow();

  private SchemeList() {}

  /** The schemes named, in their order; all that are not known are complained of. */
  public static Reading<ImmutableList<SignatureScheme>> read(Node.Scalar said) {
    return NameList.read(
        said, NAMES, "signature scheme", "schemes such as ECDSA+SHA256:rsa_pss_rsae_sha256");
  }
}
