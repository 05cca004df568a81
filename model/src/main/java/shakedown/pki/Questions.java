package shakedown.pki;

import static shakedown.rules.Rule.CERTIFICATE_KEY_MAY_SIGN;
import static shakedown.rules.Rule.CERTIFICATE_MATCHES_NAME;
import static shakedown.rules.Rule.CERTIFICATE_NOT_REVOKED;
import static shakedown.rules.Rule.CERTIFICATE_SIGNATURES_VERIFY;
import static shakedown.rules.Rule.CHAIN_IN_VALIDITY;
import static shakedown.rules.Rule.CHAIN_TRUSTED;
import static shakedown.rules.Rule.CRITICAL_EXTENSIONS_KNOWN;
import static shakedown.rules.Rule.EXTENDED_KEY_USAGE_FITS;
import static shakedown.rules.Rule.ISSUERS_ARE_AUTHORITIES;
import static shakedown.rules.Rule.ISSUERS_MAY_SIGN;
import static shakedown.rules.Rule.NAME_CONSTRAINTS_KEPT;
import static shakedown.rules.Rule.NO_MD5_IN_CHAIN;
import static shakedown.rules.Rule.NO_SHA1_IN_CHAIN;
import static shakedown.rules.Rule.OCSP_RESPONSE_VALID;
import static shakedown.rules.Rule.PATH_LENGTH_KEPT;
import static shakedown.rules.Rule.STAPLE_CAME_IF_DEMANDED;
import static shakedown.rules.Rule.TLS12_KEY_USAGE_FITS;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Facts;
import shakedown.crypto.KeyUsage;
import shakedown.rules.Rule;
import shakedown.wire.Version;

/**
 * What is asked of a path (RFC 5280 6.1), signatures last as only they cost. Of an anchor only its
 * name, its key and whether it is an authority count (RFC 5280 6.1.1): not its dates.
 */
record Questions(CertificationPath path, @Nullable Staple staple, Validation asking) {
  /** In their order. */
  Stream<Question> all() {
    int all = path.length();
    int issued = path.issuers().size();
    return Stream.of(
        new Question(CHAIN_TRUSTED, all, this::isTrusted),
        new Question(ISSUERS_ARE_AUTHORITIES, issued, this::hasAuthority),
        new Question(ISSUERS_MAY_SIGN, all, this::maySign),
        new Question(PATH_LENGTH_KEPT, all, this::isWithinLength),
        new Question(NAME_CONSTRAINTS_KEPT, all, this::isWithinConstraints),
        new Question(CRITICAL_EXTENSIONS_KNOWN, all, at -> path.at(at).unknownCritical().isEmpty()),
        new Question(CHAIN_IN_VALIDITY, all, this::isCurrent),
        new Question(EXTENDED_KEY_USAGE_FITS, all, this::isMeant),
        new Question(usageRule(asking.purpose().version()), 1, this::isAllowed),
        new Question(CERTIFICATE_MATCHES_NAME, 1, this::isNamed),
        new Question(NO_MD5_IN_CHAIN, issued, at -> digest(at) != Facts.Digest.MD5),
        new Question(NO_SHA1_IN_CHAIN, issued, at -> digest(at) != Facts.Digest.SHA1),
        new Question(CERTIFICATE_SIGNATURES_VERIFY, issued, this::isSigned),
        new Question(STAPLE_CAME_IF_DEMANDED, 1, this::isStapled),
        new Question(OCSP_RESPONSE_VALID, 1, this::isStapleValid),
        new Question(CERTIFICATE_NOT_REVOKED, 1, this::isGood));
  }

  private static Rule usageRule(Version version) {
    return version.equals(Version.TLS13) ? CERTIFICATE_KEY_MAY_SIGN : TLS12_KEY_USAGE_FITS;
  }

  /** The last link's issuer is the one that nobody knows. */
  private boolean isTrusted(int place) {
    return path.trusted() || place < path.issuers().size();
  }

  private boolean hasAuthority(int place) {
    return path.issuers().get(place).authority().issues();
  }

  /** An authority that is not the anchor (RFC 5280 6.1.4 (n)). */
  private boolean maySign(int place) {
    return place == 0 || path.at(place).usage().allows(KeyUsage.KEY_CERT_SIGN);
  }

  /** RFC 5280 6.1.4 (l), (m). */
  private boolean isWithinLength(int place) {
    long below = IntStream.range(1, place).filter(other -> !path.at(other).isSelfIssued()).count();
    return place == 0 || below <= path.at(place).authority().pathLength();
  }

  /** Every authority above may constrain it, unless it renews its own key (RFC 5280 6.1.3). */
  private boolean isWithinConstraints(int place) {
    return (place > 0 && path.at(place).isSelfIssued())
        || IntStream.range(place + 1, path.length())
            .mapToObj(above -> path.at(above).authority())
            .allMatch(authority -> path.at(place).constrained().allMatch(authority::lets));
  }

  private boolean isCurrent(int place) {
    return path.at(place).validity().contains(asking.trust().instant());
  }

  /** Real stacks hold authorities to it, too, though RFC 5280 asks it of the leaf alone. */
  private boolean isMeant(int place) {
    return path.at(place).usage().allows(asking.purpose().meant());
  }

  private boolean isAllowed(int place) {
    return path.at(place).usage().allows(asking.purpose().usage());
  }

  private boolean isNamed(int place) {
    String host = asking.purpose().host();
    return host == null
        || path.at(place).subject().names().stream()
            .anyMatch(name -> HostName.isNamedBy(host, name));
  }

  private Facts.Digest digest(int place) {
    return path.at(place).issued().digest();
  }

  private boolean isSigned(int place) {
    return asking
        .crypto()
        .certified(path.issuers().get(place).publicKey(), path.links().get(place).certificate());
  }

  /** Where a certificate demands a staple and one was asked for, one must come. */
  private boolean isStapled(int place) {
    return staple == null || staple.response() != null || !path.at(place).usage().wantsStaple();
  }

  private boolean isStapleValid(int place) {
    Optional<Facts> issuer = path.issuers().stream().findFirst();
    return staple == null
        || staple.response() == null
        || (issuer.isPresent()
            && staple.isSatisfactory(
                path.links().get(place), issuer.get(), asking.trust().instant(), asking.crypto()));
  }

  private boolean isGood(int place) {
    return staple == null
        || path.issuers().stream()
            .limit(1)
            .noneMatch(issuer -> staple.revokes(path.links().get(place), issuer, asking.crypto()));
  }
}
