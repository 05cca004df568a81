package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Octets;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** Responses of the Online Certificate Status Protocol (RFC 6960 4.2). */
final class Ocsp {
  private static final int GOOD = 0;
  private static final int REVOKED = 1;

  /** What identifies issuers: SHA-1 as everywhere (RFC 5019 2.1.1), SHA-256 as of RFC 9654 3. */
  private static final ImmutableMap<ASN1ObjectIdentifier, Supplier<Digest>> DIGESTS =
      ImmutableMap.of(
          X509ObjectIdentifiers.id_SHA1,
          SHA1Digest::new,
          NISTObjectIdentifiers.id_sha256,
          SHA256Digest::new);

  private Ocsp() {}

  /** Nothing if it is no successful response, or says nothing about this certificate. */
  static Optional<Status> status(byte[] response, byte[] certificate, byte[] issuerKey) {
    try {
      Optional<BasicOCSPResponse> basic = basic(response);
      return basic.isEmpty()
          ? Optional.empty()
          : status(basic.get(), Certificate.getInstance(certificate), issuerKey);
    } catch (IOException | ParseException | RuntimeException garbled) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return Optional.empty();
    }
  }

  private static Optional<Status> status(
      BasicOCSPResponse basic, Certificate certificate, byte[] issuerKey)
      throws IOException, ParseException {
    for (ASN1Encodable each : basic.getTbsResponseData().getResponses()) {
      SingleResponse single = SingleResponse.getInstance(each);
      if (isAbout(single.getCertID(), certificate, issuerKey)
          && !hasCritical(single.getSingleExtensions())) {
        return Optional.of(
            new Status(standing(single), current(single), responders(basic.getCerts())));
      }
    }
    return Optional.empty();
  }

  private static boolean isAbout(CertID id, Certificate certificate, byte[] issuerKey)
      throws IOException {
    Supplier<Digest> digest = DIGESTS.get(id.getHashAlgorithm().getAlgorithm());
    byte[] name = certificate.getIssuer().getEncoded(ASN1Encoding.DER);
    byte[] key = SubjectPublicKeyInfo.getInstance(issuerKey).getPublicKeyData().getOctets();
    return digest != null
        && id.getSerialNumber().equals(certificate.getSerialNumber())
        && Arrays.equals(id.getIssuerNameHash().getOctets(), hash(digest.get(), name))
        && Arrays.equals(id.getIssuerKeyHash().getOctets(), hash(digest.get(), key));
  }

  private static byte[] hash(Digest digest, byte[] octets) {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.update(octets, 0, octets.length);
    digest.doFinal(hash, 0);
    return hash;
  }

  private static Status.Standing standing(SingleResponse single) {
    return switch (single.getCertStatus().getTagNo()) {
      case GOOD -> Status.Standing.GOOD;
      case REVOKED -> Status.Standing.REVOKED;
      default -> Status.Standing.UNKNOWN;
    };
  }

  private static Facts.Validity current(SingleResponse single) throws ParseException {
    ASN1GeneralizedTime next = single.getNextUpdate();
    return new Facts.Validity(
        seconds(single.getThisUpdate()), next == null ? Long.MAX_VALUE : seconds(next));
  }

  private static long seconds(ASN1GeneralizedTime time) throws ParseException {
    return time.getDate().toInstant().getEpochSecond();
  }

  private static ImmutableList<Value> responders(@Nullable ASN1Sequence certificates)
      throws IOException {
    var responders = ImmutableList.<Value>builder();
    if (certificates != null) {
      for (ASN1Encodable each : certificates) {
        responders.add(Octets.of(each.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
      }
    }
    return responders.build();
  }

  /** Whether the response is signed with this key. */
  static boolean isSigned(byte[] key, byte[] response) {
    try {
      Optional<BasicOCSPResponse> basic = basic(response);
      Optional<SignatureScheme> scheme =
          basic.flatMap(each -> CertificateSignatures.scheme(each.getSignatureAlgorithm()));
      return scheme.isPresent()
          && CertificateSignatures.verifies(
              key,
              scheme.get(),
              basic.get().getTbsResponseData().getEncoded(ASN1Encoding.DER),
              basic.get().getSignature().getOctets());
    } catch (IOException | RuntimeException garbled) {
      return false;
    }
  }

  /** How it is signed; nothing if it is no response, or in a way that the model doesn't know. */
  static Optional<SignatureScheme> scheme(byte[] response) {
    try {
      return basic(response)
          .flatMap(each -> CertificateSignatures.scheme(each.getSignatureAlgorithm()));
    } catch (RuntimeException garbled) {
      return Optional.empty();
    }
  }

  private static Optional<BasicOCSPResponse> basic(byte[] octets) {
    OCSPResponse response = OCSPResponse.getInstance(octets);
    ResponseBytes bytes = response.getResponseBytes();
    if (response.getResponseStatus().getIntValue() != OCSPResponseStatus.SUCCESSFUL
        || bytes == null
        || !bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
      return Optional.empty();
    }
    return Stream.of(BasicOCSPResponse.getInstance(bytes.getResponse().getOctets()))
        .filter(basic -> !hasCritical(basic.getTbsResponseData().getResponseExtensions()))
        .findFirst();
  }

  /** None is known here (RFC 6960 4.4). */
  private static boolean hasCritical(@Nullable Extensions extensions) {
    return extensions != null && extensions.hasAnyCriticalExtensions();
  }
}
