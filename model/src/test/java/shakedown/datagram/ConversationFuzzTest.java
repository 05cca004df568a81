package shakedown.datagram;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Credentials;
import shakedown.pki.Chains;
import shakedown.policy.Policy;
import shakedown.wire.Octets;
import shakedown.wire.Version;

/** Hostile octets: run with {@code JAZZER_FUZZ=1} to fuzz, without to play the corpus. */
class ConversationFuzzTest {
  private static final int MOST_STEPS = 64;

  /** A conversation at some point of a handshake. */
  private record Moment(Conversation conversation, Setting setting) {
    static Moment of(boolean isClient, Version version, int datagrams) {
      Policy policy = Policy.of(Chains.HOST).withVersions(version);
      Party client = Party.client(policy, Chains.ECDSA, Credentials.NONE, 300);
      Party server = Party.server(policy, Chains.ECDSA, Credentials.NONE, 300);
      List<Octets> toServer = new ArrayList<>(client.connect());
      List<Octets> toClient = new ArrayList<>();
      for (int i = 0; i < datagrams; i++) {
        if (!toServer.isEmpty()) {
          toClient.addAll(server.on(new Event.Arrived(toServer.removeFirst()), 0));
        } else if (!toClient.isEmpty()) {
          toServer.addAll(client.on(new Event.Arrived(toClient.removeFirst()), 0));
        }
      }
      Party party = isClient ? client : server;
      return new Moment(party.conversation(), party.setting());
    }
  }

  private static final ImmutableList<Moment> MOMENTS = moments();

  private static ImmutableList<Moment> moments() {
    var moments = ImmutableList.<Moment>builder();
    for (Version version : List.of(Version.TLS12, Version.TLS13)) {
      for (int after : new int[] {0, 1, 3, 5, 7, 9, 40}) {
        moments.add(Moment.of(true, version, after), Moment.of(false, version, after));
      }
    }
    return moments.build();
  }

  @FuzzTest(maxDuration = "60s")
  void any_octets_are_a_datagram(byte[] octets) {
    for (Moment moment : MOMENTS) {
      var party = new Party(moment.conversation(), moment.setting());

      party.on(new Event.Arrived(Octets.of(octets)), 0);
      party.on(new Event.Arrived(Octets.of(octets)), 0);

      assertThat(party.conversation().reading().early()).hasSizeLessThan(MOST_STEPS);
    }
  }

  @Test
  void noise_between_the_datagrams_of_a_handshake_disturbs_nothing() {
    var random = new Random(1);
    for (Version version : List.of(Version.TLS12, Version.TLS13)) {
      for (int run = 0; run < 20; run++) {
        Policy policy = Policy.of(Chains.HOST).withVersions(version);
        Party client = Party.client(policy, Chains.ECDSA, Credentials.NONE, 300);
        Party server = Party.server(policy, Chains.ECDSA, Credentials.NONE, 300);
        List<Octets> toServer = client.connect();
        while (!toServer.isEmpty()) {
          List<Octets> toClient = heard(server, toServer, random);
          toServer = heard(client, toClient, random);
        }

        assertThat(client.isConnected()).as("run %d: %s", run, client).isTrue();
        assertThat(server.isConnected()).as("run %d: %s", run, server).isTrue();
      }
    }
  }

  private static ImmutableList<Octets> heard(Party to, List<Octets> datagrams, Random random) {
    return datagrams.stream()
        .flatMap(
            each -> {
              to.on(new Event.Arrived(noise(each, random)), 0);
              return to.on(new Event.Arrived(each), 0).stream();
            })
        .collect(toImmutableList());
  }

  /** Noise that looks like a record, with true numbers in it. */
  private static Octets noise(Octets like, Random random) {
    byte[] octets = Octets.bytes(like);
    int start = octets.length < 14 || (octets[0] & 0xe0) == 0x20 ? 5 : 13;
    boolean isHandshake = octets[0] == 22 && octets[4] == 0;
    // whole plain messages could be anyone's: so break their length
    int from = isHandshake ? start + 1 : start;
    for (int i = Math.min(from, octets.length); i < octets.length; i++) {
      octets[i] = (byte) random.nextInt();
    }
    return Octets.of(octets);
  }
}
