package shakedown.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;

/** Which packets of one direction are lost. */
public sealed interface Loss {
  /** None. */
  Loss NONE = new Bernoulli(0);

  /** Each by itself, with the same probability. */
  record Bernoulli(double probability) implements Loss {
    public Bernoulli {
      checkArgument(probability >= 0 && probability <= 1, "loss %s; expected 0 to 1", probability);
    }

    /** A packet is lost if a number of 63 random bits is below this. */
    long threshold() {
      return (long) (probability * 0x1.0p63);
    }
  }

  /** Those of these numbers, counted from 0 over all packets, SYN and pure ACKs included. */
  record Scripted(ImmutableSet<Integer> packets) implements Loss {}
}
