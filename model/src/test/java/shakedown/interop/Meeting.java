package shakedown.interop;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * What came of a feature with a peer.
 *
 * @param sessions our end of each, in order; those that began
 * @param said all that the peer printed, or the errors that it threw
 * @param failure null where all sessions completed and data flowed both ways
 */
record Meeting(ImmutableList<Ours> sessions, String said, @Nullable Throwable failure) {
  Ours first() {
    return sessions.getFirst();
  }

  Ours last() {
    return sessions.getLast();
  }

  /** What the peer said, and what it did not. */
  String evidence() {
    String missing =
        sessions.stream().map(each -> Evidence.of(each.received())).collect(joining("\n"));
    boolean isFullAgain = sessions.stream().skip(1).anyMatch(Ours::isFull);
    boolean isPadded = sessions.stream().allMatch(each -> each.hearsPadding(SizeFeatures.OCTETS));
    return said
        + "\n"
        + missing
        + (isFullAgain ? "\nit makes a full handshake again" : "")
        + (isPadded ? "" : "\nit does not pad its records");
  }

  @Override
  public String toString() {
    return sessions + "\nthe peer said:\n" + evidence();
  }
}
