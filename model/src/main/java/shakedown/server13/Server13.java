package shakedown.server13;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.rules.Rule.ALPN_OVERLAPS;
import static shakedown.rules.Rule.BINDER_FOR_EACH_IDENTITY;
import static shakedown.rules.Rule.BINDER_VALID;
import static shakedown.rules.Rule.CERTIFICATE_TYPES_OVERLAP;
import static shakedown.rules.Rule.CLIENT_HELLO_COMPLETE;
import static shakedown.rules.Rule.FRAGMENT_LENGTH_VALID;
import static shakedown.rules.Rule.PARAMETERS_OVERLAP;
import static shakedown.rules.Rule.PSK_IS_LAST;
import static shakedown.rules.Rule.PSK_MODES_WITH_PSK;
import static shakedown.rules.Rule.RECORD_SIZE_LIMIT_NOT_TINY;
import static shakedown.rules.Rule.SCHEME_IS_SHARED;
import static shakedown.rules.Rule.SHARES_IN_GROUP_ORDER;
import static shakedown.rules.Rule.SHARES_UNIQUE;
import static shakedown.rules.Rule.SHARE_HAS_SUPPORTED_GROUP;
import static shakedown.rules.Rule.SHARE_IS_VALID;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Transcript;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Introduction;
import shakedown.handshake.Protocols;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.Step;
import shakedown.policy.Option;
import shakedown.wire.CertificateType;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.Remembered;
import shakedown.wire.Version;

/** The server once 1.3 is chosen. */
public sealed interface Server13 extends Endpoint
    permits ExpectSecondClientHello,
        ExpectEndOfEarlyData,
        ExpectClientCertificate,
        ExpectClientCertificateVerify,
        ClientProven,
        Connected {
  /** Answers a hello; what was said before it (nothing, or a retry) is in the transcript. */
  static Step begin(ClientHello hello, Transcript before, Context context) {
    return context
        .require(CLIENT_HELLO_COMPLETE, () -> isComplete(hello))
        .require(PSK_MODES_WITH_PSK, () -> tellsModes(hello.extensions()))
        .require(PSK_IS_LAST, () -> endsWithKeys(hello.extensions()))
        .require(BINDER_FOR_EACH_IDENTITY, () -> bindsEach(hello.extensions()))
        .require(SHARES_UNIQUE, () -> sharesAreUnique(hello))
        .require(SHARE_HAS_SUPPORTED_GROUP, () -> sharesAreSupported(hello))
        .require(SHARES_IN_GROUP_ORDER, () -> sharesAreInOrder(hello))
        .require(ALPN_OVERLAPS, () -> Protocols.overlap(hello, context))
        .require(RECORD_SIZE_LIMIT_NOT_TINY, () -> RecordSizes.isRoomy(hello.extensions()))
        .require(
            FRAGMENT_LENGTH_VALID, () -> RecordSizes.isFragmentValid(hello, Version.TLS13, context))
        .then(() -> choose(hello, before, context));
  }

  private static boolean sharesAreUnique(ClientHello hello) {
    return hello.shares().stream().map(KeyShare::group).distinct().count() == hello.shares().size();
  }

  private static boolean sharesAreInOrder(ClientHello hello) {
    return Comparators.isInOrder(
        hello.shares(), Comparator.comparingInt(share -> hello.groups().indexOf(share.group())));
  }

  private static boolean sharesAreSupported(ClientHello hello) {
    return hello.shares().stream().map(KeyShare::group).allMatch(hello.groups()::contains);
  }

  /** What goes with what (RFC 8446 9.2). */
  private static boolean isComplete(ClientHello hello) {
    Extensions offered = hello.extensions();
    boolean groups = offered.has(SupportedGroups.class);
    return groups == offered.has(KeyShares.class)
        && (offered.has(PreSharedKeys.class) || (groups && offered.has(SignatureAlgorithms.class)));
  }

  private static boolean tellsModes(Extensions offered) {
    return !offered.has(PreSharedKeys.class) || offered.has(PskKeyExchangeModes.class);
  }

  private static boolean endsWithKeys(Extensions offered) {
    return !offered.has(PreSharedKeys.class) || offered.list().getLast() instanceof PreSharedKeys;
  }

  private static boolean bindsEach(Extensions offered) {
    return offered.find(PreSharedKeys.class).stream()
        .allMatch(keys -> keys.identities().size() == keys.binders().size());
  }

  /** By the order of the policy; but a group that spares the retry goes first (RFC 8446 4.1.4). */
  private static Step choose(ClientHello hello, Transcript before, Context context) {
    Optional<Selected> found = Selected.of(hello, before, context);
    ImmutableList<NamedGroup> groups =
        context.policy().groups().stream()
            .filter(hello.groups()::contains)
            .collect(toImmutableList());
    if (found.isEmpty()) {
      return Step.abort(PARAMETERS_OVERLAP);
    }
    Selected selected = found.get();
    if (selected.resumed().isPresent()
        && Resumed.mode(hello, context).equals(Optional.of(PskMode.PSK_KE))) {
      return wantsCookie(before, context)
          ? Retry.of(hello, selected.suite(), null, context).ask(context)
          : accept(hello, before, selected, null, context);
    }
    if (groups.isEmpty()) {
      return Step.abort(PARAMETERS_OVERLAP);
    }
    Optional<KeyShare> share =
        groups.stream().flatMap(group -> hello.shareFor(group).stream()).findFirst();
    if (share.isPresent() && !wantsCookie(before, context)) {
      return accept(hello, before, selected, share.get(), context);
    }
    NamedGroup missing = share.isPresent() ? null : groups.getFirst();
    return before.isRestarted()
        ? Step.abort(PARAMETERS_OVERLAP)
        : Retry.of(hello, selected.suite(), missing, context).ask(context);
  }

  /** Whether the client is still to show that it hears (RFC 8446 4.2.2). */
  private static boolean wantsCookie(Transcript before, Context context) {
    return context.policy().has(Option.RETRY_COOKIE) && !before.isRestarted();
  }

  private static Step accept(
      ClientHello hello,
      Transcript before,
      Selected selected,
      @Nullable KeyShare share,
      Context context) {
    Optional<Resumed> resumed = selected.resumed();
    ImmutableList<CertificateType> types = CertificateTypes.ofServer(hello, context);
    Optional<Introduction> self = Introduction.to(hello.extensions(), types, context);
    if (resumed.isEmpty()
        && (types.isEmpty() || CertificateTypes.ofClient(hello, context).isEmpty())) {
      return Step.abort(CERTIFICATE_TYPES_OVERLAP);
    }
    if (resumed.isEmpty() && self.isEmpty()) {
      return Step.abort(SCHEME_IS_SHARED);
    }
    return context
        .require(
            SHARE_IS_VALID,
            () -> share == null || context.crypto().isShare(share.group(), share.exchange()))
        .require(BINDER_VALID, () -> resumed.stream().allMatch(psk -> psk.isBound(context)))
        .proveBySession(
            resumed.map(Resumed::client).orElse(Remembered.ANYONE),
            client ->
                new ServerFlight(hello, before.add(hello), selected.suite(), share, context)
                    .answer(resumed, self, client));
  }

  /** Whether the client wants to look like TLS 1.2 (RFC 8446 D.4). */
  static boolean isDisguised(ClientHello hello, Context context) {
    return hello.sessionId() != null && context.policy().has(Option.MIDDLEBOX_COMPATIBILITY);
  }

  /** Before Finished, a middlebox's ChangeCipherSpec is dropped (RFC 8446 5). */
  default Step otherwise(Input input) {
    return input instanceof Received(ChangeCipherSpec _)
        ? Step.to(this)
        : Step.unexpected(this, input);
  }
}
