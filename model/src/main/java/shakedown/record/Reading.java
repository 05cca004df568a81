package shakedown.record;

import static shakedown.rules.Rule.ALERT_LEVEL_KNOWN;
import static shakedown.rules.Rule.APPLICATION_DATA_PROTECTED;
import static shakedown.rules.Rule.CCS_IS_ONE;
import static shakedown.rules.Rule.CCS_NOT_PROTECTED;
import static shakedown.rules.Rule.CIPHERTEXT_LENGTH_BOUNDED;
import static shakedown.rules.Rule.EARLY_DATA_WITHIN_LIMIT;
import static shakedown.rules.Rule.HANDSHAKE_NOT_INTERLEAVED;
import static shakedown.rules.Rule.INNER_TYPE_PRESENT;
import static shakedown.rules.Rule.KEY_CHANGE_AT_RECORD_BOUNDARY;
import static shakedown.rules.Rule.MESSAGE_IN_ORDER;
import static shakedown.rules.Rule.MESSAGE_PARSES;
import static shakedown.rules.Rule.NO_EMPTY_HANDSHAKE_RECORD;
import static shakedown.rules.Rule.ONE_ALERT_PER_RECORD;
import static shakedown.rules.Rule.PLAINTEXT_LENGTH_BOUNDED;
import static shakedown.rules.Rule.RECORD_DEPROTECTS;
import static shakedown.rules.Rule.RECORD_SIZE_LIMIT_KEPT;
import static shakedown.rules.Rule.RECORD_TYPE_KNOWN;
import static shakedown.rules.Rule.SSL2_HELLO_REFUSED;
import static shakedown.rules.Rule.TLS12_RECORD_VERSION_IS_THREE_THREE;

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
 * @param limit how large a record the peer has agreed to send, in octets of its plaintext
 * @param broken a rule that a key change found broken
 */
public record Reading(
    Octets arrived,
    Octets fragments,
    @Nullable RecordProtection protection,
    long sequence,
    Dialect dialect,
    Patience patience,
    int limit,
    @Nullable Rule broken) {
  public static final Reading START =
      new Reading(
          Octets.EMPTY,
          Octets.EMPTY,
          null,
          0,
          Dialect.UNDECIDED,
          Patience.WITH_NOTHING,
          Limits.NONE,
          null);

  private static final int VERSION_TLS12 = 0x0303;

  private static final int MESSAGE_HEADER = 4;
  private static final int ALERT_LENGTH = 2;
  private static final int WARNING = 1;
  private static final int FATAL = 2;
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
    return new Reading(arrived, fragments, other, 0, dialect, unlimited, limit, breach);
  }

  public Reading speaking(Dialect other) {
    return new Reading(arrived, fragments, protection, sequence, other, patience, limit, broken);
  }

  /** From here on larger records are refused: counted as {@link Opened#length()}. */
  public Reading atMost(int octets) {
    return new Reading(arrived, fragments, protection, sequence, dialect, patience, octets, broken);
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
    Optional<Delivery> refused = refuseHeader(type, length, opening != null);
    if (refused.isPresent()) {
      return refused;
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

  /** What a header breaks is refused before the rest is there. */
  private Optional<Delivery> refuseHeader(int type, int length, boolean opens) {
    if (!ContentType.isKnown(type)) {
      return Optional.of(refuse(RECORD_TYPE_KNOWN));
    }
    if (dialect.isTls12() && (arrived.at(1) << 8 | arrived.at(2)) != VERSION_TLS12) {
      return Optional.of(refuse(TLS12_RECORD_VERSION_IS_THREE_THREE));
    }
    // what a retry refused is sealed, although nothing opens it
    boolean sealed = opens || type == ContentType.APPLICATION_DATA;
    if (length > (sealed ? Limits.sealed(dialect, Limits.plaintext(dialect)) : Limits.CONTENT)) {
      return Optional.of(refuse(sealed ? CIPHERTEXT_LENGTH_BOUNDED : PLAINTEXT_LENGTH_BOUNDED));
    }
    // who sent early data knew of no agreement
    boolean mayBeMore = patience.isSkipping();
    return !mayBeMore && length > (sealed ? Limits.sealed(dialect, limit) : limit)
        ? Optional.of(refuse(RECORD_SIZE_LIMIT_KEPT))
        : Optional.empty();
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
      return patience.skips(whole) ? skip(whole) : refuse(APPLICATION_DATA_PROTECTED);
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
    int length = opened.get().length();
    if (length > Limits.plaintext(dialect)) {
      return refuse(PLAINTEXT_LENGTH_BOUNDED);
    }
    if (length > limit) {
      return refuse(RECORD_SIZE_LIMIT_KEPT);
    }
    if (isPlain(type)) {
      return refuse(CCS_NOT_PROTECTED);
    }
    return new Reading(
            arrived, fragments, protection, sequence + 1, dialect, patience, limit, broken)
        .take(type, opened.get().content());
  }

  private Delivery skip(Octets whole) {
    return silent(with(patience.skipped(whole)));
  }

  private Delivery take(int type, Octets content) {
    if (type != ContentType.HANDSHAKE && !fragments.isEmpty()) {
      return refuse(HANDSHAKE_NOT_INTERLEAVED);
    }
    return switch (type) {
      case ContentType.CHANGE_CIPHER_SPEC -> changeCipherSpec(content);
      case ContentType.ALERT -> alert(content);
      case ContentType.HANDSHAKE ->
          content.isEmpty()
              ? refuse(NO_EMPTY_HANDSHAKE_RECORD)
              : silent(with(arrived, fragments.plus(content)).with(patience.renewed()));
      case ContentType.APPLICATION_DATA -> applicationData(content);
      case ContentType.NONE -> refuse(INNER_TYPE_PRESENT);
      default -> refuse(RECORD_TYPE_KNOWN);
    };
  }

  private Delivery changeCipherSpec(Octets content) {
    boolean isOne = Octets.length(content) == 1 && content.at(0) == 1;
    return isOne ? deliver(new ChangeCipherSpec()) : refuse(CCS_IS_ONE);
  }

  private Delivery alert(Octets content) {
    if (content.isEmpty()) {
      return refuse(NO_EMPTY_HANDSHAKE_RECORD);
    }
    if (Octets.length(content) != ALERT_LENGTH) {
      return refuse(ONE_ALERT_PER_RECORD);
    }
    int level = content.at(0);
    return level == WARNING || level == FATAL
        ? deliver(new AlertMessage(level == FATAL, content.at(1)))
        : refuse(ALERT_LEVEL_KNOWN);
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
            Octets.EMPTY,
            Octets.EMPTY,
            protection,
            sequence,
            dialect,
            Patience.WITH_NOTHING,
            limit,
            null);
    return new Delivery(nothing, new Input.Refused(rule));
  }

  private Reading with(Octets otherArrived, Octets otherFragments) {
    return new Reading(
        otherArrived, otherFragments, protection, sequence, dialect, patience, limit, broken);
  }

  private Reading with(Patience other) {
    return new Reading(arrived, fragments, protection, sequence, dialect, other, limit, broken);
  }
}
