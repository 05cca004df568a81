package shakedown.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import shakedown.measure.Metric;

/**
 * A file a block: the number of variants, the number of replications, then a column of longs a
 * metric a variant. A file is complete or absent, since it gets its name when it is complete.
 */
public final class BlockFiles implements BlockStore {
  private final Path folder;

  public BlockFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Block get(Block.Place place, Supplier<Block> compute) {
    Path file = folder.resolve("point-" + place.point() + "-block-" + place.number());
    try {
      if (Files.exists(file)) {
        return read(ByteBuffer.wrap(Files.readAllBytes(file)));
      }
      Block block = compute.get();
      Whole.write(file, octets(block));
      return block;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] octets(Block block) {
    int count = block.variants().getFirst().count();
    int longs = block.variants().size() * Metric.values().length * count;
    ByteBuffer out = ByteBuffer.allocate(2 * Integer.BYTES + longs * Long.BYTES);
    out.putInt(block.variants().size()).putInt(count);
    for (Samples samples : block.variants()) {
      for (Metric metric : Metric.values()) {
        for (long value : samples.column(metric)) {
          out.putLong(value);
        }
      }
    }
    return out.array();
  }

  private static Block read(ByteBuffer in) {
    int variants = in.getInt();
    int count = in.getInt();
    ImmutableList.Builder<Samples> block = ImmutableList.builder();
    for (int i = 0; i < variants; i++) {
      ImmutableMap.Builder<Metric, long[]> columns = ImmutableMap.builder();
      for (Metric metric : Metric.values()) {
        long[] column = new long[count];
        in.asLongBuffer().get(column);
        in.position(in.position() + count * Long.BYTES);
        columns.put(metric, column);
      }
      block.add(Samples.of(columns.buildOrThrow()));
    }
    return new Block(block.build());
  }
}
