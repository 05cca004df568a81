package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Codec;
import shakedown.wire.Structure;
import shakedown.wire.Version;

/** All as the codec has it. */
record StreamFraming() implements Framing {
  @Override
  public byte[] encode(Structure structure) {
    return Codec.encode(structure);
  }

  @Override
  public byte[][] transcript(ImmutableList<Structure> structures) {
    return structures.stream().map(Codec::encode).toArray(byte[][]::new);
  }

  @Override
  public String prefix() {
    return Hashing.PREFIX;
  }

  @Override
  public Version onWire(Version version) {
    return version;
  }
}
