package shakedown.handshake;

import java.util.Optional;
import shakedown.wire.Version;

/**
 * When what the hellos of TLS 1.2 say of sizes begins to hold: a fragment length at once (RFC 6066
 * 4), a limit under the keys of the handshake (RFC 8449 4).
 */
final class RecordSizes12 {
  private RecordSizes12() {}

  static Optional<RecordSizes> readAfterHellos(Agreed agreed) {
    return of(agreed).filter(RecordSizes::atOnce);
  }

  /** A limit is kept before it must be, but where another still holds: GnuTLS insists on it. */
  static Optional<RecordSizes> writtenAfterHellos(Agreed agreed, Context context) {
    boolean first = context.before() == null;
    return of(agreed).filter(sizes -> first || sizes.atOnce());
  }

  static Optional<RecordSizes> readUnderKeys(Agreed agreed, Context context) {
    return of(agreed).filter(sizes -> !sizes.atOnce()).or(() -> writtenUnderKeys(agreed, context));
  }

  /** What a handshake before this one agreed on does not outlive its keys. */
  static Optional<RecordSizes> writtenUnderKeys(Agreed agreed, Context context) {
    return context.before() == null
        ? Optional.empty()
        : Optional.of(of(agreed).orElse(RecordSizes.largest(Version.TLS12)));
  }

  private static Optional<RecordSizes> of(Agreed agreed) {
    return RecordSizes.of(agreed.client(), agreed.server().extensions(), Version.TLS12);
  }
}
