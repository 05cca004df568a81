package shakedown.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sequences that Linux 6.18 shows for a constant round trip, one sample a window. */
class RetransmissionTimeoutTest {
  private static final long MILLI = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "200, 600 600 560 520 488 468",
    "100, 300 300 300 300 300 300",
    "50, 252 252 252 252 252 252"
  })
  void a_constant_round_trip_gives_the_timeouts_of_linux(long millis, String expected) {
    RetransmissionTimeout timeout = new RetransmissionTimeout();
    timeout.reset();
    List<Long> seen = new ArrayList<>();
    for (int window = 0; window < 6; window++) {
      timeout.sample(millis * MILLI, window == 0 ? 0 : window * 10L, window * 10L + 5);
      seen.add(timeout.nanos() / MILLI);
    }

    assertThat(seen)
        .isEqualTo(ImmutableList.copyOf(expected.split(" ")).stream().map(Long::valueOf).toList());
  }

  @Test
  void backing_off_doubles_up_to_two_minutes() {
    RetransmissionTimeout timeout = new RetransmissionTimeout();
    timeout.reset();

    timeout.backOff();
    assertThat(timeout.nanos()).isEqualTo(2000 * MILLI);
    for (int i = 0; i < 10; i++) {
      timeout.backOff();
    }
    assertThat(timeout.nanos()).isEqualTo(120_000 * MILLI);
  }
}
