package shakedown.datagram;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.datagram.Network.Fate;
import shakedown.handshake.Closed;
import shakedown.handshake.Credentials;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.handshake.Signal.Commit;
import shakedown.pki.Chains;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.Octets;
import shakedown.wire.Version;

class ConversationTest {
  private static final long SECOND = 1_000_000_000L;

  static Stream<Version> versions() {
    return Stream.of(Version.TLS12, Version.TLS13);
  }

  private static Policy policy(Version version) {
    return Policy.of(Chains.HOST).withVersions(version);
  }

  private static Party client(Version version) {
    return Party.client(
        policy(version), Chains.ECDSA, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);
  }

  private static Party server(Version version) {
    return Party.server(
        policy(version), Chains.ECDSA, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);
  }

  private static ImmutableList<Octets> heard(Party to, List<Octets> datagrams) {
    return datagrams.stream()
        .flatMap(each -> to.on(new Event.Arrived(each), 0).stream())
        .collect(toImmutableList());
  }

  @Test
  void a_flight_is_sent_again_after_a_second_and_twice_as_long_each_time_until_the_end() {
    Party client = client(Version.TLS12);
    ImmutableList<Octets> first = client.connect();

    List<Long> waits = new ArrayList<>();
    long last = 0;
    while (client.isTimed()) {
      waits.add((client.deadlineNanos() - last) / SECOND);
      last = client.deadlineNanos();
      ImmutableList<Octets> again = client.fire();
      if (client.isTimed()) {
        assertThat(again).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
      }
    }

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(client.conversation().state()).isEqualTo(new Closed(Closed.Ending.CUT));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void data_that_comes_twice_is_heard_once(Version version) {
    Party client = client(version);
    Party server = server(version);
    new Network(client, server, _ -> ImmutableList.of(0L, 1L)).connect();

    ImmutableList<Octets> said = client.say("once", 0);
    heard(server, said);
    heard(server, said);

    assertThat(server.heard()).isEqualTo("once");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void data_is_cut_to_what_the_peer_takes(Version version) {
    Party client = client(version);
    Party server = server(version);
    new Network(client, server, Fate.GOOD).connect();
    Conversation all = client.conversation();
    Party small = changed(client, all.reading(), all.writing().atMost(4));

    heard(server, small.say("in parts", 0));

    assertThat(server.signals(Signal.DataReceived.class)).hasSize(3);
    assertThat(server.heard()).isEqualTo("in parts");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_record_that_is_larger_than_was_agreed_on_is_dropped(Version version) {
    Party client = client(version);
    Party server = server(version);
    new Network(client, server, Fate.GOOD).connect();
    Conversation all = server.conversation();
    Party small = changed(server, all.reading().atMost(4), all.writing());

    heard(small, client.say("too much", 0));
    heard(small, client.say("few", 0));

    assertThat(small.heard()).isEqualTo("few");
  }

  private static Party changed(Party party, Reading reading, Writing writing) {
    Conversation all = party.conversation();
    return new Party(
        new Conversation(
            all.state(),
            all.dialect(),
            all.numbers(),
            reading,
            all.incoming(),
            writing,
            all.outstanding(),
            all.receipts()),
        party.setting());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void data_that_overtakes_the_end_of_the_handshake_ends_nothing(Version version) {
    Party client = client(version);
    Party server = server(version);
    ImmutableList<Octets> back = heard(server, client.connect());
    ImmutableList<Octets> finished = heard(client, back);
    ImmutableList<Octets> early =
        version.equals(Version.TLS13) ? client.say("early", 0) : ImmutableList.of();

    heard(server, early);
    heard(client, heard(server, finished));

    assertThat(server.isConnected()).as(server.toString()).isTrue();
    assertThat(client.isConnected()).as(client.toString()).isTrue();
    assertThat(server.heard()).isEqualTo(early.isEmpty() ? "" : "early");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void all_is_quiet_when_both_have_completed(Version version) {
    Party client = client(version);
    Party server = server(version);

    new Network(client, server, Fate.GOOD).connect();

    assertThat(client.isTimed()).isFalse();
    assertThat(server.isTimed()).isFalse();
  }

  @Test
  void tickets_are_sent_again_until_they_are_acknowledged() {
    Party client = client(Version.TLS13);
    Party server = server(Version.TLS13);
    ImmutableList<Octets> finished = heard(client, heard(server, client.connect()));
    heard(server, finished);
    assertThat(server.isTimed()).isTrue();

    ImmutableList<Octets> tickets = server.fire();
    ImmutableList<Octets> acknowledged = heard(client, tickets);
    heard(server, acknowledged);

    assertThat(client.resumable()).isNotNull();
    assertThat(server.isTimed()).isFalse();
  }

  @Test
  void a_client_is_told_that_its_last_flight_came_as_often_as_it_asks() {
    Party client = client(Version.TLS13);
    Party server = server(Version.TLS13);
    heard(server, heard(client, heard(server, client.connect())));
    assertThat(client.isTimed()).isTrue();

    ImmutableList<Octets> acknowledged = heard(server, client.fire());
    heard(client, acknowledged);

    assertThat(client.isTimed()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_plain_alert_after_the_handshake_is_noise(Version version) {
    Party client = client(version);
    Party server = server(version);
    new Network(client, server, Fate.GOOD).connect();

    Octets forged =
        Writing.from(9).write(0, ContentType.ALERT, Octets.of((byte) 2, (byte) 40)).record();
    heard(client, List.of(forged));
    heard(server, List.of(forged));

    assertThat(client.isConnected()).isTrue();
    assertThat(server.isConnected()).isTrue();
  }

  /** Who could resume by an id tells it, but a server of 1.3 does not say it again. */
  @Test
  void a_server_of_1_3_gives_back_no_session_id() {
    Policy both = Policy.of(Chains.HOST);
    Party first = client(Version.TLS12);
    new Network(first, server(Version.TLS12), Fate.GOOD).connect();
    Credentials byId = Party.resuming(first.resumable());
    Party client = Party.client(both, Chains.ECDSA, byId, Setting.USUAL_MAX_DATAGRAM);
    Party server = server(Version.TLS13);

    new Network(client, server, Fate.GOOD).connect();

    assertThat(client.isConnected()).as(client.toString()).isTrue();
    assertThat(client.signals(Commit.class))
        .extracting(each -> each.agreement().version())
        .containsExactly(Version.TLS13);
  }

  @Test
  void a_second_handshake_numbers_its_messages_anew() {
    Policy policy = policy(Version.TLS12).with(Option.RENEGOTIATION);
    Party client = Party.client(policy, Chains.ECDSA, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);
    Party server = Party.server(policy, Chains.ECDSA, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);
    var network = new Network(client, server, Fate.GOOD);
    network.connect();
    int next = client.conversation().numbers().next();

    network.ask(client, new Input.Renegotiate());

    assertThat(client.signals(Commit.class)).as(client.toString()).hasSize(2);
    assertThat(server.signals(Commit.class)).as(server.toString()).hasSize(2);
    assertThat(client.conversation().numbers().next()).isEqualTo(next);
    network.say(client, "again");
    assertThat(server.heard()).isEqualTo("again");
  }

  @Test
  void new_keys_are_used_when_it_is_known_that_they_were_heard_of() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      Party client = client(Version.TLS13);
      Party server = server(Version.TLS13);
      var network =
          new Network(
              client,
              server,
              _ -> random.nextInt(4) == 0 ? ImmutableList.of() : ImmutableList.of(0L));
      network.connect();

      network.ask(client, new Input.UpdateKeys(true));

      for (Party each : List.of(client, server)) {
        assertThat(each.conversation().writing().epoch())
            .as("seed %d, %s", seed, each)
            .isEqualTo(4);
        assertThat(each.conversation().reading().epoch())
            .as("seed %d, %s", seed, each)
            .isEqualTo(4);
      }
    }
  }
}
