package shakedown.run;

import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.measure.Arrivals;
import shakedown.measure.Load;
import shakedown.measure.Outcome;

/** Where replications come from. Used by many threads at once. */
interface Bench {

  /** A variant under conditions, ready to be replayed by one thread. */
  Trial trial(Variant variant, Point point);

  /** A variant at a loaded server. */
  Load.Setting load(Variant variant, Point point, Arrivals arrivals);

  /** One variant under one set of conditions. */
  interface Trial {
    /** What became of a replication; depends on its number and on no other call. */
    Outcome run(long replication);
  }
}
