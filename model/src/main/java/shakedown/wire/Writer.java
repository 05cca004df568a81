package shakedown.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the presentation language of RFC 8446 3; widths and lengths are in octets. */
final class Writer {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean datagram;

  /**
   * Writes what is to go.
   *
   * @param datagram whether it goes over datagrams, where versions have other code points
   */
  Writer(boolean datagram) {
    this.datagram = datagram;
  }

  /**
   * An unsigned number.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  Writer number(int width, long value) {
    if (value < 0 || value >> (8 * width) != 0) {
      throw new IllegalArgumentException(value + " does not fit into " + width + " octets");
    }
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >> shift));
    }
    return this;
  }

  Writer version(Version version) {
    return number(2, (datagram ? version.overDatagrams() : version).code());
  }

  Writer raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Writer raw(Value value) {
    ((Octets) value).writeTo(out);
    return this;
  }

  /** A vector of octets; of none where there is no value. */
  Writer vector(int width, @Nullable Value value) {
    return value == null ? number(width, 0) : number(width, Octets.length(value)).raw(value);
  }

  /** A vector of the octets of a text. */
  Writer text(String text) {
    return vector(2, inner -> inner.raw(text.getBytes(UTF_8)));
  }

  /** A vector of what this writes. */
  Writer vector(int width, Consumer<Writer> body) {
    Writer inner = new Writer(datagram);
    body.accept(inner);
    number(width, inner.out.size());
    out.writeBytes(inner.out.toByteArray());
    return this;
  }

  /** A vector of items. */
  <T> Writer list(int width, Iterable<T> items, BiConsumer<Writer, T> each) {
    return vector(width, inner -> items.forEach(item -> each.accept(inner, item)));
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
