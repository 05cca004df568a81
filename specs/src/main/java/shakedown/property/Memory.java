package shakedown.property;

import com.google.common.collect.ImmutableSet;

/**
 * All that an observer remembers of the claims so far, as small as the property allows: it is part
 * of every explored state.
 */
public record Memory(ImmutableSet<Claim> heard, Status status) {
  /** What the claims so far say about the property. */
  public enum Status {
    /** Nothing it speaks of has happened. */
    UNTOUCHED,
    /** It had a word to say, and so far it is kept. */
    KEPT,
    /** It is broken, or reached: nothing takes that back. */
    DECIDED
  }

  static final Memory BLANK = new Memory(ImmutableSet.of(), Status.UNTOUCHED);

  /** Once the property is decided, what was heard no longer matters. */
  static final Memory DECIDED = new Memory(ImmutableSet.of(), Status.DECIDED);

  Memory hearing(Claim claim) {
    return new Memory(ImmutableSet.<Claim>builder().addAll(heard).add(claim).build(), status);
  }

  Memory kept() {
    return new Memory(heard, Status.KEPT);
  }
}
