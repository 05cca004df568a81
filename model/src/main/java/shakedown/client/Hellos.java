package shakedown.client;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Finishes;
import shakedown.handshake.OfferedKey;
import shakedown.handshake.Psk;
import shakedown.handshake.Session12;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CertificateType;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.ClientCertificateTypes;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.DelegatedCredentialSchemes;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskIdentity;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.RecordSizeLimit;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.ServerCertificateTypes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Kind;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** The client's first words (RFC 8446 4.1.2). */
final class Hellos {
  private static final int NULL_COMPRESSION = 0;
  private static final ImmutableList<CertificateType> X509_ALONE =
      ImmutableList.of(CertificateType.X509);

  private Hellos() {}

  static ClientHello first(Context context) {
    var layout = new Layout(context);
    ClientHello hello =
        new ClientHello(
            legacyVersion(context.policy()),
            context.crypto().fresh(Kind.RANDOM, "client_random"),
            sessionId(context),
            context.policy().has(Option.DATAGRAM) ? context.crypto().absent("cookie") : null,
            layout.suites(),
            ImmutableList.of(NULL_COMPRESSION),
            layout.first(extensions(context)));
    return bound(hello, OfferedKey.first(context), Transcript.EMPTY, context);
  }

  /** Of the version that is spoken already (RFC 5746 3.5). */
  static ClientHello renegotiating(Context context) {
    return first(
        new Context(
            context.policy().withVersions(Version.TLS12),
            context.credentials().withoutResumable(),
            context.trust(),
            context.rules(),
            context.crypto(),
            context.before()));
  }

  /** The best version, and 1.2 for all that are better (RFC 8446 4.1.2). */
  private static Version legacyVersion(Policy policy) {
    return policy.versions().stream()
        .filter(version -> version.code() < Version.TLS12.code())
        .filter(_ -> !policy.speaks(Version.TLS12) && !policy.speaks(Version.TLS13))
        .max(Comparator.comparingInt(Version::code))
        .orElse(Version.TLS12);
  }

  /** The same hello, but for what the retry asks (RFC 8446 4.1.2). */
  static ClientHello again(
      ClientHello first, HelloRetryRequest retry, Transcript before, Context context) {
    ClientHello hello = first.without(EarlyData.class).without(PreSharedKeys.class);
    Optional<SelectedGroup> group = retry.extensions().find(SelectedGroup.class);
    if (group.isPresent()) {
      hello = hello.with(shares(ImmutableList.of(group.get().group()), context));
    }
    Optional<Cookie> cookie = retry.extensions().find(Cookie.class);
    if (cookie.isPresent()) {
      hello = hello.with(cookie.get());
    }
    hello = hello.with(new Layout(context).again(hello.extensions()));
    return bound(hello, OfferedKey.afterRetry(retry.suite().hash(), context), before, context);
  }

  /** The same hello, but for the cookie (RFC 6347 4.2.1). */
  static ClientHello again(ClientHello first, HelloVerifyRequest asked, Context context) {
    ClientHello hello = first.without(PreSharedKeys.class).withCookie(asked.cookie());
    return bound(hello, OfferedKey.first(context), Transcript.EMPTY, context);
  }

  /** A session to resume, else something for middleboxes (RFC 8446 D.4), else nothing. */
  private static @Nullable Value sessionId(Context context) {
    Optional<Session12> offered = Session12.offered(context);
    if (offered.isPresent() && offered.get().ticket() == null) {
      return offered.get().id();
    }
    // with a ticket, an id of one's own tells by its echo whether the server resumes (RFC 5077 3.4)
    boolean disguised =
        context.policy().speaks(Version.TLS13)
            && context.policy().has(Option.MIDDLEBOX_COMPATIBILITY);
    return offered.isPresent() || disguised
        ? context.crypto().fresh(Kind.SESSION_ID, "legacy_session_id")
        : null;
  }

  /** All that a policy wants, whatever its versions. */
  private static ImmutableList<Extension> extensions(Context context) {
    Policy policy = context.policy();
    var extensions = ImmutableList.<Extension>builder();
    if (!policy.host().isEmpty()) {
      extensions.add(new ServerName(policy.host()));
    }
    return extensions
        .add(new SupportedGroups(policy.groups()), new SignatureAlgorithms(policy.schemes()))
        .addAll(extensionsOfAny(policy))
        .addAll(extensions12(context))
        .addAll(extensions13(context))
        .build();
  }

  /** What a policy wants in either version, and nothing that it has by default. */
  private static ImmutableList<Extension> extensionsOfAny(Policy policy) {
    var extensions = ImmutableList.<Extension>builder();
    if (policy.has(Option.STATUS_REQUEST)) {
      extensions.add(new StatusRequest(ImmutableList.of(), null));
    }
    if (!policy.protocols().isEmpty()) {
      extensions.add(new ApplicationProtocols(policy.protocols()));
    }
    if (policy.sizes().maxFragmentLength() > 0) {
      extensions.add(new MaxFragmentLength(policy.sizes().maxFragmentLength()));
    }
    if (policy.sizes().recordSizeLimit() > 0) {
      extensions.add(new RecordSizeLimit(policy.sizes().recordSizeLimit()));
    }
    if (!policy.authentication().ownTypes().equals(X509_ALONE)) {
      extensions.add(new ClientCertificateTypes(policy.authentication().ownTypes()));
    }
    if (!policy.authentication().peerTypes().equals(X509_ALONE)) {
      extensions.add(new ServerCertificateTypes(policy.authentication().peerTypes()));
    }
    return extensions.build();
  }

  private static ImmutableList<Extension> extensions12(Context context) {
    var extensions = ImmutableList.<Extension>builder();
    if (context.policy().has(Option.EXTENDED_MASTER_SECRET)) {
      extensions.add(new ExtendedMasterSecret());
    }
    if (context.policy().has(Option.ENCRYPT_THEN_MAC)) {
      extensions.add(new EncryptThenMac());
    }
    if (context.policy().has(Option.TICKETS)) {
      Value ticket = Session12.offered(context).map(Session12::ticket).orElse(null);
      extensions.add(new SessionTicket(ticket));
    }
    if (context.policy().has(Option.SECURE_RENEGOTIATION)) {
      Finishes before = context.before();
      extensions.add(new RenegotiationInfo(before == null ? null : before.client(), null));
    }
    return extensions.build();
  }

  private static ImmutableList<Extension> extensions13(Context context) {
    Policy policy = context.policy();
    var extensions = ImmutableList.<Extension>builder();
    if (!policy.compressions().isEmpty()) {
      extensions.add(new CompressCertificate(policy.compressions()));
    }
    if (!policy.authentication().delegatedSchemes().isEmpty()) {
      extensions.add(new DelegatedCredentialSchemes(policy.authentication().delegatedSchemes()));
    }
    if (policy.has(Option.POST_HANDSHAKE_AUTH)) {
      extensions.add(new PostHandshakeAuth());
    }
    extensions.add(
        new SupportedVersions(policy.versions()),
        new PskKeyExchangeModes(policy.exchange().pskModes()),
        shares(policy.shares(), context));
    if (EarlyWords.of(context).isPresent()) {
      extensions.add(new EarlyData());
    }
    return extensions.build();
  }

  private static KeyShares shares(ImmutableList<NamedGroup> groups, Context context) {
    return new KeyShares(
        groups.stream().map(group -> share(group, context)).collect(toImmutableList()));
  }

  private static KeyShare share(NamedGroup group, Context context) {
    return new KeyShare(group, context.crypto().share(group, Ephemeral.secret(group, context)));
  }

  /** Two steps: blank binders of the right length, then true ones (RFC 8446 4.2.11.2). */
  private static ClientHello bound(
      ClientHello hello, ImmutableList<OfferedKey> keys, Transcript before, Context context) {
    if (keys.isEmpty()) {
      return hello;
    }
    ImmutableList<PskIdentity> identities =
        keys.stream()
            .map(offered -> new PskIdentity(offered.key().identity(), offered.obfuscatedAge()))
            .collect(toImmutableList());
    ImmutableList<Value> blanks =
        keys.stream()
            .map(offered -> context.crypto().zeros(offered.key().hash()))
            .collect(toImmutableList());
    ClientHello unbound = hello.with(new PreSharedKeys(identities, blanks));
    Transcript covered = before.withoutBinders(unbound);
    ImmutableList<Value> binders =
        keys.stream()
            .map(offered -> binder(offered.key(), covered, context))
            .collect(toImmutableList());
    return unbound.with(new PreSharedKeys(identities, binders));
  }

  private static Value binder(Psk key, Transcript covered, Context context) {
    return new KeySchedule13(context.crypto(), key.hash())
        .binder(key.psk(), key.binding().label(), covered);
  }
}
