package shakedown.explore;

/** What a search found out about one question. Paths are among the shortest. */
public sealed interface Verdict {
  /** It holds of every reachable row, and its premise was met. */
  record Holds() implements Verdict {}

  /** It holds of every reachable row, for its premise was met in none. */
  record HoldsVacuously() implements Verdict {}

  /** It holds of every row that was visited before a bound ended the search. */
  record HoldsWithin(Ended bound) implements Verdict {}

  /** A reachable row breaks it. */
  record Fails(Path path) implements Verdict {}

  /** Some reachable row is as was asked for. */
  record Reached(Path path) implements Verdict {}

  /** No reachable row is as was asked for. */
  record NotReached() implements Verdict {}

  /** The search does not tell. */
  record Unknown(String why) implements Verdict {}
}
