package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Octets;

/**
 * The numbers of a handshake's messages over datagrams, which the transcript of DTLS 1.2 covers
 * (RFC 6347 4.2.6).
 *
 * @param said what both sides said so far, in order
 * @param next the number of what this side says next
 */
public record MessageNumbers(ImmutableList<Numbered> said, int next) {
  public static final MessageNumbers NONE = new MessageNumbers(ImmutableList.of(), 0);

  private static final int CLIENT_HELLO = 1;

  /**
   * A message and its number.
   *
   * @param message encoded, without a number
   */
  public record Numbered(Octets message, int number) {}

  /** Where the other side said this. */
  public MessageNumbers heard(Octets message, int number) {
    return new MessageNumbers(with(new Numbered(message, number)), next);
  }

  /** Where this side said this. */
  public MessageNumbers sent(Octets message) {
    return new MessageNumbers(with(new Numbered(message, next)), next + 1);
  }

  /** A hello begins a transcript: what was before it is in none that grows. */
  private ImmutableList<Numbered> with(Numbered more) {
    boolean begins = more.message().at(0) == CLIENT_HELLO;
    return ImmutableList.<Numbered>builder()
        .addAll(begins ? ImmutableList.of() : said)
        .add(more)
        .build();
  }
}
