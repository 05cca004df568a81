package shakedown.handshake;

import java.util.Optional;
import shakedown.wire.Extension;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.RecordSizeLimit;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Remembered;
import shakedown.wire.Role;
import shakedown.wire.Version;

/**
 * How much a record may hold, as client and server agreed (RFC 8449 4, RFC 6066 4): octets of its
 * plaintext, which in TLS 1.3 has a content type and padding.
 *
 * @param toClient in records that the client reads
 * @param toServer in records that the server reads
 * @param atOnce whether all that follows the hellos is meant, not what new keys protect alone
 */
public record RecordSizes(int toClient, int toServer, boolean atOnce) {
  private static final int SMALLEST_LIMIT = 64;

  /** What nobody may exceed, and all may use who did not agree on less. */
  public static RecordSizes largest(Version version) {
    return new RecordSizes(largestOf(version), largestOf(version), false);
  }

  /** Nothing where neither extension is among the answers to a hello. */
  public static Optional<RecordSizes> of(ClientHello hello, Extensions answers, Version version) {
    if (answers.has(RecordSizeLimit.class)) {
      int toClient = limit(hello.extensions(), version);
      return Optional.of(new RecordSizes(toClient, limit(answers, version), false));
    }
    return answers
        .find(MaxFragmentLength.class)
        .map(fragment -> fragment.octets() + typeLength(version))
        .map(octets -> new RecordSizes(octets, octets, true));
  }

  private static int limit(Extensions told, Version version) {
    int largest = largestOf(version);
    return told.find(RecordSizeLimit.class)
        .map(limit -> Math.min(limit.octets(), largest))
        .orElse(largest);
  }

  private static int largestOf(Version version) {
    return MaxFragmentLength.LARGEST + typeLength(version);
  }

  /** In 1.3 what is protected says what it is. */
  private static int typeLength(Version version) {
    return version.equals(Version.TLS13) ? 1 : 0;
  }

  /**
   * What a server answers to a hello, if anything: whoever has a limit of its own passes over what
   * the client says of fragments (RFC 8449 5).
   */
  public static Optional<Extension> answer(ClientHello hello, Version version, Context context) {
    int own = context.policy().sizes().recordSizeLimit();
    if (own > 0 && hello.extensions().has(RecordSizeLimit.class)) {
      return Optional.of(new RecordSizeLimit(Math.min(own, largestOf(version))));
    }
    return hello.extensions().find(MaxFragmentLength.class).map(Extension.class::cast);
  }

  /** Whether what a server would answer has a meaning (RFC 6066 4). */
  public static boolean isFragmentValid(ClientHello hello, Version version, Context context) {
    return answer(hello, version, context).stream()
        .allMatch(answer -> !(answer instanceof MaxFragmentLength asked) || asked.isDefined());
  }

  /** Whether a server repeats what the client asked for, if it answers that (RFC 6066 4). */
  public static boolean isFragmentEchoed(ClientHello hello, Extensions answers) {
    return !answers.has(MaxFragmentLength.class)
        || MaxFragmentLength.code(answers) == MaxFragmentLength.code(hello.extensions());
  }

  /** Whether a server would answer with a session's fragment length: it keeps it (RFC 6066 4). */
  public static boolean isFragmentKept(Remembered session, ClientHello hello, Context context) {
    Extensions answered =
        answer(hello, Version.TLS12, context).map(Extensions::of).orElse(Extensions.ABSENT);
    return MaxFragmentLength.code(answered) == session.fragment();
  }

  /** Whether a limit that is told, if one is, leaves room for messages (RFC 8449 4). */
  public static boolean isRoomy(Extensions told) {
    return told.find(RecordSizeLimit.class).stream()
        .allMatch(limit -> limit.octets() >= SMALLEST_LIMIT);
  }

  /** Whether a server answers not more than one of the two extensions (RFC 8449 5). */
  public static boolean isOneAnswered(Extensions answers) {
    return !answers.has(RecordSizeLimit.class) || !answers.has(MaxFragmentLength.class);
  }

  public int by(Role writer) {
    return writer == Role.SERVER ? toClient : toServer;
  }
}
