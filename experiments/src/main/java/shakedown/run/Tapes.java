package shakedown.run;

import shakedown.config.Variant;
import shakedown.config.Workload;
import shakedown.tape.Tape;

/** Where tapes come from: the real machine, played once. Used by many threads at once. */
public interface Tapes {
  /** A handshake with request and response of those sizes; the same each time. */
  Tape of(Variant variant, Workload workload);
}
