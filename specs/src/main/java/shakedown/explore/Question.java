package shakedown.explore;

/** What a search is to find out. What a property has to remember, its observer keeps in the row. */
public sealed interface Question {
  /** No reachable row is bad; the answer is vacuous if the premise holds nowhere. */
  record Never(RowTest bad, RowTest premise) implements Question {}

  /** Some reachable row is good. */
  record Sometimes(RowTest good) implements Question {}

  /** Every row without successors is one in which the system may end. */
  record NoDeadlock() implements Question {}
}
