package shakedown.handshake;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.pki.Identity;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CertificateType;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.StapledStatus;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extensions;
import shakedown.wire.Message;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Who an endpoint of TLS 1.3 is, told in a way that its peer understands (RFC 8446 4.4). */
public record Introduction(
    Identity identity, SignatureScheme scheme, Optional<CompressionAlgorithm> compression) {
  /**
   * Nothing if the endpoint has no identity, or the peer verifies no signature that it can make.
   *
   * @param asked what the peer's ClientHello or CertificateRequest holds
   * @param types what the peer takes, best first
   */
  public static Optional<Introduction> to(
      Extensions asked, ImmutableList<CertificateType> types, Context context) {
    return types.stream().flatMap(type -> of(type, asked, context)).findFirst();
  }

  private static Stream<Introduction> of(CertificateType type, Extensions asked, Context context) {
    Optional<CompressionAlgorithm> compression = compression(asked, context);
    return context.policy().schemes().stream()
        .filter(scheme -> scheme.isFor13() && verifies(asked, scheme))
        .flatMap(
            scheme ->
                context
                    .credentials()
                    .identities(type)
                    .filter(self -> scheme.fits(self.keyType(), Version.TLS13))
                    .map(self -> asked.has(StatusRequest.class) ? self : self.withStaple(null))
                    .map(self -> new Introduction(self, scheme, compression)));
  }

  private static boolean verifies(Extensions asked, SignatureScheme scheme) {
    return asked.find(SignatureAlgorithms.class).stream()
        .anyMatch(offered -> offered.schemes().contains(scheme));
  }

  private static Optional<CompressionAlgorithm> compression(Extensions asked, Context context) {
    return context.policy().compressions().stream()
        .filter(each -> decompresses(asked, each))
        .findFirst();
  }

  private static boolean decompresses(Extensions asked, CompressionAlgorithm algorithm) {
    return asked.find(CompressCertificate.class).stream()
        .anyMatch(offered -> offered.algorithms().contains(algorithm));
  }

  /** Whom the certificate names, or for whose the key is known. */
  public String name(Context context) {
    return identity.name(context.trust(), context.crypto());
  }

  /**
   * Certificate and CertificateVerify.
   *
   * @param request the context of the request that is answered; null where it is empty
   */
  public Flight in(Flight flight, @Nullable Value request, Proof proof, Context context) {
    return flight
        .say(certificate(request, context))
        .say(before -> proof.by(identity.privateKey(), scheme, before, context));
  }

  private Message certificate(@Nullable Value request, Context context) {
    var plain =
        new Certificate(
            request,
            Stream.concat(
                    identity.chain().stream()
                        .limit(1)
                        .map(leaf -> new CertificateEntry(leaf, stapled())),
                    identity.chain().stream()
                        .skip(1)
                        .map(each -> new CertificateEntry(each, Extensions.of())))
                .collect(toImmutableList()));
    return compression
        .<Message>map(algorithm -> compressed(plain, algorithm, context))
        .orElse(plain);
  }

  /** The leaf's entry brings its OCSP response (RFC 8446 4.4.2.1). */
  private Extensions stapled() {
    Value staple = identity.staple();
    return staple == null ? Extensions.of() : Extensions.of(new StapledStatus(staple));
  }

  private static Message compressed(
      Certificate plain, CompressionAlgorithm algorithm, Context context) {
    return new CompressedCertificate(algorithm, context.crypto().compress(algorithm, plain));
  }
}
