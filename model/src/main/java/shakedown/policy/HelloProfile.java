package shakedown.policy;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.policy.HelloProfile.When.ALWAYS;
import static shakedown.policy.HelloProfile.When.NEVER;
import static shakedown.policy.HelloProfile.When.WITH_TLS12;
import static shakedown.policy.HelloProfile.When.WITH_TLS13;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.ClientCertificateTypes;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.DelegatedCredentialSchemes;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.RecordSizeLimit;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.ServerCertificateTypes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Version;

/**
 * How a client lays out its ClientHello: which extensions it sends in which order, and what it says
 * whatever its policy. An extension that a policy wants and no slot is for comes after all slots;
 * pre_shared_key stays last (RFC 8446 4.2.11).
 *
 * @param renegotiation when "no renegotiation so far" is a suite, not an extension (RFC 5746 3.3)
 * @param greased whether values that mean nothing stand among suites, groups, shares and versions
 *     (RFC 8701)
 * @param recordVersion in the header of the first record: what comes after it names TLS 1.2 (RFC
 *     8446 5.1)
 */
public record HelloProfile(
    String name,
    ImmutableList<Slot> slots,
    When renegotiation,
    boolean greased,
    Version recordVersion) {

  /** That of this program, with nothing that the policy does not want. */
  public static final HelloProfile PLAIN =
      new HelloProfile(
          "plain",
          ImmutableList.copyOf(
              Iterables.concat(
                  asked(
                      ALWAYS,
                      ServerName.class,
                      SupportedGroups.class,
                      SignatureAlgorithms.class,
                      StatusRequest.class,
                      ApplicationProtocols.class,
                      MaxFragmentLength.class,
                      RecordSizeLimit.class,
                      ClientCertificateTypes.class,
                      ServerCertificateTypes.class),
                  asked(
                      WITH_TLS12,
                      ExtendedMasterSecret.class,
                      EncryptThenMac.class,
                      SessionTicket.class,
                      RenegotiationInfo.class),
                  asked(
                      WITH_TLS13,
                      CompressCertificate.class,
                      DelegatedCredentialSchemes.class,
                      PostHandshakeAuth.class,
                      SupportedVersions.class,
                      PskKeyExchangeModes.class,
                      KeyShares.class,
                      EarlyData.class))),
          NEVER,
          false,
          Version.TLS10);

  /** Under which versions of a policy something is said. */
  public enum When {
    ALWAYS,
    NEVER,
    WITH_TLS12,
    WITH_TLS13,
    TLS13_ALONE,
    /** Where a session is offered. */
    RESUMING;

    /**
     * Whether it is said.
     *
     * @param resuming whether the client offers a session of TLS 1.3
     */
    public boolean holds(Policy policy, boolean resuming) {
      boolean with13 = policy.speaks(Version.TLS13);
      boolean with12 = policy.speaks(Version.TLS12);
      return switch (this) {
        case ALWAYS -> true;
        case NEVER -> false;
        case WITH_TLS12 -> with12;
        case WITH_TLS13 -> with13;
        case TLS13_ALONE -> with13 && !with12;
        case RESUMING -> with13 && resuming;
      };
    }
  }

  /** A place in the order of extensions. */
  public sealed interface Slot {
    When when();

    /** One whose content, and presence too, is the policy's. */
    record Asked(Class<? extends Extension> type, When when) implements Slot {}

    /** One that always says the same. */
    record Fixed(Extension extension, When when) implements Slot {}

    /** The same, of a type that the model does not know. */
    record Raw(int type, String hex, When when) implements Slot {}

    /** Whether this is the place of an extension. */
    default boolean isOf(Extension extension) {
      return switch (this) {
        case Asked(Class<? extends Extension> type, When _) -> type.isInstance(extension);
        case Fixed(Extension fixed, When _) -> fixed.type() == extension.type();
        case Raw(int type, String _, When _) -> type == extension.type();
      };
    }
  }

  /** The place of an extension, counted from 0; behind all slots if none is for it. */
  public int place(Extension extension) {
    int found = Iterables.indexOf(slots, slot -> slot.isOf(extension));
    return found < 0 ? slots.size() : found;
  }

  /** Slots of extensions of the policy, one after the other. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read alone
  public static ImmutableList<Slot> asked(When when, Class<? extends Extension>... types) {
    return ImmutableList.copyOf(types).stream()
        .map(type -> new Slot.Asked(type, when))
        .collect(toImmutableList());
  }
}
