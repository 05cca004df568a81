package shakedown.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.datagram.CookieGuard.Verdict;
import shakedown.handshake.Credentials;
import shakedown.pki.Chains;
import shakedown.policy.Policy;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Octets;
import shakedown.wire.Version;

class CookieGuardTest {
  private static final Octets HERE = Party.words("here");
  private static final Octets THERE = Party.words("there");

  private final CookieGuard guard =
      new CookieGuard(new Concrete(new Seed(1, "guard", 0)), Party.words("a key"));

  static ImmutableList<Policy> policies() {
    Policy policy = Policy.of(Chains.HOST);
    return ImmutableList.of(
        policy, policy.withVersions(Version.TLS12), policy.withVersions(Version.TLS13));
  }

  private static Party client(Policy policy) {
    return Party.client(policy, Chains.ECDSA, Credentials.NONE, Setting.USUAL_MAX_DATAGRAM);
  }

  private Verdict hear(Octets datagram, Octets address) {
    return guard.hear(datagram, address, new ExpectClientHello());
  }

  private Octets asked(Octets datagram) {
    return ((Verdict.Ask) hear(datagram, HERE)).datagram();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void who_shows_the_cookie_is_let_in_and_completes(Policy policy) {
    Party client = client(policy);
    Octets first = client.connect().getFirst();

    Octets second = client.on(new Event.Arrived(asked(first)), 0).getFirst();
    Verdict verdict = hear(second, HERE);

    assertThat(client.took(HelloVerifyRequest.class)).isTrue();
    Setting setting = Party.serverSetting(policy, Chains.ECDSA, Credentials.NONE);
    Party server = new Party(((Verdict.Admit) verdict).conversation(), setting);
    ImmutableList<Octets> toServer = ImmutableList.of(second);
    while (!toServer.isEmpty()) {
      toServer = heard(client, heard(server, toServer));
    }
    assertThat(client.isConnected()).as(client.toString()).isTrue();
    assertThat(server.isConnected()).as(server.toString()).isTrue();
  }

  private static ImmutableList<Octets> heard(Party to, ImmutableList<Octets> datagrams) {
    return datagrams.stream()
        .flatMap(each -> to.on(new Event.Arrived(each), 0).stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void a_cookie_of_another_address_is_asked_for_again() {
    Party client = client(Policy.of(Chains.HOST));
    Octets first = client.connect().getFirst();

    Octets second = client.on(new Event.Arrived(asked(first)), 0).getFirst();

    assertThat(hear(second, THERE)).isInstanceOf(Verdict.Ask.class);
  }

  @Test
  void a_cookie_of_another_hello_is_asked_for_again() {
    Octets request = asked(client(Policy.of(Chains.HOST)).connect().getFirst());
    Party other = client(Policy.of(Chains.HOST).withVersions(Version.TLS12));
    other.connect();

    Octets second = other.on(new Event.Arrived(request), 0).getFirst();

    assertThat(hear(second, HERE)).isInstanceOf(Verdict.Ask.class);
  }

  @Test
  void what_is_no_whole_hello_is_dropped() {
    Octets hello = client(Policy.of(Chains.HOST)).connect().getFirst();
    Octets part =
        Party.client(Policy.of(Chains.HOST), Chains.ECDSA, Credentials.NONE, 100)
            .connect()
            .getFirst();

    assertThat(hear(part, HERE)).isEqualTo(new Verdict.Drop());
    assertThat(hear(hello.slice(0, 40), HERE)).isEqualTo(new Verdict.Drop());
    assertThat(hear(Octets.EMPTY, HERE)).isEqualTo(new Verdict.Drop());
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] noise = Octets.bytes(hello);
      random.nextBytes(noise);
      noise[0] = 22;
      assertThat(hear(Octets.of(noise), HERE)).isEqualTo(new Verdict.Drop());
    }
  }
}
