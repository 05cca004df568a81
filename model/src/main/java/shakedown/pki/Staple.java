package shakedown.pki;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.crypto.ExtendedKeyUsage;
import shakedown.crypto.Facts;
import shakedown.crypto.Status;
import shakedown.wire.Value;

/**
 * What came with a certificate where its OCSP response was asked for (RFC 6066 8).
 *
 * @param response null if none came
 */
public record Staple(@Nullable Value response) {
  /** Whether it is about this certificate, current, and of one who may say so (RFC 6960 3.2). */
  boolean isSatisfactory(Link link, Facts issuer, long instant, Crypto crypto) {
    Optional<Status> status = status(link, issuer, crypto);
    return response == null
        || (status.isPresent()
            && status.get().standing() != Status.Standing.UNKNOWN
            && status.get().current().contains(instant)
            && isSigned(response, status.get(), issuer, instant, crypto));
  }

  boolean revokes(Link link, Facts issuer, Crypto crypto) {
    return status(link, issuer, crypto)
        .filter(status -> status.standing() == Status.Standing.REVOKED)
        .isPresent();
  }

  Optional<Status> status(Link link, Facts issuer, Crypto crypto) {
    return response == null
        ? Optional.empty()
        : crypto.status(response, link.certificate(), issuer.publicKey());
  }

  /** By a responder that the issuer appointed, or the issuer itself (RFC 6960 4.2.2.2). */
  private static boolean isSigned(
      Value response, Status status, Facts issuer, long instant, Crypto crypto) {
    return status.responders().stream()
            .flatMap(responder -> Link.of(responder, crypto).stream())
            .filter(responder -> isAppointed(responder, issuer, instant, crypto))
            .anyMatch(responder -> crypto.statusSigned(responder.facts().publicKey(), response))
        || crypto.statusSigned(issuer.publicKey(), response);
  }

  private static boolean isAppointed(Link responder, Facts issuer, long instant, Crypto crypto) {
    Facts facts = responder.facts();
    return facts.issued().by().equals(issuer.subject().name())
        && facts.usage().extended().contains(ExtendedKeyUsage.OCSP_SIGNING)
        && facts.validity().contains(instant)
        && crypto.certified(issuer.publicKey(), responder.certificate());
  }
}
