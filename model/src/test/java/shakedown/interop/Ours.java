package shakedown.interop;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shakedown.client.Start;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Credentials.Offer;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Session;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.peer.Live;
import shakedown.peer.Watcher;
import shakedown.pki.Chains;
import shakedown.pki.Trust;
import shakedown.policy.Policy;
import shakedown.rules.Rules;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Extension;
import shakedown.wire.Group;
import shakedown.wire.Message;
import shakedown.wire.Octets;
import shakedown.wire.Parameters;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** Our end: an endpoint over octets, and what it saw and did. */
final class Ours implements Peer {
  static final Octets TICKET_KEY = words("a ticket key of 32 octets, fixed");

  static final Octets OTHER_TICKET_KEY = words("another ticket key, of 32 octets");

  private static final int RECORD_HEADER = 5;
  private static final int APPLICATION_DATA = 23;
  private static final int TAG = 16;

  private final Live live;
  private final List<Message> messages = new ArrayList<>();
  private final List<Message> received = new ArrayList<>();
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
  private final List<String> states = new ArrayList<>();

  private Ours(Endpoint start, Context context, Concrete concrete) {
    this.live = new Live(start, context, concrete, new Notes());
  }

  /** A client that has not connected yet. */
  static Ours client(Policy policy, Chains chain, Credentials credentials, long session) {
    return client(policy, chain.trust(), credentials, session);
  }

  static Ours client(Policy policy, Trust trust, Credentials credentials, long session) {
    var concrete = new Concrete(new Seed(1, "client", session));
    var context = new Context(policy, credentials, trust, Rules.RFC, concrete);
    return new Ours(new Start(), context, concrete);
  }

  /** A server that gives tickets where its policy has them. */
  static Ours server(Policy policy, Chains chain, Credentials credentials, long session) {
    return server(policy, Trust.NOBODY, credentials.withIdentity(chain.identity()), session);
  }

  /**
   * @param trust in clients
   */
  static Ours server(Policy policy, Trust trust, Credentials credentials, long session) {
    var concrete = new Concrete(new Seed(1, "server", session));
    Credentials own = credentials;
    if (own.ticketKey() == null) {
      own = own.withTicketKey(TICKET_KEY);
    }
    var context = new Context(policy, own, trust, Rules.RFC, concrete);
    return new Ours(new ExpectClientHello(), context, concrete);
  }

  /**
   * What a client brings to resume this session, 100 milliseconds after its ticket came. OpenSSL
   * refuses early data of those who seem to hold a ticket for longer than it was given.
   */
  static Credentials resuming(Session session) {
    return Credentials.NONE.withOffers(offer(session));
  }

  static Offer offer(Session session) {
    byte[] age = {0, 0, 0, 100};
    return new Offer(session, Octets.of(age));
  }

  static Octets words(String words) {
    return Octets.of(words.getBytes(UTF_8));
  }

  void connect() {
    live.on(new Input.Connect());
  }

  void ask(Input.Asked wish) {
    live.on(wish);
  }

  void close() {
    live.on(new Input.Close());
  }

  void transportClosed() {
    live.on(new Input.TransportClosed());
  }

  @Override
  public void receive(byte[] octets) {
    arrived.writeBytes(octets);
    live.receive(octets);
  }

  @Override
  public byte[] take() {
    return live.take();
  }

  @Override
  public void say(String words) {
    live.on(new Input.Write(words(words)));
  }

  @Override
  public String heard() {
    var words = new StringBuilder();
    signals(Signal.DataReceived.class)
        .forEach(each -> words.append(new String(Octets.bytes(each.data()), UTF_8)));
    return words.toString();
  }

  Endpoint state() {
    return live.state();
  }

  /** Names of the states that it was in, in order. */
  ImmutableList<String> states() {
    return ImmutableList.copyOf(states);
  }

  <S extends Signal> ImmutableList<S> signals(Class<S> type) {
    return live.signals().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .collect(toImmutableList());
  }

  /** The last session that it could resume. */
  Session resumable() {
    return signals(Signal.Resumable.class).getLast().session();
  }

  /** The keys that it exported, in hexadecimal digits. */
  String exported() {
    Value keys = signals(Signal.Exported.class).getFirst().keys();
    return HexFormat.of().formatHex(Octets.bytes((Octets) keys));
  }

  /** What a server keeps for its next session. */
  Credentials remembered() {
    return rememberedIn(Credentials.NONE);
  }

  Credentials rememberedIn(Credentials before) {
    Credentials known = before;
    for (Signal.Cacheable each : signals(Signal.Cacheable.class)) {
      known = known.withCached(each.session());
    }
    return known;
  }

  /** Whether a message of this type came or went. */
  boolean saw(Class<? extends Message> type) {
    return messages.stream().anyMatch(type::isInstance);
  }

  /** The messages of a type that came or went, in order. */
  <M extends Message> ImmutableList<M> messages(Class<M> type) {
    return messages.stream().filter(type::isInstance).map(type::cast).collect(toImmutableList());
  }

  /** What came, in order. */
  ImmutableList<Message> received() {
    return ImmutableList.copyOf(received);
  }

  /** The leaves of the chains that were shown uncompressed, in order. */
  ImmutableList<Value> leaves() {
    return messages.stream()
        .flatMap(
            message ->
                switch (message) {
                  case Message.Certificate shown -> shown.certificates().stream().limit(1);
                  case Message.Certificate12 shown -> shown.chain().stream().limit(1);
                  default -> Stream.of();
                })
        .collect(toImmutableList());
  }

  /** What the server answered to an extension, in whichever message it does. */
  <E extends Extension> Optional<E> answer(Class<E> type) {
    return messages.stream()
        .flatMap(
            message ->
                switch (message) {
                  case Message.ServerHello hello -> hello.extensions().find(type).stream();
                  case Message.EncryptedExtensions more -> more.extensions().find(type).stream();
                  default -> Stream.of();
                })
        .findFirst();
  }

  /** Whether what was sealed in each record that came is a multiple of so many octets. */
  boolean hearsPadding(int multiple) {
    ByteBuffer records = ByteBuffer.wrap(arrived.toByteArray());
    boolean hears = true;
    while (records.remaining() >= RECORD_HEADER) {
      int type = records.get();
      records.getShort();
      int length = records.getShort();
      hears &= type != APPLICATION_DATA || (length - TAG) % multiple == 0;
      records.position(Math.min(records.position() + length, records.limit()));
    }
    return hears;
  }

  /** The OCSP response that came or went. */
  Optional<Value> staple() {
    return messages.stream()
        .flatMap(
            message ->
                switch (message) {
                  case Message.CertificateStatus status -> Stream.of(status.response());
                  case Message.Certificate shown ->
                      shown.chain().stream()
                          .flatMap(
                              entry ->
                                  entry.extensions().find(Extension.StapledStatus.class).stream())
                          .map(Extension.StapledStatus::response);
                  default -> Stream.of();
                })
        .findFirst();
  }

  /** The group that keys were agreed in. */
  Group group() {
    for (Message.ServerKeyExchange each : messages(Message.ServerKeyExchange.class)) {
      if (each.parameters() instanceof Parameters.Share share) {
        return share.group();
      }
    }
    return messages(Message.ServerHello.class)
        .getLast()
        .extensions()
        .find(Extension.KeyShare.class)
        .orElseThrow()
        .group();
  }

  /** What the server signed with. */
  SignatureScheme serverScheme() {
    for (Message.ServerKeyExchange each : messages(Message.ServerKeyExchange.class)) {
      if (each.signed() != null) {
        return each.signed().scheme();
      }
    }
    return messages(Message.CertificateVerify.class).getFirst().scheme();
  }

  /** Whether certificates were shown. */
  boolean isFull() {
    return saw(Message.Certificate.class)
        || saw(Message.Certificate12.class)
        || saw(Message.CompressedCertificate.class);
  }

  /** Whether it claimed that it may send. */
  boolean mayTalk() {
    return !signals(Signal.MaySend.class).isEmpty();
  }

  @Override
  public String toString() {
    return "our states: " + states + ", signals: " + live.signals();
  }

  boolean isConnected() {
    return live.state().name().equals("Connected");
  }

  private final class Notes implements Watcher {
    @Override
    public void stepped(Endpoint before, Input input, Step step) {
      states.add(step.next().name());
      if (input instanceof Input.Received(Message message)) {
        messages.add(message);
        received.add(message);
      }
    }

    @Override
    public void did(Effect effect, ImmutableList<Octets> records) {
      if (effect instanceof Effect.Send(Message message)) {
        messages.add(message);
      }
    }
  }
}
