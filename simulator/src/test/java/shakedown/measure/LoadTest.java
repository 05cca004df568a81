package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static shakedown.tape.TapeBuilder.claim;
import static shakedown.tape.TapeBuilder.hears;
import static shakedown.tape.TapeBuilder.nothing;
import static shakedown.tape.TapeBuilder.write;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import org.junit.jupiter.api.Test;
import shakedown.crypto.Operation;
import shakedown.host.Cost;
import shakedown.host.CostProfile;
import shakedown.host.Host;
import shakedown.net.Network;
import shakedown.tape.Act;
import shakedown.tape.Milestone;
import shakedown.tape.Tape;
import shakedown.tape.TapeBuilder;

class LoadTest {
  private static final long RTT = 10_000_000;
  private static final long SERVICE = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  /** A server that computes once a connection, so that its queue is M/D/1. */
  private static final Tape TAPE =
      new TapeBuilder()
          .client(nothing(), write(200))
          .server(
              hears(0, 200),
              new Act.Compute(new Operation("sign", 0)),
              claim(Milestone.MAY_SEND),
              write(1000))
          .client(
              hears(1, 1000),
              claim(Milestone.MAY_SEND),
              claim(Milestone.FIRST_BYTE),
              claim(Milestone.LAST_BYTE))
          .build();

  private static final CostProfile COSTS =
      new CostProfile(
          "test", "made up", ImmutableMap.of("sign", new Cost(SERVICE, 0)), ImmutableTable.of());

  @Test
  void a_lone_client_is_served_at_once() {
    LoadOutcome outcome = load(1, 10 * SECOND, 1).run(1);

    assertThat(outcome.handshakeNanos().at(0.5)).isEqualTo(2 * RTT + SERVICE);
    assertThat(outcome.failed()).isZero();
  }

  /** Pollaczek and Khinchine: the mean wait is half of rho / (1 - rho) service times. */
  @Test
  void the_queue_is_as_long_as_theory_says() {
    LoadOutcome outcome = load(800, 200 * SECOND, 1).run(1);

    double wait = mean(outcome.handshakeNanos()) - 2 * RTT - SERVICE;
    assertThat(wait / SERVICE).isCloseTo(0.8 / 0.2 / 2, within(0.1));
    assertThat(outcome.utilisation()).isCloseTo(0.8, within(0.01));
    assertThat(outcome.handshakesPerSecond()).isCloseTo(800, within(5.0));
  }

  @Test
  void past_saturation_the_server_completes_what_its_cores_can() {
    Load.Setting setting = setting(3000, 5 * SECOND, 2);

    LoadOutcome outcome = new Load(setting).run(1);

    assertThat(setting.saturationPerSecond()).isEqualTo(2000);
    assertThat(outcome.handshakesPerSecond()).isCloseTo(2000, within(2.0));
    assertThat(outcome.utilisation()).isEqualTo(1);
    assertThat(outcome.offeredPerSecond()).isCloseTo(3000, within(100.0));
  }

  @Test
  void clients_that_wait_too_long_fail() {
    Arrivals impatient = new Arrivals(3000, SECOND, SECOND, SECOND / 10);

    LoadOutcome outcome =
        new Load(new Load.Setting(TAPE, Network.ideal(RTT), Host.free(), Host.of(COSTS), impatient))
            .run(1);

    assertThat(outcome.failed()).isPositive();
    assertThat(outcome.handshakeNanos().at(1)).isEqualTo(Outcome.NEVER);
  }

  @Test
  void a_runner_can_be_used_again_and_gives_the_same() {
    Load load = load(900, 2 * SECOND, 1);
    LoadOutcome first = load.run(1);
    LoadOutcome other = load.run(2);

    LoadOutcome again = load.run(1);

    assertThat(again.handshakesPerSecond()).isEqualTo(first.handshakesPerSecond());
    assertThat(again.handshakeNanos().at(0.99)).isEqualTo(first.handshakeNanos().at(0.99));
    assertThat(other.handshakeNanos().at(0.99)).isNotEqualTo(first.handshakeNanos().at(0.99));
  }

  private static double mean(Quantiles quantiles) {
    double sum = 0;
    for (int i = 1; i <= 1000; i++) {
      sum += quantiles.at((i - 0.5) / 1000);
    }
    return sum / 1000;
  }

  private static Load load(double perSecond, long measured, int cores) {
    return new Load(setting(perSecond, measured, cores));
  }

  private static Load.Setting setting(double perSecond, long measured, int cores) {
    Host server = new Host(COSTS, cores, Host.OPENSSL_BUFFER);
    Arrivals arrivals = new Arrivals(perSecond, SECOND, measured, 1000 * SECOND);
    return new Load.Setting(TAPE, Network.ideal(RTT), Host.free(), server, arrivals);
  }
}
