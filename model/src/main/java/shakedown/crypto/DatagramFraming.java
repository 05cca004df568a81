package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import shakedown.crypto.MessageNumbers.Numbered;
import shakedown.wire.Codec;
import shakedown.wire.Content.SignedMessages;
import shakedown.wire.Dialect;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Octets;
import shakedown.wire.Structure;
import shakedown.wire.Version;

/** Over datagrams: DTLS. */
record DatagramFraming(MessageNumbers numbers) implements Framing {
  private static final int HEADER_LENGTH = 4;
  private static final int LENGTH_LENGTH = 3;
  private static final int FULL_HEADER_LENGTH = 12;

  @Override
  public byte[] encode(Structure structure) {
    return structure instanceof SignedMessages signed
        ? Hashing.concat(transcript(signed.messages()))
        : Codec.encode(structure, Dialect.UNDECIDED_DATAGRAM);
  }

  /** In DTLS 1.2 messages are hashed as if each were one fragment (RFC 6347 4.2.6). */
  @Override
  public byte[][] transcript(ImmutableList<Structure> structures) {
    boolean numbered =
        structures.stream()
            .anyMatch(
                each -> each instanceof ServerHello hello && hello.version().equals(Version.TLS12));
    byte[][] parts = structures.stream().map(this::encode).toArray(byte[][]::new);
    return numbered ? numbered(parts) : parts;
  }

  /** In the order of what was said; what is not said yet follows it. */
  private byte[][] numbered(byte[][] parts) {
    byte[][] out = new byte[parts.length][];
    int at = 0;
    int next = numbers.next();
    for (int i = 0; i < parts.length; i++) {
      int place = find(Octets.of(parts[i]), at);
      boolean isSaid = place < numbers.said().size();
      out[i] = numbered(parts[i], isSaid ? numbers.said().get(place).number() : next++);
      at = isSaid ? place + 1 : at;
    }
    return out;
  }

  private int find(Octets message, int from) {
    ImmutableList<Numbered> said = numbers.said();
    int at = from;
    while (at < said.size() && !said.get(at).message().equals(message)) {
      at++;
    }
    return at;
  }

  private static byte[] numbered(byte[] message, int number) {
    return ByteBuffer.allocate(FULL_HEADER_LENGTH + message.length - HEADER_LENGTH)
        .put(message, 0, HEADER_LENGTH)
        .putShort((short) number)
        .put(new byte[LENGTH_LENGTH])
        .put(message, HEADER_LENGTH - LENGTH_LENGTH, LENGTH_LENGTH)
        .put(message, HEADER_LENGTH, message.length - HEADER_LENGTH)
        .array();
  }

  @Override
  public String prefix() {
    return DatagramRecords13.PREFIX;
  }

  @Override
  public Version onWire(Version version) {
    return version.overDatagrams();
  }
}
