package shakedown.crypto;

import shakedown.wire.Group;
import shakedown.wire.NamedGroup;

/** Key agreement in the groups of TLS (RFC 8446 4.2.8, RFC 7748, SEC 1). */
final class Groups {
  private Groups() {}

  /** Empty for a group that is not known. */
  static byte[] share(Group group, byte[] secret) {
    return switch (code(group)) {
      case 0x0017 -> Curve.P256.share(secret);
      case 0x0018 -> Curve.P384.share(secret);
      case 0x001d -> Montgomery.share(secret);
      default -> new byte[0];
    };
  }

  static boolean isShare(Group group, byte[] share) {
    return switch (code(group)) {
      case 0x0017 -> Curve.P256.point(share).isPresent();
      case 0x0018 -> Curve.P384.point(share).isPresent();
      case 0x001d -> Montgomery.isShare(share);
      default -> false;
    };
  }

  /** Zeros where the share is none, since a waived check lets it come this far. */
  static byte[] agree(Group group, byte[] secret, byte[] share) {
    return switch (code(group)) {
      case 0x0017 -> Curve.P256.agree(secret, share);
      case 0x0018 -> Curve.P384.agree(secret, share);
      case 0x001d -> Montgomery.agree(secret, share);
      default -> new byte[0];
    };
  }

  private static int code(Group group) {
    return group instanceof NamedGroup named ? named.code() : 0;
  }
}
