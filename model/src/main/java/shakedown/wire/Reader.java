package shakedown.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the presentation language of RFC 8446 3; widths, lengths and least lengths are in octets.
 * Allocates no more than what is there.
 */
final class Reader {
  private final byte[] octets;
  private final int end;
  private final boolean datagram;
  private int at;

  Reader(byte[] octets) {
    this(octets, false);
  }

  /**
   * Reads what came.
   *
   * @param datagram whether it came over datagrams, where versions have other code points
   */
  Reader(byte[] octets, boolean datagram) {
    this(octets, 0, octets.length, datagram);
  }

  private Reader(byte[] octets, int at, int end, boolean datagram) {
    this.octets = octets;
    this.datagram = datagram;
    this.at = at;
    this.end = end;
  }

  int number(int width, String field) {
    return (int) longNumber(width, field);
  }

  Version version(String field) {
    Version version = new Version(number(2, field));
    return datagram ? version.overDatagrams() : version;
  }

  /** An unsigned number of up to four octets. */
  long longNumber(int width, String field) {
    need(width, field);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | (octets[at++] & 0xff);
    }
    return value;
  }

  Octets octets(int length, String field) {
    need(length, field);
    at += length;
    return Octets.range(octets, at - length, at);
  }

  /** The octets that this reads. */
  Octets span(Consumer<Reader> fields) {
    int start = at;
    fields.accept(this);
    return Octets.range(octets, start, at);
  }

  /** A vector of octets. */
  Octets vector(int width, int least, String field) {
    int length = length(width, least, field);
    return octets(length, field);
  }

  /** A vector of octets; null where it is empty. */
  @Nullable Octets optional(int width, String field) {
    Octets value = vector(width, 0, field);
    return Octets.length(value) == 0 ? null : value;
  }

  /** A vector of the octets of a text. */
  String text(String field) {
    byte[] read = Octets.bytes(vector(2, 0, field));
    String text = new String(read, UTF_8);
    if (!Arrays.equals(read, text.getBytes(UTF_8))) {
      throw expected(field, "UTF-8");
    }
    return text;
  }

  /** A vector of items. */
  <T> ImmutableList<T> list(int width, int least, String field, Function<Reader, T> item) {
    return inner(width, least, field).items(item);
  }

  /** The items up to the end. */
  <T> ImmutableList<T> items(Function<Reader, T> item) {
    var items = ImmutableList.<T>builder();
    while (hasMore()) {
      items.add(item.apply(this));
    }
    return items.build();
  }

  /** What a vector holds. */
  Reader inner(int width, int least, String field) {
    int length = length(width, least, field);
    need(length, field);
    at += length;
    return new Reader(octets, at - length, at, datagram);
  }

  /** The first half of what is left, the smaller one if they differ. */
  Octets half(String field) {
    return octets((end - at) / 2, field);
  }

  Octets rest() {
    return octets(end - at, "rest");
  }

  /** Whether the next octet is this one. */
  boolean startsWith(int octet) {
    return hasMore() && (octets[at] & 0xff) == octet;
  }

  boolean hasMore() {
    return at < end;
  }

  /** Passes on what was read, if nothing is left. */
  <T> T end(T result, String field) {
    if (hasMore()) {
      throw expected(field, "its end, not " + (end - at) + " more octets");
    }
    return result;
  }

  /** What is wrong at the place where this stands. */
  DecodeError expected(String field, String expected) {
    return new DecodeError(at, field, expected);
  }

  private int length(int width, int least, String field) {
    int length = number(width, field);
    if (length < least) {
      throw expected(field, "at least " + least + " octets, not " + length);
    }
    return length;
  }

  private void need(int length, String field) {
    if (length > end - at) {
      throw expected(field, length + " octets, not " + (end - at));
    }
  }
}
