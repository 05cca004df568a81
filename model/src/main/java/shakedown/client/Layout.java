package shakedown.client;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Comparator;
import shakedown.handshake.Context;
import shakedown.handshake.OfferedKey;
import shakedown.policy.HelloProfile;
import shakedown.policy.HelloProfile.Slot;
import shakedown.policy.HelloProfile.Slot.Asked;
import shakedown.policy.HelloProfile.Slot.Fixed;
import shakedown.policy.HelloProfile.Slot.Raw;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Extensions;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** Lays out a ClientHello as the profile of a policy has it. */
final class Layout {
  private static final CipherSuite GREASE_SUITE = new CipherSuite(0x1a1a);
  private static final NamedGroup GREASE_GROUP = new NamedGroup(0x2a2a);
  private static final Version GREASE_VERSION = new Version(0x3a3a);
  private static final String GREASE_SHARE = "00";

  private final Context context;
  private final Policy policy;
  private final HelloProfile profile;
  private final boolean resuming;

  Layout(Context context) {
    this.context = context;
    this.policy = context.policy();
    this.profile = policy.hello();
    this.resuming = !OfferedKey.first(context).isEmpty();
  }

  /** The suites of the versions that are offered, and the signals among them. */
  ImmutableList<CipherSuite> suites() {
    boolean hasPreShared = !context.credentials().preShared12().isEmpty();
    var suites = ImmutableList.<CipherSuite>builder();
    if (profile.greased()) {
      suites.add(GREASE_SUITE);
    }
    policy.suites().stream()
        .filter(suite -> policy.speaks(suite.isFor13() ? Version.TLS13 : Version.TLS12))
        .filter(suite -> hasPreShared || !isPreShared(suite))
        .forEach(suites::add);
    if (signalsRenegotiation()) {
      suites.add(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV);
    }
    if (policy.has(Option.FALLBACK)) {
      suites.add(CipherSuite.TLS_FALLBACK_SCSV);
    }
    return suites.build();
  }

  /** A client without such a key offers no suite that needs one (RFC 4279 2). */
  private static boolean isPreShared(CipherSuite suite) {
    return suite.isKnown() && suite.keyExchange().isPreShared();
  }

  private boolean signalsRenegotiation() {
    return policy.has(Option.SECURE_RENEGOTIATION)
        && profile.renegotiation().holds(policy, resuming);
  }

  /** Those of all that the policy wants which this client sends, and what it always says. */
  Extensions first(ImmutableList<Extension> wanted) {
    var sent = ImmutableList.<Extension>builder();
    for (Slot slot : profile.slots()) {
      if (slot.when().holds(policy, resuming)) {
        sent.addAll(at(slot, wanted));
      }
    }
    wanted.stream()
        .filter(extension -> profile.place(extension) == profile.slots().size())
        .filter(extension -> !isSignalled(extension))
        .forEach(sent::add);
    return new Extensions(sent.build().stream().map(this::greased).collect(toImmutableList()));
  }

  private ImmutableList<Extension> at(Slot slot, ImmutableList<Extension> wanted) {
    return switch (slot) {
      case Asked asked -> wanted.stream().filter(asked::isOf).collect(toImmutableList());
      case Fixed fixed -> ImmutableList.of(fixed.extension());
      case Raw raw ->
          ImmutableList.of(new Extension.Unknown(raw.type(), context.crypto().octets(raw.hex())));
    };
  }

  private boolean isSignalled(Extension extension) {
    return extension instanceof RenegotiationInfo(var verifyData, var _)
        && verifyData == null
        && profile.renegotiation() != HelloProfile.When.NEVER;
  }

  /** The same hello after a retry, with what the retry added in its place. */
  Extensions again(Extensions extensions) {
    return new Extensions(
        extensions.list().stream()
            .sorted(Comparator.comparingInt(this::place))
            .collect(toImmutableList()));
  }

  private int place(Extension extension) {
    return extension instanceof PreSharedKeys ? Integer.MAX_VALUE : profile.place(extension);
  }

  private Extension greased(Extension extension) {
    if (!profile.greased()) {
      return extension;
    }
    return switch (extension) {
      case SupportedGroups(ImmutableList<NamedGroup> groups) ->
          new SupportedGroups(behind(GREASE_GROUP, groups));
      case SupportedVersions(ImmutableList<Version> versions) ->
          new SupportedVersions(behind(GREASE_VERSION, versions));
      case KeyShares(ImmutableList<KeyShare> shares) ->
          new KeyShares(
              behind(new KeyShare(GREASE_GROUP, context.crypto().octets(GREASE_SHARE)), shares));
      default -> extension;
    };
  }

  private static <T> ImmutableList<T> behind(T first, ImmutableList<T> others) {
    return ImmutableList.copyOf(Iterables.concat(ImmutableList.of(first), others));
  }
}
