package shakedown.record;

import static shakedown.rules.Rule.EARLY_DATA_WITHIN_LIMIT;
import static shakedown.rules.Rule.HANDSHAKE_NOT_INTERLEAVED;
import static shakedown.rules.Rule.KEY_CHANGE_AT_RECORD_BOUNDARY;
import static shakedown.rules.Rule.MESSAGE_IN_ORDER;
import static shakedown.rules.Rule.MESSAGE_PARSES;
import static shakedown.rules.Rule.RECORD_DEPROTECTS;
import static shakedown.rules.Rule.RECORD_WITHIN_LIMIT;
import static shakedown.rules.Rule.SSL2_HELLO_REFUSED;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.RecordProtection;
import shakedown.crypto.RecordProtection.Opened;
import shakedown.handshake.Input;
import shakedown.rules.Rule;
import shakedown.wire.Codec;
import shakedown.wire.DecodeError;
import shakedown.wire.Dialect;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Octets;

/**
 * The direction that an endpoint reads: octets to inputs, one at a time, since each may change the
 * keys of what follows it. Immutable.
 *
 * @param arrived octets that are no whole record yet
 * @param fragments octets of handshake records that are no whole message yet
 * @param protection null for plain records
 * @param sequence how many records were opened under it
 * @param broken a rule that a key change found broken
 */
public record Reading(
    Octets arrived,
    Octets fragments,
    @Nullable RecordProtection protection,
    long sequence,
    Dialect dialect,
    Patience patience,
    @Nullable Rule broken) {
  public static final Reading START =
      new Reading(
          Octets.EMPTY, Octets.EMPTY, null, 0, Dialect.UNDECIDED, Patience.WITH_NOTHING, null);

  private static final int MESSAGE_HEADER = 4;
  private static final int SSL2_LENGTH = 0x80;
  private static final int SSL2_CLIENT_HELLO = 1;

  /**
   * One input, and what is left to read.
   *
   * @param input null where more octets must arrive first
   */
  public record Delivery(Reading reading, @Nullable Input input) {}

  public Reading feed(Octets more) {
    return with(arrived.plus(more), fragments);
  }

  /** The next records are opened with this; no message may reach into them (RFC 8446 5.1). */
  public Reading under(RecordProtection other) {
    Rule breach = fragments.isEmpty() ? broken : KEY_CHANGE_AT_RECORD_BOUNDARY;
    Patience unlimited = patience.taking(Limits.UNLIMITED);
    return new Reading(arrived, fragments, other, 0, dialect, unlimited, breach);
  }

  public Reading speaking(Dialect other) {
    return new Reading(arrived, fragments, protection, sequence, other, patience, broken);
  }

  /** Records that do not open are early data that was refused, until one opens. */
  public Reading skippingEarlyData(int octets) {
    return with(patience.skipping(octets));
  }

  /** The data of the next records is early, and no more of it is taken than this. */
  public Reading takingEarlyData(int octets) {
    return with(patience.taking(octets));
  }

  /** The next input, if enough has arrived. */
  public Delivery next() {
    Reading now = this;
    Optional<Delivery> turn = now.turn();
    while (turn.isPresent() && turn.get().input() == null) {
      now = turn.get().reading();
      turn = now.turn();
    }
    return turn.orElse(new Delivery(now, null));
  }

  /** Takes one message or one record; nothing if neither is there. */
  private Optional<Delivery> turn() {
    if (broken != null) {
      return Optional.of(refuse(broken));
    }
    Optional<Delivery> message = message();
    return message.isPresent() ? message : record();
  }

  private Optional<Delivery> message() {
    int present = Octets.length(fragments);
    if (present < MESSAGE_HEADER) {
      return Optional.empty();
    }
    if (!Codec.knows(fragments.at(0), dialect)) {
      return Optional.of(refuse(MESSAGE_IN_ORDER));
    }
    int length = MESSAGE_HEADER + (fragments.at(1) << 16 | fragments.at(2) << 8 | fragments.at(3));
    if (length > Limits.MESSAGE) {
      return Optional.of(refuse(MESSAGE_PARSES));
    }
    return present < length ? Optional.empty() : Optional.of(decode(length));
  }

  private Delivery decode(int length) {
    Message message;
    try {
      message = Codec.decode(Octets.bytes(fragments.slice(0, length)), dialect);
    } catch (DecodeError _) {
      return refuse(MESSAGE_PARSES);
    }
    return with(arrived, fragments.slice(length, Octets.length(fragments))).deliver(message);
  }

  private Optional<Delivery> record() {
    int present = Octets.length(arrived);
    if (present < Limits.HEADER) {
      return Optional.empty();
    }
    if (isSsl2Hello()) {
      return Optional.of(refuse(SSL2_HELLO_REFUSED));
    }
    int type = arrived.at(0);
    int length = arrived.at(3) << 8 | arrived.at(4);
    RecordProtection opening = isPlain(type) ? null : protection;
    if (length > (opening == null ? Limits.CONTENT : Limits.sealed(dialect))) {
      return Optional.of(refuse(RECORD_WITHIN_LIMIT));
    }
    int end = Limits.HEADER + length;
    if (present < end) {
      return Optional.empty();
    }
    Octets whole = arrived.slice(0, end);
    Reading rest = with(arrived.slice(end, present), fragments);
    return Optional.of(
        opening == null ? rest.takePlain(type, whole) : rest.takeSealed(whole, opening));
  }

  /** A CLIENT-HELLO of SSL 2.0: a length of two octets, its type, its version (RFC 5246 E.2). */
  private boolean isSsl2Hello() {
    return dialect.equals(Dialect.UNDECIDED)
        && (arrived.at(0) & SSL2_LENGTH) != 0
        && arrived.at(2) == SSL2_CLIENT_HELLO;
  }

  /** In TLS 1.3 a ChangeCipherSpec is for middleboxes only (RFC 8446 5). */
  private boolean isPlain(int type) {
    return type == ContentType.CHANGE_CIPHER_SPEC && !dialect.isTls12();
  }

  private Delivery takePlain(int type, Octets whole) {
    Octets content = whole.slice(Limits.HEADER, Octets.length(whole));
    if (type == ContentType.APPLICATION_DATA) {
      return patience.skips(whole) ? skip(whole) : refuse(MESSAGE_IN_ORDER);
    }
    return take(type, content);
  }

  private Delivery takeSealed(Octets whole, RecordProtection opening) {
    Optional<Opened> opened = opening.open(sequence, whole);
    if (opened.isEmpty()) {
      // a record that does not open was none: counting it would spoil those that do
      return patience.skips(whole) ? skip(whole) : refuse(RECORD_DEPROTECTS);
    }
    int type = opened.get().type();
    if (isPlain(type)) {
      return refuse(MESSAGE_IN_ORDER);
    }
    return new Reading(arrived, fragments, protection, sequence + 1, dialect, patience, broken)
        .take(type, opened.get().content());
  }

  private Delivery skip(Octets whole) {
    return silent(with(patience.skipped(whole)));
  }

  private Delivery take(int type, Octets content) {
    if (Octets.length(content) > Limits.CONTENT) {
      return refuse(RECORD_WITHIN_LIMIT);
    }
    if (type != ContentType.HANDSHAKE && !fragments.isEmpty()) {
      return refuse(HANDSHAKE_NOT_INTERLEAVED);
    }
    return switch (type) {
      case ContentType.CHANGE_CIPHER_SPEC -> changeCipherSpec(content);
      case ContentType.ALERT -> alert(content);
      case ContentType.HANDSHAKE ->
          content.isEmpty()
              ? refuse(MESSAGE_IN_ORDER)
              : silent(with(arrived, fragments.plus(content)).with(patience.renewed()));
      case ContentType.APPLICATION_DATA -> applicationData(content);
      default -> refuse(MESSAGE_IN_ORDER);
    };
  }

  private Delivery changeCipherSpec(Octets content) {
    boolean isOne = Octets.length(content) == 1 && content.at(0) == 1;
    return isOne ? deliver(new ChangeCipherSpec()) : refuse(MESSAGE_IN_ORDER);
  }

  private Delivery alert(Octets content) {
    boolean isAlert = Octets.length(content) == 2 && (content.at(0) == 1 || content.at(0) == 2);
    return isAlert
        ? deliver(new AlertMessage(content.at(0) == 2, content.at(1)))
        : refuse(MESSAGE_PARSES);
  }

  private Delivery applicationData(Octets content) {
    if (!content.isEmpty()) {
      return patience.takes(content)
          ? with(patience.took(content)).deliver(new ApplicationData(content))
          : refuse(EARLY_DATA_WITHIN_LIMIT);
    }
    return patience.bearsEmpty() ? silent(with(patience.boreEmpty())) : refuse(MESSAGE_IN_ORDER);
  }

  private Delivery deliver(Message message) {
    return new Delivery(this, new Input.Received(message));
  }

  private static Delivery silent(Reading next) {
    return new Delivery(next, null);
  }

  /** What arrived after a breach is of no use. */
  private Delivery refuse(Rule rule) {
    Reading nothing =
        new Reading(
            Octets.EMPTY, Octets.EMPTY, protection, sequence, dialect, Patience.WITH_NOTHING, null);
    return new Delivery(nothing, new Input.Refused(rule));
  }

  private Reading with(Octets otherArrived, Octets otherFragments) {
    return new Reading(
        otherArrived, otherFragments, protection, sequence, dialect, patience, broken);
  }

  private Reading with(Patience other) {
    return new Reading(arrived, fragments, protection, sequence, dialect, other, broken);
  }
}
