package shakedown.property;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import shakedown.handshake.Signal;

/**
 * Whenever a claim of one sort is made, a claim of another sort came before and fits it. This is
 * the shape of Lowe's agreement (A Hierarchy of Authentication Specifications, 1997).
 *
 * @param trigger the claims that want an earlier one
 * @param candidate the claims that may be it
 * @param fits whether an earlier claim is what a later one wants
 */
public record Always(
    String name,
    String promise,
    Predicate<Signal> trigger,
    Predicate<Signal> candidate,
    BiPredicate<Signal, Signal> fits)
    implements Property.Observed {

  @Override
  public Memory next(Memory memory, Claim claim) {
    Memory heard = candidate.test(claim.signal()) ? memory.hearing(claim) : memory;
    if (!trigger.test(claim.signal())) {
      return heard;
    }
    boolean kept =
        memory.heard().stream().anyMatch(earlier -> fits.test(claim.signal(), earlier.signal()));
    return kept ? heard.kept() : Memory.DECIDED;
  }

  /** A name that wants its promise. */
  public record Named(String name) {
    public Promised promises(String promise) {
      return new Promised(name, promise);
    }
  }

  /** A promise that wants to know when it is due. */
  public record Promised(String name, String promise) {
    /** Due whenever this type of signal is claimed. */
    public <L extends Signal> Due<L> whenever(Class<L> type) {
      return whenever(type, signal -> true);
    }

    /** Due whenever such a signal is claimed. */
    public <L extends Signal> Due<L> whenever(Class<L> type, Predicate<L> such) {
      return new Due<>(this, type, such);
    }
  }

  /** A promise that is due when a later signal is claimed. */
  public record Due<L extends Signal>(Promised promised, Class<L> later, Predicate<L> such) {
    /** Kept if a signal of this type was claimed earlier and fits the later one. */
    public <E extends Signal> Always earlier(Class<E> earlier, BiPredicate<L, E> fits) {
      return new Always(
          promised.name(),
          promised.promise(),
          signal -> later.isInstance(signal) && such.test(later.cast(signal)),
          earlier::isInstance,
          (claimed, before) -> fits.test(later.cast(claimed), earlier.cast(before)));
    }
  }
}
