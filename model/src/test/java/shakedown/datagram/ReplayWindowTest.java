package shakedown.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
  @Test
  void each_number_is_new_once_and_what_is_far_behind_never_is() {
    var random = new Random(1);
    ReplayWindow window = ReplayWindow.EMPTY;
    Set<Long> seen = new HashSet<>();
    long highest = -1;
    for (int i = 0; i < 20_000; i++) {
      long sequence = Math.max(0, highest + 20 - random.nextInt(200));
      boolean expected = sequence > highest - Long.SIZE && !seen.contains(sequence);

      assertThat(window.isNew(sequence)).as("%d after %d", sequence, highest).isEqualTo(expected);

      if (expected) {
        window = window.mark(sequence);
        seen.add(sequence);
        highest = Math.max(highest, sequence);
      }
    }
  }
}
