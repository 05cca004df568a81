package shakedown.net;

import shakedown.engine.Clock;
import shakedown.engine.RandomStream;
import shakedown.net.TcpOptions.SynTimeouts;

/**
 * One end of a connection as Linux 6.18 behaves: how it opens, and what it hands to its two halves.
 * There is no FIN, no receive window and no urgent data; a handshake needs none.
 */
public final class Tcp {
  private enum State {
    CLOSED,
    /** Waits for the write that the SYN will carry. */
    DEFERRED,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED
  }

  private static final long SECOND = 1_000_000_000;
  private static final long MILLI = 1_000_000;

  /** Answers to what comes twice are at least so far apart (tcp_invalid_ratelimit). */
  private static final long REPEATED_ANSWERS = 500_000_000;

  /** After so many timeouts of one second they double, if linear (tcp_syn_linear_timeouts). */
  private static final int LINEAR_TIMEOUTS = 4;

  private static final int HEADERS = 52;

  /** Options at their longest take so much of the data that rides in a SYN. */
  private static final int SYN_OPTIONS = 28;

  private final Clock clock;
  private final TcpOptions options;
  private final int mss;
  private final Link out;
  private final RandomStream phases;
  private final RetransmissionTimeout timeout = new RetransmissionTimeout();
  private final Sender sender;
  private final Receiver receiver;
  private final KernelTimer openingTimer;
  private Application application = Application.NONE;

  private State state = State.CLOSED;
  private boolean isClient;
  private boolean hasEarlyData;
  private long opened;
  private int timeouts;
  private int openingRepeats;
  private long lastRepeatedAnswer;
  private int dataSegments;
  private int repeats;

  /** An end on the host of that name, which its random stream bears. */
  Tcp(Clock clock, TcpOptions options, int mtu, Link out, String host) {
    this.clock = clock;
    this.options = options;
    this.mss = mtu - HEADERS;
    this.out = out;
    this.phases = new RandomStream("jiffies/" + host);
    this.receiver = new Receiver(clock, timeout, mss, options.timers(), this::sendAck);
    this.sender = new Sender(clock, timeout, mss, options, new Segmenter());
    this.openingTimer = new KernelTimer(clock, options.timers(), this::openingExpired);
  }

  /** Tells that application from now on. */
  public void serve(Application served) {
    application = served;
  }

  void reset(long seed, long replication) {
    phases.reset(seed, replication);
    long phase = phases.upTo(KernelTimer.REVOLUTION - 1, 0);
    timeout.reset();
    sender.reset(phase);
    receiver.reset(phase);
    openingTimer.reset(phase);
    state = State.CLOSED;
    isClient = false;
    hasEarlyData = false;
    timeouts = 0;
    openingRepeats = 0;
    lastRepeatedAnswer = -REPEATED_ANSWERS;
    dataSegments = 0;
    repeats = 0;
  }

  /** Opens the connection: sends a SYN, or with Fast Open waits for the data that it carries. */
  public void connect() {
    isClient = true;
    if (options.fastOpen()) {
      state = State.DEFERRED;
      application.connected();
    } else {
      open(0);
    }
  }

  /** Octets for the stream; they leave as soon as the connection and its window allow. */
  public void write(int octets) {
    sender.write(octets);
    if (state == State.DEFERRED) {
      open(sender.takeForSyn(mss - SYN_OPTIONS));
    } else if (maySend()) {
      sender.push();
    }
  }

  /** The octets written so far. */
  public long written() {
    return sender.written();
  }

  /** The octets that arrived without a gap. */
  public long arrived() {
    return receiver.next();
  }

  /** Reads what arrived, at most up to that octet; TCP may acknowledge it now. */
  public void read(long upTo) {
    receiver.read(upTo);
  }

  /** Segments sent with data, repeats included. */
  public int dataSegments() {
    return dataSegments;
  }

  /** Segments sent again, SYN and SYN-ACK included. */
  public int repeats() {
    return repeats + openingRepeats;
  }

  void receive(Packet packet) {
    switch (packet.kind) {
      case SYN -> synCame(packet);
      case SYN_ACK -> synAckCame(packet);
      case SEGMENT -> segmentCame(packet);
    }
  }

  private boolean maySend() {
    return state == State.ESTABLISHED || (state == State.SYN_RECEIVED && hasEarlyData);
  }

  private void open(long earlyData) {
    state = State.SYN_SENT;
    opened = clock.now();
    sendOpening(Packet.Kind.SYN, earlyData);
    openingTimer.set(timeout.nanos());
  }

  private void synCame(Packet syn) {
    switch (state) {
      case CLOSED -> {
        state = State.SYN_RECEIVED;
        opened = clock.now();
        receiver.echo(syn.stamp);
        hasEarlyData = syn.length() > 0 && receiver.takes(syn);
        sendOpening(Packet.Kind.SYN_ACK, 0);
        openingTimer.set(SECOND);
        if (hasEarlyData) {
          application.connected();
          application.arrived();
        }
      }
      case SYN_RECEIVED -> {
        if (mayAnswerAgain()) {
          repeatSynAck();
        }
      }
      case DEFERRED, SYN_SENT, ESTABLISHED -> {}
    }
  }

  private void synAckCame(Packet answer) {
    if (state == State.ESTABLISHED && mayAnswerAgain()) {
      sendAck();
    }
    if (state != State.SYN_SENT) {
      return;
    }
    establish(answer);
    sender.synAnswered(answer);
    sendAck();
    sender.push();
    if (!options.fastOpen()) {
      application.connected();
    }
  }

  private void segmentCame(Packet segment) {
    boolean isFirst = state == State.SYN_RECEIVED && !isClient;
    if (isFirst) {
      establish(segment);
    }
    if (state != State.ESTABLISHED || receiver.refuses(segment)) {
      return;
    }
    sender.acknowledge(segment);
    boolean isReadable = segment.length() > 0 && receiver.takes(segment);
    sender.push();
    receiver.settle();
    if (isFirst && !hasEarlyData) {
      application.connected();
    }
    if (isReadable) {
      application.arrived();
    }
  }

  private void establish(Packet answer) {
    openingTimer.stop();
    state = State.ESTABLISHED;
    long now = clock.now();
    long stamped = Math.max(1, now / MILLI - answer.echo) * MILLI;
    sender.sample(openingRepeats == 0 ? now - opened : stamped);
    boolean wasTimeout = isClient || timeouts > 0;
    if (openingRepeats > 1 && wasTimeout && answer.echo != opened / MILLI) {
      sender.distrust();
    }
    lastRepeatedAnswer = now - REPEATED_ANSWERS;
    receiver.established(answer.stamp);
  }

  private void openingExpired() {
    timeouts++;
    if (isClient) {
      if (options.synTimeouts() == SynTimeouts.EXPONENTIAL || timeouts > LINEAR_TIMEOUTS) {
        timeout.backOff();
      }
      openingRepeats++;
      sender.suspect();
      sendOpening(Packet.Kind.SYN, 0);
      openingTimer.set(timeout.nanos());
    } else {
      repeatSynAck();
    }
  }

  private void repeatSynAck() {
    openingRepeats++;
    sendOpening(Packet.Kind.SYN_ACK, 0);
    openingTimer.set(SECOND << timeouts);
  }

  private boolean mayAnswerAgain() {
    if (clock.now() - lastRepeatedAnswer < REPEATED_ANSWERS) {
      return false;
    }
    lastRepeatedAnswer = clock.now();
    return true;
  }

  private void sendOpening(Packet.Kind kind, long earlyData) {
    Packet packet = out.packet();
    packet.kind = kind;
    if (earlyData > 0) {
      dataSegments++;
    }
    send(packet, 0, earlyData);
  }

  private void sendAck() {
    Packet packet = out.packet();
    packet.kind = Packet.Kind.SEGMENT;
    send(packet, 0, 0);
  }

  private void send(Packet packet, long from, long to) {
    packet.from = from;
    packet.to = to;
    packet.stamp = clock.now() / MILLI;
    receiver.acknowledgeOn(packet);
    out.send(packet);
  }

  private final class Segmenter implements Sender.Output {
    @Override
    public void sendNew(long from, long to) {
      receiver.dataLeft();
      sendData(from, to);
    }

    @Override
    public void sendAgain(long from, long to) {
      repeats++;
      sendData(from, to);
    }

    private void sendData(long from, long to) {
      dataSegments++;
      Packet packet = out.packet();
      packet.kind = Packet.Kind.SEGMENT;
      send(packet, from, to);
    }
  }
}
