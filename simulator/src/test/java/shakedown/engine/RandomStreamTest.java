package shakedown.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomStreamTest {
  @Test
  void a_number_depends_on_name_seed_replication_and_place_alone() {
    RandomStream first = stream("loss/client->server", 1, 2);
    RandomStream second = stream("loss/client->server", 1, 2);
    second.nextExponential(1);

    assertThat(second.bits(3)).isEqualTo(first.bits(3));
    assertThat(first.bits(4)).isNotEqualTo(first.bits(3));
    assertThat(stream("loss/server->client", 1, 2).bits(3)).isNotEqualTo(first.bits(3));
    assertThat(stream("loss/client->server", 2, 2).bits(3)).isNotEqualTo(first.bits(3));
    assertThat(stream("loss/client->server", 1, 3).bits(3)).isNotEqualTo(first.bits(3));
  }

  @Test
  void the_numbers_are_the_same_everywhere() {
    assertThat(stream("arrivals", 1, 0).bits(0)).isEqualTo(3000927284843922569L);
  }

  @Test
  void numbers_up_to_a_limit_are_even() {
    RandomStream stream = stream("jitter", 5, 0);
    int[] seen = new int[10];
    for (int i = 0; i < 100_000; i++) {
      seen[(int) stream.upTo(9, i)]++;
    }

    for (int count : seen) {
      assertThat(count).isCloseTo(10_000, within(400));
    }
  }

  @Test
  void the_first_numbers_of_many_replications_are_even() {
    int low = 0;
    RandomStream stream = new RandomStream("loss");
    for (int replication = 0; replication < 100_000; replication++) {
      stream.reset(1, replication);
      low += stream.upTo(99, 0) == 0 ? 1 : 0;
    }

    assertThat(low).isCloseTo(1000, within(130));
  }

  @Test
  void gaps_have_the_mean_that_was_asked_for() {
    RandomStream stream = stream("arrivals", 1, 0);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += stream.nextExponential(3);
    }

    assertThat(sum / 100_000).isCloseTo(3, within(0.05));
  }

  private static RandomStream stream(String name, long seed, long replication) {
    RandomStream stream = new RandomStream(name);
    stream.reset(seed, replication);
    return stream;
  }
}
