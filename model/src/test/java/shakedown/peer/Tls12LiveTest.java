package shakedown.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Credentials;
import shakedown.handshake.Credentials.Offer;
import shakedown.handshake.Input;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal.Cacheable;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.DataSent;
import shakedown.handshake.Signal.MaySend;
import shakedown.handshake.Signal.Resumable;
import shakedown.peer.Talk.Side;
import shakedown.pki.Chains;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** TLS 1.2 in octets, client against server. */
final class Tls12LiveTest {
  private static final Policy POLICY = Policy.of(Chains.HOST).withVersions(Version.TLS12);
  private static final Value TICKET_KEY = Octets.of(new byte[32]);
  private static final Value AGE = Octets.of(new byte[4]);

  /** Every suite of TLS 1.2, with every chain that it fits. */
  record Variant(CipherSuite suite, Chains chain) {}

  static Stream<Variant> variants() {
    ImmutableList<CipherSuite> suites =
        POLICY.suites().stream()
            .filter(suite -> !suite.isFor13())
            .collect(ImmutableList.toImmutableList());
    return Stream.of(Chains.values())
        .flatMap(
            chain ->
                suites.stream()
                    .filter(suite -> suite.keyExchange().fits(chain.identity().keyType()))
                    .map(suite -> new Variant(suite, chain)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void every_suite_completes_with_every_chain_that_it_fits(Variant variant) {
    Policy policy = POLICY.withSuites(variant.suite());

    Talk talk = new Talk(1, client(policy, variant.chain()), server(POLICY, variant.chain()));
    talk.connect();

    assertThat(talk.client().signals()).anyMatch(MaySend.class::isInstance);
    assertAgreed(talk);
  }

  @ParameterizedTest
  @EnumSource
  void data_flows_both_ways_in_full_and_resumed_sessions(Resumption way) {
    Side client = client(POLICY.without(way.other), Chains.ECDSA);
    Side server = server(POLICY, Chains.ECDSA);
    Talk first = new Talk(1, client, server).connect();
    Talk second = new Talk(2, resuming(client, first), remembering(server, first)).connect();

    for (Talk talk : ImmutableList.of(first, second)) {
      talk.clientSays("request");
      talk.serverSays("response");

      assertAgreed(talk);
      assertThat(Talk.heard(talk.server())).containsExactly("request");
      assertThat(Talk.heard(talk.client())).containsExactly("response");
    }
    assertThat(master(second)).isEqualTo(master(first));
    assertThat(second.octets()).isLessThan(first.octets() / 2);
  }

  /** How a session is taken up again. */
  enum Resumption {
    ID(Option.TICKETS),
    TICKET(Option.SESSION_IDS);

    private final Option other;

    Resumption(Option other) {
      this.other = other;
    }
  }

  @Test
  void data_that_starts_before_the_servers_finished_arrives() {
    Side client = client(POLICY.with(Option.FALSE_START), Chains.RSA);
    Talk talk = new Talk(1, client, server(POLICY, Chains.RSA));
    talk.client().on(new Input.Connect());
    talk.server().receive(talk.client().take());
    talk.client().receive(talk.server().take());

    talk.clientSays("early");

    assertThat(Talk.claims(talk.client(), DataSent.class).getFirst().permission())
        .isEqualTo(Permission.FALSE_START);
    assertThat(Talk.heard(talk.server())).containsExactly("early");
    assertAgreed(talk);
  }

  @Test
  void a_handshake_without_extended_master_secret_completes_on_another_curve() {
    Policy old = POLICY.without(Option.EXTENDED_MASTER_SECRET).withGroups(NamedGroup.SECP256R1);

    Talk talk = new Talk(1, client(old, Chains.RSA), server(POLICY, Chains.RSA)).connect();

    assertAgreed(talk);
  }

  @Test
  void a_client_of_both_versions_meets_a_server_of_one() {
    Side client = client(Policy.of(Chains.HOST), Chains.ECDSA);

    Talk talk = new Talk(1, client, server(POLICY, Chains.ECDSA)).connect();

    assertAgreed(talk);
  }

  @Test
  void the_same_session_number_gives_the_same_octets() {
    Talk once = new Talk(1, client(POLICY, Chains.RSA), server(POLICY, Chains.RSA)).connect();
    Talk again = new Talk(1, client(POLICY, Chains.RSA), server(POLICY, Chains.RSA)).connect();
    Talk other = new Talk(2, client(POLICY, Chains.RSA), server(POLICY, Chains.RSA)).connect();

    assertThat(again.client().signals()).isEqualTo(once.client().signals());
    assertThat(other.client().signals()).isNotEqualTo(once.client().signals());
  }

  private static Side client(Policy policy, Chains chain) {
    return new Side(policy, Credentials.NONE, chain.trust());
  }

  private static Side server(Policy policy, Chains chain) {
    Credentials credentials =
        Credentials.NONE.withIdentity(chain.identity()).withTicketKey(TICKET_KEY);
    return new Side(policy, credentials, Trust.NOBODY);
  }

  private static Side resuming(Side client, Talk before) {
    var session = Talk.claims(before.client(), Resumable.class).getFirst().session();
    Credentials credentials = client.credentials().withResumable(new Offer(session, AGE));
    return new Side(client.policy(), credentials, client.trust());
  }

  private static Side remembering(Side server, Talk before) {
    Credentials credentials = server.credentials();
    for (Cacheable cacheable : Talk.claims(before.server(), Cacheable.class)) {
      credentials = credentials.withCached(cacheable.session());
    }
    return new Side(server.policy(), credentials, server.trust());
  }

  private static void assertAgreed(Talk talk) {
    assertThat(Talk.claims(talk.client(), Commit.class))
        .hasSize(1)
        .extracting(Commit::agreement)
        .isEqualTo(
            Talk.claims(talk.server(), Commit.class).stream().map(Commit::agreement).toList());
  }

  private static Value master(Talk talk) {
    return Talk.claims(talk.client(), Commit.class).getFirst().agreement().session();
  }
}
