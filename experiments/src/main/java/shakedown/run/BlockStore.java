package shakedown.run;

import java.util.function.Supplier;

/** Keeps finished blocks, so that a run that was interrupted goes on. Used by many threads. */
public interface BlockStore {
  /** Keeps nothing. */
  BlockStore NONE = (place, compute) -> compute.get();

  /** The block of a place: as kept, or computed and then kept. */
  Block get(Block.Place place, Supplier<Block> compute);
}
