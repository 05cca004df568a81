package shakedown.datagram;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/**
 * The flight that was sent last, kept until it is known to have come.
 *
 * @param answered the number of the message that it answers; -1 if none
 * @param timeouts how often it was sent again since a timer fired
 */
record Outstanding(ImmutableList<Said> said, int answered, int timeouts) {
  static final Outstanding NOTHING = new Outstanding(ImmutableList.of(), -1, 0);

  boolean isEmpty() {
    return said.isEmpty();
  }

  /** With more, after which the peer has all its time again. */
  Outstanding plus(ImmutableList<Said> more, int answering) {
    return new Outstanding(
        ImmutableList.<Said>builder().addAll(said).addAll(more).build(), answering, 0);
  }

  /** Without what came (RFC 9147 7.2). */
  Outstanding without(Acknowledgement told) {
    return with(said.stream().filter(each -> !each.isIn(told)).collect(toImmutableList()));
  }

  Outstanding with(ImmutableList<Said> other) {
    return new Outstanding(other, answered, timeouts);
  }

  Outstanding timedOut() {
    return new Outstanding(said, answered, timeouts + 1);
  }

  /** Whether it is the peer's flight that this one answers, or its end, that came again. */
  boolean answers(Fragment again) {
    return again.number() == answered && again.isLast();
  }
}
