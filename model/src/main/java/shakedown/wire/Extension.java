package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * An extension of a hello, a certificate or a ticket, ordered by type; what is not known keeps its
 * octets and its place.
 */
public sealed interface Extension extends Structure {
  /** The code point; an answer has that of what it answers. */
  default int type() {
    return ExtensionType.of(this);
  }

  @Override
  default Extension map(Values values) {
    return this;
  }

  /** RFC 6066 3. */
  record ServerName(String name) implements Extension {}

  /** RFC 8446 4.2.7. */
  record SupportedGroups(ImmutableList<NamedGroup> groups) implements Extension {}

  /** RFC 8446 4.2.3. */
  record SignatureAlgorithms(ImmutableList<SignatureScheme> schemes) implements Extension {}

  /** RFC 7685: makes a hello longer, and says nothing. */
  record Padding(Value zeros) implements Extension {
    @Override
    public Extension map(Values values) {
      return new Padding(values.at(Kind.OPAQUE, zeros));
    }
  }

  /** RFC 7627 5.1. */
  record ExtendedMasterSecret() implements Extension {}

  /** RFC 8879 3. */
  record CompressCertificate(ImmutableList<CompressionAlgorithm> algorithms) implements Extension {}

  /** RFC 5077 3.2; null where it is empty. */
  record SessionTicket(@Nullable Value ticket) implements Extension {
    @Override
    public Extension map(Values values) {
      return ticket == null ? this : new SessionTicket(values.at(Kind.TICKET, ticket));
    }
  }

  /** pre_shared_key of a ClientHello (RFC 8446 4.2.11). */
  record PreSharedKeys(ImmutableList<PskIdentity> identities, ImmutableList<Value> binders)
      implements Extension {
    @Override
    public Extension map(Values values) {
      return new PreSharedKeys(
          identities.stream().map(each -> each.map(values)).collect(toImmutableList()),
          binders.stream().map(each -> values.at(Kind.BINDER, each)).collect(toImmutableList()));
    }
  }

  /** A ticket and how old the client says it is, obfuscated. */
  record PskIdentity(Value ticket, Value obfuscatedAge) {
    PskIdentity map(Values values) {
      return new PskIdentity(
          values.at(Kind.TICKET, ticket), values.at(Kind.TICKET_AGE, obfuscatedAge));
    }
  }

  /** pre_shared_key of a ServerHello. */
  record SelectedPsk(int index) implements Extension {}

  /** early_data of a ClientHello or EncryptedExtensions (RFC 8446 4.2.10). */
  record EarlyData() implements Extension {}

  /** early_data of a NewSessionTicket. */
  record MaxEarlyData(long octets) implements Extension {}

  /** supported_versions of a ClientHello (RFC 8446 4.2.1). */
  record SupportedVersions(ImmutableList<Version> versions) implements Extension {}

  /** supported_versions of a ServerHello or HelloRetryRequest. */
  record SelectedVersion(Version version) implements Extension {}

  /** RFC 8446 4.2.2. */
  record Cookie(Value cookie) implements Extension {
    @Override
    public Extension map(Values values) {
      return new Cookie(values.at(Kind.COOKIE, cookie));
    }
  }

  /** RFC 8446 4.2.9. */
  record PskKeyExchangeModes(ImmutableList<PskMode> modes) implements Extension {}

  /** key_share of a ClientHello (RFC 8446 4.2.8). */
  record KeyShares(ImmutableList<KeyShare> shares) implements Extension {
    @Override
    public Extension map(Values values) {
      return new KeyShares(
          shares.stream().map(each -> each.map(values)).collect(toImmutableList()));
    }
  }

  /** key_share of a ServerHello; also one of the shares of a ClientHello. */
  record KeyShare(NamedGroup group, Value exchange) implements Extension {
    @Override
    public KeyShare map(Values values) {
      return new KeyShare(group, values.at(Kind.SHARE, exchange));
    }
  }

  /** key_share of a HelloRetryRequest. */
  record SelectedGroup(NamedGroup group) implements Extension {}

  /** RFC 5746 3.2; null where no handshake came before. */
  record RenegotiationInfo(@Nullable Value verifyData) implements Extension {
    @Override
    public Extension map(Values values) {
      return verifyData == null
          ? this
          : new RenegotiationInfo(values.at(Kind.VERIFY_DATA, verifyData));
    }
  }

  /** Any other. */
  record Unknown(int type, Value content) implements Extension {
    @Override
    public Extension map(Values values) {
      return new Unknown(type, values.at(Kind.OPAQUE, content));
    }
  }
}
