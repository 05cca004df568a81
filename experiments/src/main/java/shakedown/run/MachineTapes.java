package shakedown.run;

import com.google.common.primitives.Ints;
import shakedown.config.Variant;
import shakedown.config.Workload;
import shakedown.tape.Recorder.Talk;
import shakedown.tape.Tape;

/** Tapes of the real machine on real certificates. */
public final class MachineTapes implements Tapes {
  private final long seed;

  public MachineTapes(long seed) {
    this.seed = seed;
  }

  @Override
  public Tape of(Variant variant, Workload workload) {
    int request = Ints.checkedCast(workload.requestOctets());
    int response = Ints.checkedCast(workload.responseOctets());
    return Rehearsal.tape(variant, new Talk(request, response), seed);
  }
}
