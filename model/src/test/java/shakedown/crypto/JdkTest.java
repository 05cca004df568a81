package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.pki.Chains;
import shakedown.pki.Identity;
import shakedown.wire.Codec;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Octets;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Signatures, certificates and key transport against the providers of the JDK. */
class JdkTest {
  private static final ImmutableMap<SignatureScheme, String> NAMES =
      ImmutableMap.of(
          SignatureScheme.ECDSA_SECP256R1_SHA256, "SHA256withECDSA",
          SignatureScheme.ED25519, "Ed25519",
          SignatureScheme.RSA_PKCS1_SHA256, "SHA256withRSA",
          SignatureScheme.RSA_PKCS1_SHA384, "SHA384withRSA",
          SignatureScheme.RSA_PSS_RSAE_SHA256, "RSASSA-PSS",
          SignatureScheme.RSA_PSS_RSAE_SHA384, "RSASSA-PSS");

  private static final SignedTranscript CONTENT =
      new SignedTranscript(SignedTranscript.SERVER, Octets.of(new byte[32]));

  private final Concrete crypto = new Concrete(new Seed(1, "server", 1));

  @ParameterizedTest
  @EnumSource
  void the_jdk_verifies_what_is_signed_here(Chains chains) throws Exception {
    Identity identity = chains.identity();

    for (SignatureScheme scheme : fitting(identity)) {
      Value signature = crypto.sign(identity.privateKey(), scheme, CONTENT);

      Signature verifier = signature(scheme);
      verifier.initVerify(certificate(identity.chain().getFirst()).getPublicKey());
      verifier.update(Codec.encode(CONTENT));
      assertThat(verifier.verify(Octets.bytes(signature))).as("%s", scheme).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_the_jdk_signs_verifies_here(Chains chains) throws Exception {
    Identity identity = chains.identity();
    Value publicKey = crypto.facts(identity.chain().getFirst()).orElseThrow().publicKey();

    for (SignatureScheme scheme : fitting(identity)) {
      Signature signer = signature(scheme);
      signer.initSign(privateKey(identity));
      signer.update(Codec.encode(CONTENT));
      byte[] signature = signer.sign();

      assertThat(crypto.verifies(publicKey, scheme, CONTENT, Octets.of(signature)))
          .as("%s", scheme)
          .isTrue();
    }
  }

  private static ImmutableList<SignatureScheme> fitting(Identity identity) {
    return NAMES.keySet().stream()
        .filter(scheme -> scheme.fits(identity.keyType()))
        .collect(ImmutableList.toImmutableList());
  }

  private static Signature signature(SignatureScheme scheme) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(NAMES.get(scheme));
    if (scheme.equals(SignatureScheme.RSA_PSS_RSAE_SHA256)) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    if (scheme.equals(SignatureScheme.RSA_PSS_RSAE_SHA384)) {
      signature.setParameter(
          new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
    }
    return signature;
  }

  @ParameterizedTest
  @EnumSource
  void a_certificate_says_the_same_to_both(Chains chains) throws Exception {
    for (Value value : chains.identity().chain()) {
      X509Certificate theirs = certificate(value);
      Facts ours = crypto.facts(value).orElseThrow();

      assertThat(Octets.bytes(ours.publicKey())).isEqualTo(theirs.getPublicKey().getEncoded());
      assertThat(ours.validity().from())
          .isEqualTo(theirs.getNotBefore().toInstant().getEpochSecond());
      assertThat(ours.validity().until())
          .isEqualTo(theirs.getNotAfter().toInstant().getEpochSecond());
      assertThat(ours.authority().issues()).isEqualTo(theirs.getBasicConstraints() >= 0);
      assertThat(ours.hosts()).isEqualTo(names(theirs));
    }
  }

  private static ImmutableList<String> names(X509Certificate certificate) throws Exception {
    return certificate.getSubjectAlternativeNames() == null
        ? ImmutableList.of()
        : certificate.getSubjectAlternativeNames().stream()
            .map(name -> (String) ((List<?>) name).get(1))
            .collect(ImmutableList.toImmutableList());
  }

  /** No change of an octet gets past: not of what is signed, not of the signature. */
  @ParameterizedTest
  @EnumSource
  void a_changed_certificate_is_no_longer_certified(Chains chains) {
    ImmutableList<Value> chain = chains.identity().chain();
    Value issuerKey = crypto.facts(chain.get(1)).orElseThrow().publicKey();
    byte[] octets = Octets.bytes(chain.getFirst());
    assertThat(crypto.certified(issuerKey, chain.getFirst())).isTrue();

    for (int i = 0; i < octets.length; i++) {
      octets[i] ^= 0x20;
      assertThat(crypto.certified(issuerKey, Octets.of(octets))).as("octet %d", i).isFalse();
      octets[i] ^= 0x20;
    }
  }

  @Test
  void the_jdk_decrypts_what_is_encrypted_here() throws Exception {
    Identity rsa = Chains.RSA.identity();
    Value publicKey = crypto.facts(rsa.chain().getFirst()).orElseThrow().publicKey();
    Value premaster = crypto.premaster(Version.TLS12);

    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.DECRYPT_MODE, privateKey(rsa));

    assertThat(cipher.doFinal(Octets.bytes(crypto.encrypt(publicKey, premaster))))
        .isEqualTo(Octets.bytes(premaster));
  }

  @Test
  void what_the_jdk_encrypts_is_decrypted_here_if_it_is_a_premaster_secret() throws Exception {
    Identity rsa = Chains.RSA.identity();
    Value premaster = crypto.premaster(Version.TLS12);
    byte[] octets = Octets.bytes(premaster);

    assertThat(decrypted(rsa, encrypted(rsa, octets))).isEqualTo(premaster);
    for (byte[] other : ImmutableList.of(withFirst(octets, 2), new byte[47], new byte[0])) {
      Value decrypted = decrypted(rsa, encrypted(rsa, other));
      assertThat(Octets.bytes(decrypted)).hasSize(48).startsWith(3, 3);
      assertThat(decrypted).isNotEqualTo(premaster);
    }
  }

  private Value decrypted(Identity rsa, Octets encrypted) {
    return crypto.decrypt(rsa.privateKey(), Version.TLS12, encrypted);
  }

  private static byte[] withFirst(byte[] octets, int first) {
    byte[] copy = octets.clone();
    copy[0] = (byte) first;
    return copy;
  }

  private static Octets encrypted(Identity rsa, byte[] plain) throws Exception {
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, certificate(rsa.chain().getFirst()).getPublicKey());
    return Octets.of(cipher.doFinal(plain));
  }

  private static X509Certificate certificate(Value value) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Octets.bytes(value)));
  }

  private static java.security.PrivateKey privateKey(Identity identity) throws Exception {
    byte[] pkcs8 =
        PrivateKeyInfoFactory.createPrivateKeyInfo(((PrivateKey) identity.privateKey()).key())
            .getEncoded();
    String algorithm =
        switch (identity.keyType()) {
          case RSA -> "RSA";
          case ECDSA_P256 -> "EC";
          case ED25519 -> "Ed25519";
          default -> throw new AssertionError(identity.keyType());
        };
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }
}
