package shakedown.crypto;

import java.util.Optional;
import shakedown.wire.Octets;

/** How the records of one direction and epoch over datagrams are sealed and opened; pure. */
public interface DatagramProtection {
  /**
   * A whole record with its header.
   *
   * @param sequence how many records were sealed in this epoch before
   * @param type a content type (RFC 9147 4)
   */
  Octets seal(long sequence, int type, Octets content);

  /**
   * Nothing if it does not open.
   *
   * @param expected the sequence number after the highest so far (RFC 9147 4.2.2)
   * @param record whole, with its header
   */
  Optional<Opened> open(long expected, Octets record);

  /** How many octets a record has beside its content, at most. */
  int overhead();

  /**
   * What was in a record.
   *
   * @param length of all that was sealed: in DTLS 1.3 with content type and padding
   */
  record Opened(long sequence, int type, Octets content, int length) {}
}
