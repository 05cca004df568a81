package shakedown.crypto;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.stream.Stream;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * What a certificate says (RFC 5280 4.1).
 *
 * @param unknownCritical the critical extensions that nobody here knows, by number: with one, the
 *     certificate must not be used (RFC 5280 4.2)
 */
public record Facts(
    Subject subject,
    Issued issued,
    Value publicKey,
    KeyType keyType,
    Validity validity,
    Usage usage,
    Authority authority,
    ImmutableList<String> unknownCritical) {

  /** Of this subject and issuer, with nothing that restricts it. */
  public static Facts of(Subject subject, String issuer, Value publicKey, KeyType keyType) {
    return new Facts(
        subject,
        Issued.by(issuer),
        publicKey,
        keyType,
        Validity.ALWAYS,
        Usage.ANY,
        Authority.NONE,
        ImmutableList.of());
  }

  /** Whether its subject is its issuer, as when an authority renews its key (RFC 5280 3.2). */
  public boolean isSelfIssued() {
    return subject.name().equals(issued.by());
  }

  /** The DNS names that it is for. */
  public ImmutableList<String> hosts() {
    return subject.names().stream()
        .filter(Name.Dns.class::isInstance)
        .map(Name::toString)
        .collect(toImmutableList());
  }

  /** All names that an authority above may constrain (RFC 5280 4.2.1.10). */
  public Stream<Name> constrained() {
    return Stream.concat(
        Stream.of(subject.directory()).filter(name -> !name.parts().isEmpty()),
        subject.names().stream());
  }

  public Facts withIssued(Issued other) {
    return new Facts(
        subject, other, publicKey, keyType, validity, usage, authority, unknownCritical);
  }

  public Facts withValidity(Validity other) {
    return new Facts(subject, issued, publicKey, keyType, other, usage, authority, unknownCritical);
  }

  public Facts withUsage(Usage other) {
    return new Facts(
        subject, issued, publicKey, keyType, validity, other, authority, unknownCritical);
  }

  public Facts withAuthority(Authority other) {
    return new Facts(subject, issued, publicKey, keyType, validity, usage, other, unknownCritical);
  }

  public Facts withUnknownCritical(String... numbers) {
    return new Facts(
        subject,
        issued,
        publicKey,
        keyType,
        validity,
        usage,
        authority,
        ImmutableList.copyOf(numbers));
  }

  /**
   * Who it is about.
   *
   * @param name all of the subject's distinguished name
   * @param common the common name in it, empty if there is none
   * @param organization the organization in it, empty if there is none
   * @param directory the same name in parts, as constraints are held against
   * @param names the alternative names, which alone name hosts (RFC 9525 6.3)
   */
  public record Subject(
      String name,
      String common,
      String organization,
      Name.Directory directory,
      ImmutableList<Name> names) {

    /** For these hosts. */
    public static Subject of(String name, String... hosts) {
      ImmutableList<Name> names =
          ImmutableList.copyOf(hosts).stream().map(Name.Dns::new).collect(toImmutableList());
      return new Subject(name, name, "", new Name.Directory(ImmutableList.of()), names);
    }
  }

  /**
   * Who issued it, and what its signature rests on.
   *
   * @param by the issuer's distinguished name
   */
  public record Issued(String by, Digest digest) {
    public static Issued by(String issuer) {
      return new Issued(issuer, Digest.SOUND);
    }
  }

  /** What a signature's hash is worth against collisions. */
  public enum Digest {
    /** And older ones (RFC 6151 2). */
    MD5("MD5"),
    SHA1("SHA-1"),
    SOUND("SHA-2");

    private final String spelling;

    Digest(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String toString() {
      return spelling;
    }
  }

  /**
   * From when until when it holds, both ends included.
   *
   * @param from in seconds since 1970 UTC
   * @param until in seconds since 1970 UTC
   */
  public record Validity(long from, long until) {
    public static final Validity ALWAYS = new Validity(0, Long.MAX_VALUE);

    public boolean contains(long instant) {
      return from <= instant && instant <= until;
    }
  }

  /**
   * What its key may be used for.
   *
   * @param keys all, where the certificate does not say
   * @param extended {@code ANY}, where the certificate does not say
   * @param delegates whether DelegationUsage is there (RFC 9345 4.2)
   * @param wantsStaple whether it holds only with an OCSP response (RFC 7633 4.2.3)
   */
  public record Usage(
      ImmutableSet<KeyUsage> keys,
      ImmutableSet<ExtendedKeyUsage> extended,
      boolean delegates,
      boolean wantsStaple) {
    public static final Usage ANY =
        new Usage(
            Sets.immutableEnumSet(EnumSet.allOf(KeyUsage.class)),
            Sets.immutableEnumSet(ExtendedKeyUsage.ANY),
            false,
            false);

    public boolean allows(KeyUsage key) {
      return keys.contains(key);
    }

    public boolean allows(ExtendedKeyUsage meant) {
      return extended.contains(meant) || extended.contains(ExtendedKeyUsage.ANY);
    }

    /** Whether it may sign delegated credentials (RFC 9345 4.2). */
    public boolean mayDelegate() {
      return delegates && allows(KeyUsage.DIGITAL_SIGNATURE);
    }

    public Usage withKeys(KeyUsage... only) {
      return new Usage(
          Sets.immutableEnumSet(ImmutableSet.copyOf(only)), extended, delegates, wantsStaple);
    }

    public Usage withExtended(ExtendedKeyUsage... only) {
      return new Usage(
          keys, Sets.immutableEnumSet(ImmutableSet.copyOf(only)), delegates, wantsStaple);
    }
  }

  /**
   * Whether and how far its subject may issue certificates (RFC 5280 4.2.1.9).
   *
   * @param issues whether it may at all
   * @param pathLength how many authorities that are not self-issued may come below it
   * @param permitted where there is a tree of a form, names of it must be under one
   * @param excluded no name may be under one
   */
  public record Authority(
      boolean issues, int pathLength, ImmutableList<Name> permitted, ImmutableList<Name> excluded) {
    public static final Authority NONE =
        new Authority(false, Integer.MAX_VALUE, ImmutableList.of(), ImmutableList.of());
    public static final Authority UNLIMITED =
        new Authority(true, Integer.MAX_VALUE, ImmutableList.of(), ImmutableList.of());

    public Authority withPathLength(int most) {
      return new Authority(issues, most, permitted, excluded);
    }

    public Authority withPermitted(Name... trees) {
      return new Authority(issues, pathLength, ImmutableList.copyOf(trees), excluded);
    }

    public Authority withExcluded(Name... trees) {
      return new Authority(issues, pathLength, permitted, ImmutableList.copyOf(trees));
    }

    /** Whether it lets this name be certified (RFC 5280 6.1.3 (b), (c)). */
    public boolean lets(Name name) {
      return excluded.stream().noneMatch(tree -> name.isUnder(tree) || isBarred(name, tree))
          && (permitted.stream().noneMatch(name::isOfForm)
              || permitted.stream().anyMatch(name::isUnder));
    }

    /** What can't be compared is refused, not let through. */
    private static boolean isBarred(Name name, Name tree) {
      return name instanceof Name.Other && name.isOfForm(tree);
    }
  }
}
