package shakedown.adversary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.adversary.Term.Op;
import shakedown.crypto.Keys;
import shakedown.wire.Message;

/**
 * Records as terms: a message in the open, or sealed under a key. Each record has a place under its
 * secret (RFC 8446 5.3), so the key of the next record is another key.
 */
public record Protection(Terms terms) {
  private static final String RECORD = "record";

  /** The key of the first record. */
  public Term firstKey(Keys keys) {
    String around = keys.encryptThenMac() ? ", a MAC around" : "";
    return terms.of(Op.KEY, keys.suite() + " " + keys.writer() + around, keys.secret());
  }

  public Term nextKey(Term key) {
    return terms.of(Op.KEY, "next", key);
  }

  /** A record; in the open where there is no key. */
  public Term seal(@Nullable Term key, Message message) {
    Term plain = terms.of(message);
    return key == null ? plain : terms.of(Op.SEALED, RECORD, key, plain);
  }

  /** Whether a record is sealed, under whatever key. */
  public static boolean isSealed(Term record) {
    return record.is(Op.SEALED);
  }

  /** The message of a record in the open; nothing if it is sealed. */
  public static Optional<Message> read(Term record) {
    return record.is(Op.STRUCTURE) ? Optional.of((Message) record.structure()) : Optional.empty();
  }

  /** The message of a sealed record; nothing if it is in the open or under another key. */
  public static Optional<Message> open(Term record, Term key) {
    return record.is(Op.SEALED) && record.label().equals(RECORD) && record.arg(0) == key
        ? Optional.of((Message) record.arg(1).structure())
        : Optional.empty();
  }

  /** What is in a record, whether one could open it or not: for people who look on. */
  public static Message content(Term record) {
    Term plain = record.is(Op.SEALED) ? record.arg(1) : record;
    return (Message) plain.structure();
  }
}
