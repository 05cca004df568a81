package shakedown.datagram;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import shakedown.client.Start;
import shakedown.crypto.ConcreteDatagrams;
import shakedown.crypto.Seed;
import shakedown.handshake.Closed;
import shakedown.handshake.Credentials;
import shakedown.handshake.Credentials.Offer;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Session;
import shakedown.handshake.Signal;
import shakedown.pki.Chains;
import shakedown.pki.Trust;
import shakedown.policy.Policy;
import shakedown.rules.Rules;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Message;
import shakedown.wire.Octets;

/** One side of a conversation, what it did, and when its timer fires. */
public final class Party {
  public static final Octets TICKET_KEY = words("a ticket key of 32 octets, fixed");

  private static final long NEVER = Long.MAX_VALUE;

  private final Setting setting;
  private final List<Outcome.Stepped> steps = new ArrayList<>();
  private Conversation conversation;
  private long deadlineNanos = NEVER;

  public Party(Conversation conversation, Setting setting) {
    this.conversation = conversation;
    this.setting = setting;
  }

  public static Party client(
      Policy policy, Chains chain, Credentials credentials, int maxDatagram) {
    var crypto = new ConcreteDatagrams(new Seed(1, "client", 0));
    var setting = new Setting(policy, credentials, chain.trust(), Rules.RFC, crypto);
    return new Party(Conversation.of(new Start()), setting.withMaxDatagram(maxDatagram));
  }

  public static Party server(
      Policy policy, Chains chain, Credentials credentials, int maxDatagram) {
    Setting setting = serverSetting(policy, chain, credentials);
    return new Party(
        Conversation.of(new ExpectClientHello()), setting.withMaxDatagram(maxDatagram));
  }

  public static Setting serverSetting(Policy policy, Chains chain, Credentials credentials) {
    var crypto = new ConcreteDatagrams(new Seed(1, "server", 0));
    Credentials own = credentials.withIdentity(chain.identity()).withTicketKey(TICKET_KEY);
    return new Setting(policy, own, Trust.NOBODY, Rules.RFC, crypto);
  }

  public static Credentials resuming(Session session) {
    return Credentials.NONE.withOffers(new Offer(session, Octets.of(new byte[] {0, 0, 0, 9})));
  }

  public static Octets words(String words) {
    return Octets.of(words.getBytes(UTF_8));
  }

  public ImmutableList<Octets> on(Event event, long nowNanos) {
    Outcome outcome = conversation.on(event, setting);
    conversation = outcome.next();
    steps.addAll(outcome.steps());
    switch (outcome.timing()) {
      case Timing.Set(long nanos) -> deadlineNanos = nowNanos + nanos;
      case Timing.Stop _ -> deadlineNanos = NEVER;
      case Timing.Keep _ -> {}
    }
    return outcome.datagrams();
  }

  public ImmutableList<Octets> connect() {
    return on(new Event.Told(new Input.Connect()), 0);
  }

  public ImmutableList<Octets> ask(Input.Asked input, long nowNanos) {
    return on(new Event.Told(input), nowNanos);
  }

  public ImmutableList<Octets> say(String words, long nowNanos) {
    return on(new Event.Told(new Input.Write(words(words))), nowNanos);
  }

  public long deadlineNanos() {
    return deadlineNanos;
  }

  public boolean isTimed() {
    return deadlineNanos != NEVER;
  }

  /** The timer fires; if it is not set again, it is over. */
  public ImmutableList<Octets> fire() {
    long now = deadlineNanos;
    deadlineNanos = NEVER;
    return on(new Event.TimerFired(), now);
  }

  public Setting setting() {
    return setting;
  }

  public Conversation conversation() {
    return conversation;
  }

  public boolean isConnected() {
    return conversation.state().name().equals("Connected");
  }

  public <S extends Signal> ImmutableList<S> signals(Class<S> type) {
    return steps.stream()
        .flatMap(each -> each.step().effects().stream())
        .filter(Effect.Claim.class::isInstance)
        .map(effect -> ((Effect.Claim) effect).signal())
        .filter(type::isInstance)
        .map(type::cast)
        .collect(toImmutableList());
  }

  /** All application data so far. */
  public String heard() {
    var words = new StringBuilder();
    signals(Signal.DataReceived.class)
        .forEach(each -> words.append(new String(Octets.bytes(each.data()), UTF_8)));
    return words.toString();
  }

  /** Whether the machine took a message of this type. */
  public boolean took(Class<? extends Message> type) {
    return steps.stream()
        .map(Outcome.Stepped::input)
        .anyMatch(input -> input instanceof Received(Message message) && type.isInstance(message));
  }

  public boolean isClosed() {
    return conversation.state() instanceof Closed;
  }

  /** What a server keeps for its next session. */
  public Credentials remembered() {
    Credentials known = Credentials.NONE;
    for (Signal.Cacheable each : signals(Signal.Cacheable.class)) {
      known = known.withCached(each.session());
    }
    return known;
  }

  public Session resumable() {
    return signals(Signal.Resumable.class).getLast().session();
  }

  @Override
  public String toString() {
    return conversation.state().name() + " after " + signals(Signal.class);
  }
}
