package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import shakedown.crypto.DatagramProtection;
import shakedown.crypto.MessageNumbers;
import shakedown.wire.Codec;
import shakedown.wire.Dialect;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Octets;

/** What is sent in one turn. Lives as long as it. */
final class Sender {
  private final int maxDatagram;
  private final List<Octets> records = new ArrayList<>();
  private final List<Said> fresh = new ArrayList<>();

  private MessageNumbers numbers;
  private Writing writing;
  private Outstanding outstanding;
  private boolean hasNewFlight;

  Sender(Conversation before, int maxDatagram) {
    this.maxDatagram = maxDatagram;
    this.numbers = before.numbers();
    this.writing = before.writing();
    this.outstanding = before.outstanding();
  }

  MessageNumbers numbers() {
    return numbers;
  }

  Writing writing() {
    return writing;
  }

  Outstanding outstanding() {
    return outstanding;
  }

  /** Whether it said something that wants an answer. */
  boolean hasNewFlight() {
    return hasNewFlight;
  }

  ImmutableList<Octets> datagrams() {
    return Packing.pack(records, maxDatagram);
  }

  void heard(Octets message, int number) {
    numbers = numbers.heard(message, number);
  }

  /** Numbers messages anew. */
  void begin() {
    numbers = MessageNumbers.NONE;
  }

  void send(Message message, Dialect dialect) {
    Octets content = Octets.of(Codec.encode(message, dialect));
    switch (message) {
      case ApplicationData _ -> writeData(content);
      case AlertMessage _ -> write(ContentType.ALERT, content);
      case ChangeCipherSpec _ -> say(ContentType.CHANGE_CIPHER_SPEC, content);
      default -> sayHandshake(content);
    }
  }

  /** A message of the handshake, in as many fragments as it takes. */
  private void sayHandshake(Octets message) {
    int most = Math.max(1, writing.most(maxDatagram) - Fragment.HEADER_LENGTH);
    for (Fragment each : Fragment.of(message, numbers.next(), most)) {
      say(ContentType.HANDSHAKE, each.encode());
    }
    numbers = numbers.sent(message);
  }

  /** In one record, unless the peer takes none that is so large. */
  private void writeData(Octets content) {
    int most = writing.most(Integer.MAX_VALUE);
    int length = Octets.length(content);
    for (int from = 0; from < Math.max(1, length); from += most) {
      write(ContentType.APPLICATION_DATA, content.slice(from, Math.min(length, from + most)));
    }
  }

  private void say(int type, Octets content) {
    RecordNumber number = write(type, content);
    fresh.add(new Said(writing.epoch(), type, content, ImmutableList.of(number)));
  }

  private RecordNumber write(int type, Octets content) {
    return write(writing.epoch(), type, content);
  }

  private RecordNumber write(int epoch, int type, Octets content) {
    Writing.Written written = writing.write(epoch, type, content);
    writing = written.writing();
    records.add(written.record());
    return written.number();
  }

  /**
   * What was said since this was called last is a flight, or the end of one.
   *
   * @param answers whether it shows that all of the flight before has come
   * @param heard the number of the message that was heard last
   * @return whether something was said
   */
  boolean endStep(boolean answers, int heard) {
    if (fresh.isEmpty()) {
      return false;
    }
    Outstanding before = answers ? outstanding.with(ImmutableList.of()) : outstanding;
    outstanding = before.plus(ImmutableList.copyOf(fresh), heard);
    fresh.clear();
    hasNewFlight = true;
    return true;
  }

  /** Nothing that was said before this turn needs to be said again. */
  void forget() {
    outstanding = outstanding.with(ImmutableList.of());
  }

  void timedOut() {
    outstanding = outstanding.timedOut();
  }

  void sayAgain() {
    sayAgain(_ -> true);
  }

  private void sayAgain(Predicate<Said> chosen) {
    var said = ImmutableList.<Said>builder();
    for (Said each : outstanding.said()) {
      boolean again = chosen.test(each) && writing.has(each.epoch());
      said.add(again ? each.again(write(each.epoch(), each.type(), each.content())) : each);
    }
    outstanding = outstanding.with(said.build());
  }

  /** What the peer has need not be said again; what it should have, and has not, is lost. */
  void acknowledged(Acknowledgement told) {
    outstanding = outstanding.without(told);
    sayAgain(each -> each.isBehind(told));
  }

  /** As many of the last as one record takes. */
  void acknowledge(ImmutableList<RecordNumber> heard) {
    int most = Acknowledgement.most(writing.most(maxDatagram));
    write(ContentType.ACK, new Acknowledgement(Kept.last(heard, most)).encode());
  }

  void atMost(int octets) {
    writing = writing.atMost(octets);
  }

  void under(int epoch, DatagramProtection protection) {
    writing = writing.under(epoch, protection);
  }

  void underLater(int epoch, DatagramProtection protection) {
    writing = writing.underLater(epoch, protection);
  }

  /** Keys that wait until all has come may wait no longer (RFC 9147 8). */
  void endTurn() {
    if (outstanding.isEmpty()) {
      writing = writing.now();
    }
  }
}
