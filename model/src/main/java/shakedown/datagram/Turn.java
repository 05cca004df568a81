package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shakedown.crypto.DatagramProtection;
import shakedown.crypto.DatagramProtection.Opened;
import shakedown.crypto.Keys;
import shakedown.handshake.Closed;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Epoch;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.rules.Rule;
import shakedown.wire.Codec;
import shakedown.wire.DecodeError;
import shakedown.wire.Dialect;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/** What one event does to a conversation. Lives for one event. */
final class Turn {
  private final Setting setting;
  private final Sender sender;
  private final boolean wasWaiting;
  private final List<Outcome.Stepped> steps = new ArrayList<>();
  private final List<RecordNumber> owed = new ArrayList<>();

  private Endpoint state;
  private Dialect dialect;
  private Reading reading;
  private Reassembly incoming;
  private Receipts receipts;
  private boolean hasFired;
  private boolean saysAgain;
  private boolean hasNewKeys;

  Turn(Conversation before, Setting setting) {
    this.setting = setting;
    this.sender = new Sender(before, setting.maxDatagram());
    this.state = before.state();
    this.dialect = before.dialect();
    this.reading = before.reading();
    this.incoming = before.incoming();
    this.receipts = before.receipts();
    this.wasWaiting = isWaiting();
  }

  Outcome take(Event event) {
    switch (event) {
      case Event.Arrived(Octets datagram) -> RawRecord.split(datagram).forEach(this::take);
      case Event.TimerFired _ -> timerFired();
      case Event.Told(Input input) -> step(input);
    }
    if (saysAgain && !isClosed()) {
      sender.sayAgain();
    }
    if (!owed.isEmpty() && !isClosed()) {
      sender.acknowledge(Kept.last(ImmutableList.copyOf(owed), Limits.ACKNOWLEDGED));
    }
    sender.endTurn();
    return new Outcome(
        new Conversation(
            state,
            dialect,
            sender.numbers(),
            reading,
            incoming,
            sender.writing(),
            sender.outstanding(),
            receipts),
        sender.datagrams(),
        timing(),
        ImmutableList.copyOf(steps));
  }

  private Timing timing() {
    if (!isWaiting()) {
      return wasWaiting ? new Timing.Stop() : new Timing.Keep();
    }
    return !wasWaiting || saysAgain || hasFired || sender.hasNewFlight()
        ? new Timing.Set(setting.patience().nanos(sender.outstanding().timeouts()))
        : new Timing.Keep();
  }

  private boolean isClosed() {
    return state instanceof Closed;
  }

  /** The last flight of DTLS 1.2 is not answered: it is sent again only when asked (4.2.4). */
  private boolean isWaiting() {
    return !isClosed()
        && !sender.outstanding().isEmpty()
        && (dialect.isTls13() || !receipts.done());
  }

  /** What came of the peer's flight shows that all of ours did: then it is told what it lacks. */
  private void timerFired() {
    if (!wasWaiting) {
      return;
    }
    if (sender.outstanding().timeouts() >= setting.patience().resends()) {
      step(new Input.TransportClosed());
      return;
    }
    sender.timedOut();
    hasFired = true;
    if (dialect.isTls13() && !receipts.done() && !receipts.heard().isEmpty()) {
      owed.addAll(receipts.heard());
    } else {
      saysAgain = true;
    }
  }

  // -- what arrives

  private void take(RawRecord record) {
    if (isClosed()) {
      return;
    }
    Optional<ReadEpoch> epoch = reading.of(record);
    if (epoch.isEmpty()) {
      reading = reading.mayCome(record) ? reading.keep(record) : reading;
      return;
    }
    Optional<Opened> opened = epoch.get().open(record);
    if (opened.isPresent()) {
      reading = reading.mark(epoch.get(), opened.get().sequence());
      take(opened.get(), epoch.get());
      proceed();
    }
  }

  private void take(Opened opened, ReadEpoch epoch) {
    boolean isPresent = epoch.number() == reading.epoch();
    Octets content = opened.content();
    switch (opened.type()) {
      case ContentType.HANDSHAKE ->
          Fragment.in(content)
              .forEach(each -> take(each, new RecordNumber(epoch.number(), opened.sequence())));
      case ContentType.CHANGE_CIPHER_SPEC -> {
        if (isPresent && !dialect.isTls13()) {
          receipts = receipts.changing(true);
        }
      }
      case ContentType.ALERT -> {
        if (isPresent) {
          takeAlert(content);
        }
      }
      case ContentType.APPLICATION_DATA -> {
        if (epoch.number() >= firstOfData() && !content.isEmpty()) {
          stepIfTaken(new ApplicationData(content));
        }
      }
      case ContentType.ACK -> {
        if (!dialect.isTls12()) {
          sender.acknowledged(Acknowledgement.decode(content, epoch.number()));
        }
      }
      default -> {}
    }
  }

  /** Application data has no place in earlier epochs. */
  private int firstOfData() {
    return dialect.isTls13() ? EpochNumbers.APPLICATION : 1;
  }

  private void takeAlert(Octets content) {
    if (Octets.length(content) == 2 && (content.at(0) == 1 || content.at(0) == 2)) {
      step(new Received(new AlertMessage(content.at(0) == 2, content.at(1))));
    }
  }

  private void take(Fragment fragment, RecordNumber record) {
    if (fragment.begins() && receipts.done() && record.epoch() == reading.epoch()) {
      begin();
    }
    boolean wantsReceipt = dialect.isTls13() && fragment.number() >= receipts.from();
    if (incoming.isOld(fragment)) {
      if (wantsReceipt) {
        owed.add(record);
      } else if (sender.outstanding().answers(fragment)) {
        saysAgain = true;
      }
      return;
    }
    if (record.epoch() == reading.epoch() && incoming.takes(fragment)) {
      incoming = incoming.plus(fragment);
      receipts = receipts.plus(record);
      if (wantsReceipt) {
        owed.add(record);
      }
    }
  }

  /** Hands on all that is due: messages, then the change of keys that is to follow them. */
  private void proceed() {
    boolean moves = true;
    while (moves && !isClosed()) {
      Optional<Octets> message = incoming.message();
      if (message.isPresent()) {
        moves = takeMessage(message.get());
      } else {
        moves = receipts.changeCipherSpec() && stepIfTaken(new ChangeCipherSpec());
        receipts = receipts.changing(receipts.changeCipherSpec() && !moves);
      }
      retry();
    }
  }

  /** What came before its keys did may be read now. */
  private void retry() {
    if (hasNewKeys) {
      hasNewKeys = false;
      ImmutableList<RawRecord> early = reading.early();
      reading = reading.withoutEarly();
      early.forEach(this::take);
    }
  }

  /** Where keys protect it, a message that is none is the peer's fault; else it may be anyone's. */
  private boolean takeMessage(Octets octets) {
    Message message;
    try {
      message = Codec.decode(Octets.bytes(octets), dialect);
    } catch (DecodeError _) {
      if (reading.epoch() == 0) {
        incoming = incoming.without();
        return false;
      }
      step(new Input.Refused(Rule.MESSAGE_PARSES));
      return false;
    }
    sender.heard(octets, incoming.next());
    incoming = incoming.taken();
    step(new Received(message));
    return true;
  }

  // -- what the endpoint does

  /**
   * Over datagrams, what comes too early is no fault. Only the endpoint knows what is due; it is
   * pure, so it can be asked.
   */
  private boolean stepIfTaken(Message message) {
    var input = new Received(message);
    boolean taken = !(state.on(input, setting.context(sender.numbers())).next() instanceof Closed);
    if (taken) {
      step(input);
    }
    return taken;
  }

  private void step(Input input) {
    boolean wasDone = receipts.done();
    Step step = state.on(input, setting.context(sender.numbers()));
    steps.add(new Outcome.Stepped(state, input, step));
    state = step.next();
    step.effects().forEach(this::perform);
    boolean answers = input instanceof Received && !(dialect.isTls13() && wasDone);
    if (sender.endStep(answers, incoming.next() - 1) && answers) {
      receipts = receipts.answered();
    }
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.Send(Message message) -> {
        if (message instanceof ClientHello) {
          begin();
        }
        sender.send(message, dialect);
      }
      case Effect.WriteUnder(Epoch epoch, Keys keys) when keys != null -> writeUnder(epoch, keys);
      case Effect.ReadUnder(Epoch epoch, Keys keys) -> {
        int number = number(epoch, reading.epoch());
        reading = reading.under(number, setting.crypto().protection(keys, number));
        incoming = Reassembly.from(incoming.next());
        hasNewKeys = true;
      }
      case Effect.Speak(var version, var suite) ->
          dialect = Dialect.of(version, suite).overDatagrams();
      case Effect.Claim(Signal.Commit(Role role, var _, var _)) -> complete(role);
      case Effect.ReadAtMost _, Effect.WriteAtMost _ -> {}
      case Effect.WriteUnder _, Effect.SkipEarlyData _, Effect.Flush _, Effect.Claim _ -> {}
    }
  }

  /** Each handshake of DTLS 1.2 numbers its messages from 0 (RFC 6347 4.2.2). */
  private void begin() {
    if (receipts.done() && dialect.isTls12()) {
      sender.begin();
      incoming = Reassembly.from(0);
    }
    receipts = Receipts.NONE;
  }

  private void writeUnder(Epoch epoch, Keys keys) {
    int number = number(epoch, sender.writing().lastEpoch());
    DatagramProtection protection = setting.crypto().protection(keys, number);
    if (dialect.isTls13() && sender.writing().epoch() >= EpochNumbers.APPLICATION) {
      sender.underLater(number, protection);
    } else {
      sender.under(number, protection);
    }
  }

  /** In DTLS 1.3 keys of a sort have their number (RFC 9147 6.1); in 1.2 one counts. */
  private int number(Epoch epoch, int before) {
    return dialect.isTls13() ? Math.max(EpochNumbers.of(epoch), before + 1) : before + 1;
  }

  /** The server has nothing to say that answers the client's last flight, so it is told of it. */
  private void complete(Role role) {
    sender.forget();
    if (role == Role.SERVER && dialect.isTls13()) {
      owed.addAll(receipts.heard());
    }
    receipts = receipts.done(role == Role.SERVER ? incoming.next() - 1 : incoming.next());
  }
}
