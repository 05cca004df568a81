package shakedown.run;

import com.google.common.collect.ImmutableList;

/** Some consecutive replications of every variant at one point, in the order of the variants. */
record Block(ImmutableList<Samples> variants) {
  /** Replications in a block; part of what a result means, so no option. */
  static final int SIZE = 500;

  /** Which block of which point. */
  record Place(int point, int number) {
    int first() {
      return number * SIZE;
    }
  }
}
