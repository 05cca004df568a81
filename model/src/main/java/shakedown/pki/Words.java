package shakedown.pki;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.stream.Stream;
import shakedown.crypto.Facts;
import shakedown.crypto.Status;

/** What is said to a person about a fault. */
record Words(Fault fault, Validation validation) {
  /**
   * What was seen, what was required, and what helps.
   *
   * @throws IllegalArgumentException if the rule is not about chains
   */
  Explanation explanation() {
    return switch (fault.rule()) {
      case CHAIN_TRUSTED -> untrusted();
      case ISSUERS_ARE_AUTHORITIES -> noAuthority();
      case ISSUERS_MAY_SIGN -> noSigner();
      case PATH_LENGTH_KEPT -> tooLong();
      case NAME_CONSTRAINTS_KEPT -> unconstrained();
      case CRITICAL_EXTENSIONS_KNOWN -> unknownExtension();
      case CHAIN_IN_VALIDITY -> outOfTime();
      case EXTENDED_KEY_USAGE_FITS -> meantForOther();
      case CERTIFICATE_KEY_MAY_SIGN, TLS12_KEY_USAGE_FITS -> otherUsage();
      case CERTIFICATE_MATCHES_NAME -> misnamed();
      case NO_MD5_IN_CHAIN, NO_SHA1_IN_CHAIN -> weaklySigned();
      case CERTIFICATE_SIGNATURES_VERIFY -> notSigned();
      case STAPLE_CAME_IF_DEMANDED -> notStapled();
      case OCSP_RESPONSE_VALID -> unsatisfactory();
      case CERTIFICATE_NOT_REVOKED -> revoked();
      default -> throw new IllegalArgumentException(fault.rule() + " is not about chains");
    };
  }

  private Facts facts() {
    return fault.certificate();
  }

  private String who() {
    Facts.Subject subject = facts().subject();
    return (fault.place() == 0 ? "the certificate of " : "the authority certificate of ")
        + (subject.name().isEmpty() ? list(subject.names().stream()) : subject.name());
  }

  private String issuer() {
    return facts().issued().by();
  }

  private long instant() {
    return validation.trust().instant();
  }

  private Explanation untrusted() {
    int anchors = validation.trust().anchors().size();
    String required = "a path to one of the " + anchors + " anchors of trust";
    return facts().isSelfIssued()
        ? new Explanation(
            who() + " is self-signed, and nobody here trusts it",
            required,
            "trust it, or have a certificate issued by an authority that is trusted")
        : new Explanation(
            who() + " was issued by " + issuer() + ", which was not sent and is not trusted here",
            required,
            "send the certificate of " + issuer() + " along, or trust it");
  }

  private Explanation noAuthority() {
    return new Explanation(
        who() + " was issued by " + issuer() + ", which is no authority",
        "an issuer's basic constraints must say CA:TRUE",
        "have it issued by an authority");
  }

  private Explanation noSigner() {
    return new Explanation(
        who() + " allows its key " + list(facts().usage().keys().stream()),
        "an authority's key usage must hold keyCertSign",
        "have the authority's certificate issued again with it");
  }

  private Explanation tooLong() {
    int most = facts().authority().pathLength();
    return new Explanation(
        who() + " allows at most " + most + " authorities below it, and there are more",
        "a path must keep to pathLenConstraint",
        "leave out authorities in between, or raise the limit");
  }

  /** By the lowest authority that does not let one of its names. */
  private Explanation unconstrained() {
    return fault.path().links().stream()
        .skip(fault.place() + 1L)
        .map(Link::facts)
        .flatMap(this::forbidden)
        .findFirst()
        .orElseThrow();
  }

  private Stream<Explanation> forbidden(Facts above) {
    Facts.Authority authority = above.authority();
    String limits =
        (authority.permitted().isEmpty()
            ? "nothing under " + list(authority.excluded().stream())
            : "only what is under " + list(authority.permitted().stream()));
    return facts()
        .constrained()
        .filter(name -> !authority.lets(name))
        .map(
            name ->
                new Explanation(
                    who() + " names " + name,
                    above.subject().name() + " may certify " + limits,
                    "have it issued by another authority"));
  }

  private Explanation unknownExtension() {
    return new Explanation(
        who() + " has the critical extension " + list(facts().unknownCritical().stream()),
        "every critical extension must be understood",
        "have it issued without, or with the extension not critical");
  }

  private Explanation outOfTime() {
    Facts.Validity validity = facts().validity();
    boolean early = instant() < validity.from();
    return new Explanation(
        who()
            + (early
                ? " is not valid before " + time(validity.from())
                : " expired at " + time(validity.until())),
        "the instant of validation is " + time(instant()),
        early
            ? "wait, or look whether the clock is slow"
            : "renew it, or look whether the clock is fast");
  }

  private static String time(long seconds) {
    return seconds > Instant.MAX.getEpochSecond()
        ? "the end of time"
        : Instant.ofEpochSecond(seconds).toString();
  }

  private Explanation meantForOther() {
    return new Explanation(
        who() + " is meant for " + list(facts().usage().extended().stream()),
        "it must be meant for " + validation.purpose().meant(),
        "have it issued with that extended key usage");
  }

  private Explanation otherUsage() {
    return new Explanation(
        who() + " allows its key " + list(facts().usage().keys().stream()),
        "this handshake needs " + validation.purpose().usage(),
        "have it issued with that key usage, or choose cipher suites that don't need it");
  }

  private Explanation misnamed() {
    String host = String.valueOf(validation.purpose().host());
    boolean common = facts().subject().common().equals(host);
    return new Explanation(
        who()
            + " is for "
            + list(facts().subject().names().stream())
            + (common ? "; its common name " + host + " does not count (RFC 9525)" : ""),
        "it must name " + host,
        "have one issued with " + host + " among its alternative names, or ask for another name");
  }

  private Explanation weaklySigned() {
    return new Explanation(
        who() + " is signed over a hash of " + facts().issued().digest(),
        "collisions of that hash are cheap enough to forge certificates",
        "have it issued anew with SHA-256 or better");
  }

  private Explanation notSigned() {
    return new Explanation(
        who() + " is not signed by the key of " + issuer(),
        "its issuer's key must verify its signature",
        "look whether it was damaged, or the issuer is another of the same name");
  }

  private Explanation notStapled() {
    return new Explanation(
        who() + " demands a stapled OCSP response, and none came",
        "it holds only with one (RFC 7633)",
        "switch OCSP stapling on at the server");
  }

  private Explanation unsatisfactory() {
    return new Explanation(
        "the OCSP response stapled to "
            + who()
            + fault.status(validation.crypto()).map(this::said).orElse(" says nothing about it"),
        "a response about it, current at " + time(instant()) + ", signed by its issuer or for it",
        "let the server fetch a new response from the responder of its issuer");
  }

  private String said(Status status) {
    if (status.standing() == Status.Standing.UNKNOWN) {
      return " says that it is unknown";
    }
    Facts.Validity current = status.current();
    return current.contains(instant())
        ? " is not signed by its issuer, nor by whom that appointed"
        : " holds from " + time(current.from()) + " until " + time(current.until());
  }

  private Explanation revoked() {
    return new Explanation(
        who() + " was revoked, says the stapled OCSP response of its issuer",
        "it must be good",
        "have another issued, for another key");
  }

  private static String list(Stream<?> things) {
    String all = things.map(Object::toString).collect(joining(", "));
    return all.isEmpty() ? "nothing" : all;
  }
}
