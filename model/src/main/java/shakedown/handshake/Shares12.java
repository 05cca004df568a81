package shakedown.handshake;

import static shakedown.rules.Rule.TLS12_EC_POINT_VALID;
import static shakedown.rules.Rule.TLS12_FFDHE_CLIENT_SHARE_IN_RANGE;
import static shakedown.rules.Rule.TLS12_FFDHE_SERVER_SHARE_IN_RANGE;
import static shakedown.rules.Rule.TLS12_X25519_NOT_ZERO;

import shakedown.rules.Rule;
import shakedown.wire.ClientKey;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Group;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** Key agreement in TLS 1.2, the same at both sides (RFC 5246 8.1.2, RFC 8422 5.10). */
public final class Shares12 {
  private Shares12() {}

  /** What a share of this side in this group breaks, if it is none. */
  public static Rule validity(Group group, Role side) {
    if (group.isFiniteField()) {
      return side == Role.CLIENT
          ? TLS12_FFDHE_CLIENT_SHARE_IN_RANGE
          : TLS12_FFDHE_SERVER_SHARE_IN_RANGE;
    }
    return group instanceof NamedGroup named
            && (named.equals(NamedGroup.X25519) || named.equals(NamedGroup.X448))
        ? TLS12_X25519_NOT_ZERO
        : TLS12_EC_POINT_VALID;
  }

  /** Whether a client takes a certificate with a key of this type for its curve (RFC 8422 5.3). */
  public static boolean takes(ClientHello hello, KeyType key) {
    return !hello.extensions().has(SupportedGroups.class)
        || key.curve().stream().allMatch(hello.groups()::contains);
  }

  /** The client's share as the message has it. */
  public static ClientKey message(Group group, Value share) {
    return group.isFiniteField()
        ? new ClientKey.FiniteFieldShare(share)
        : new ClientKey.CurveShare(share);
  }

  /** What both sides share: a number of a finite field has no leading zeros (RFC 5246 8.1.2). */
  public static Value secret(Group group, Value own, Value theirs, Context context) {
    Value shared = context.crypto().agree(group, own, theirs);
    return group.isFiniteField() ? context.crypto().withoutLeadingZeros(shared) : shared;
  }
}
