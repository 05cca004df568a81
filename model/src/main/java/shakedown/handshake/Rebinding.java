package shakedown.handshake;

import static shakedown.rules.Rule.RENEGOTIATION_CLIENT_INFO_MATCHES;
import static shakedown.rules.Rule.RENEGOTIATION_CLIENT_INFO_PRESENT;
import static shakedown.rules.Rule.RENEGOTIATION_INFO_EMPTY_FROM_CLIENT;
import static shakedown.rules.Rule.RENEGOTIATION_INFO_EMPTY_FROM_SERVER;
import static shakedown.rules.Rule.RENEGOTIATION_NO_SCSV;
import static shakedown.rules.Rule.RENEGOTIATION_REQUIRES_PATCHED_SERVER;
import static shakedown.rules.Rule.RENEGOTIATION_SERVER_INFO_MATCHES;
import static shakedown.rules.Rule.RENEGOTIATION_SERVER_INFO_PRESENT;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Value;

/** What binds a handshake of TLS 1.2 to the one before it on the same connection (RFC 5746). */
public final class Rebinding {
  private Rebinding() {}

  /** Whether a policy lets another handshake follow this one (RFC 5746 4.2, 4.4). */
  public static boolean mayFollow(Finishes before, Policy policy) {
    return policy.has(Option.RENEGOTIATION)
        && (before.bound() || !policy.has(Option.SECURE_RENEGOTIATION));
  }

  /** Holds a client's hello against the handshake before (RFC 5746 3.6, 3.7). */
  public static Judgement ofClient(ClientHello hello, Context context) {
    Optional<RenegotiationInfo> info = hello.extensions().find(RenegotiationInfo.class);
    Finishes before = context.before();
    if (before == null || !before.bound()) {
      return context.require(
          RENEGOTIATION_INFO_EMPTY_FROM_CLIENT,
          () -> info.stream().allMatch(RenegotiationInfo.EMPTY::equals));
    }
    return context
        .require(
            RENEGOTIATION_NO_SCSV,
            () -> !hello.suites().contains(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV))
        .require(RENEGOTIATION_CLIENT_INFO_PRESENT, info::isPresent)
        .require(
            RENEGOTIATION_CLIENT_INFO_MATCHES,
            () -> info.stream().allMatch(each -> isSame(each.client(), before.client(), context)));
  }

  /** Holds a server's answer against the handshake before (RFC 5746 3.4, 3.5). */
  public static Judgement ofServer(Extensions answers, Context context) {
    Optional<RenegotiationInfo> info = answers.find(RenegotiationInfo.class);
    Finishes before = context.before();
    if (before == null || !before.bound()) {
      return context
          .require(
              RENEGOTIATION_REQUIRES_PATCHED_SERVER,
              () -> info.isPresent() || !context.policy().has(Option.PATCHED_SERVER))
          .require(
              RENEGOTIATION_INFO_EMPTY_FROM_SERVER,
              () -> info.stream().allMatch(RenegotiationInfo.EMPTY::equals));
    }
    return context
        .require(RENEGOTIATION_SERVER_INFO_PRESENT, info::isPresent)
        .require(
            RENEGOTIATION_SERVER_INFO_MATCHES,
            () ->
                info.stream()
                    .allMatch(
                        each ->
                            isSame(each.client(), before.client(), context)
                                && isSame(each.server(), before.server(), context)));
  }

  /** Whether a handshake does not drop encrypt_then_mac where it matters (RFC 7366 3.1). */
  public static boolean keepsMac(ServerHello server, Context context) {
    Finishes before = context.before();
    return before == null
        || !before.encryptsThenMacs()
        || !server.suite().cipher().isBlock()
        || server.extensions().has(EncryptThenMac.class);
  }

  /** What a server answers. */
  public static RenegotiationInfo answer(Context context) {
    Finishes before = context.before();
    return before == null || !before.bound()
        ? RenegotiationInfo.EMPTY
        : new RenegotiationInfo(before.client(), before.server());
  }

  private static boolean isSame(@Nullable Value seen, Value expected, Context context) {
    return seen != null && context.crypto().same(seen, expected);
  }
}
