package shakedown.datagram;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.datagram.Network.MILLISECOND;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.choices.Choices;
import shakedown.datagram.Network.Fate;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal.Commit;
import shakedown.pki.Chains;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.policy.Sizes;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** Our two roles over channels that lose, repeat and reorder. */
class HandshakeTest {
  private static final int FATES = 3;
  private static final int SEEDS = 15;
  private static final int TINY = 100;

  /** What both sides want, and the largest datagram between them. */
  record Case(
      String name, Policy policy, Chains chain, int maxDatagram, Policy theirs, boolean resumed) {
    Case(String name, Policy policy, Chains chain, int maxDatagram) {
      this(name, policy, chain, maxDatagram, policy, false);
    }

    Case resumes() {
      return new Case(name + ", resumed", policy, chain, maxDatagram, theirs, true);
    }

    Party client(Credentials credentials) {
      return Party.client(policy, chain, credentials, maxDatagram);
    }

    Party server() {
      return Party.server(theirs, chain, Credentials.NONE, maxDatagram);
    }

    /** What a client of this case brings. */
    Credentials brought() {
      if (!resumed) {
        return Credentials.NONE;
      }
      Party client = client(Credentials.NONE);
      new Network(client, server(), Fate.GOOD).connect();
      return Party.resuming(client.resumable());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Policy policy = Policy.of(Chains.HOST);
    Policy dtls12 = policy.withVersions(Version.TLS12);
    Policy dtls13 = policy.withVersions(Version.TLS13);
    Case full12 = new Case("DTLS 1.2", dtls12, Chains.ECDSA, Setting.USUAL_MAX_DATAGRAM);
    Case full13 = new Case("DTLS 1.3", dtls13, Chains.ECDSA, Setting.USUAL_MAX_DATAGRAM);
    return Stream.of(
        full12,
        full12.resumes(),
        new Case("DTLS 1.2, tiny", dtls12, Chains.RSA, TINY),
        new Case(
            "DTLS 1.2, key transport",
            dtls12.withSuites(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256),
            Chains.RSA,
            Setting.USUAL_MAX_DATAGRAM),
        full13,
        full13.resumes(),
        new Case("DTLS 1.3, tiny", dtls13, Chains.RSA, TINY),
        new Case(
            "DTLS 1.3, ChaCha20",
            dtls13.withSuites(CipherSuite.TLS_CHACHA20_POLY1305_SHA256),
            Chains.ED25519,
            Setting.USUAL_MAX_DATAGRAM),
        new Case(
            "DTLS 1.3, retried",
            dtls13,
            Chains.ECDSA,
            Setting.USUAL_MAX_DATAGRAM,
            dtls13.withGroups(NamedGroup.SECP256R1),
            false),
        new Case(
            "DTLS 1.3, cookie",
            dtls13,
            Chains.ECDSA,
            Setting.USUAL_MAX_DATAGRAM,
            dtls13.with(Option.RETRY_COOKIE),
            false),
        new Case("DTLS 1.2, small records", small(dtls12), Chains.RSA, Setting.USUAL_MAX_DATAGRAM),
        new Case("DTLS 1.3, small records", small(dtls13), Chains.RSA, Setting.USUAL_MAX_DATAGRAM),
        new Case("either", policy, Chains.ECDSA, Setting.USUAL_MAX_DATAGRAM));
  }

  private static Policy small(Policy policy) {
    return policy.withSizes(new Sizes(0, 64));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void both_complete_where_nothing_is_lost(Case each) {
    Network network = completes(each, each.brought(), Fate.GOOD, "nothing lost");

    assertThat(network.nowNanos()).isLessThan(100 * MILLISECOND);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void both_complete_whichever_of_the_first_datagrams_are_lost_or_late(Case each) {
    Credentials brought = each.brought();
    for (var choices = new Choices(); choices.next(); ) {
      ImmutableList<Integer> fates =
          Stream.generate(() -> choices.below(3))
              .limit(FATES)
              .collect(ImmutableList.toImmutableList());
      completes(each, brought, index -> fate(index < FATES ? fates.get(index) : 0), "" + choices);
    }
  }

  private static ImmutableList<Long> fate(int chosen) {
    return switch (chosen) {
      case 0 -> ImmutableList.of(0L);
      case 1 -> ImmutableList.of();
      default -> ImmutableList.of(25 * MILLISECOND);
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void both_complete_over_a_bad_channel(Case each) {
    Credentials brought = each.brought();
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      completes(each, brought, _ -> badFate(random), "seed " + seed);
    }
  }

  /** A fifth is lost, a tenth comes twice, all come at any time. */
  private static ImmutableList<Long> badFate(Random random) {
    int dice = random.nextInt(10);
    int copies = dice < 2 ? 0 : dice < 3 ? 2 : 1;
    return random
        .longs(copies, 0, 30 * MILLISECOND)
        .boxed()
        .collect(ImmutableList.toImmutableList());
  }

  private static Network completes(Case each, Credentials brought, Fate fate, String why) {
    Party client = each.client(brought);
    Party server = each.server();
    var network = new Network(client, server, fate);

    network.connect();

    assertThat(client.isConnected()).as("client, %s: %s, %s", why, client, server).isTrue();
    assertThat(server.isConnected()).as("server, %s: %s", why, server).isTrue();
    assertThat(client.signals(Commit.class))
        .singleElement()
        .satisfies(
            commit ->
                assertThat(server.signals(Commit.class))
                    .extracting(Commit::agreement)
                    .containsExactly(commit.agreement()));
    assertThat(client.took(Message.Certificate.class) || client.took(Message.Certificate12.class))
        .as(why)
        .isNotEqualTo(each.resumed());
    return network;
  }
}
