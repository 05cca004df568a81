package shakedown.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutOfOrderTest {
  private final OutOfOrder ranges = new OutOfOrder();

  @Test
  void neighbours_are_joined_and_the_newest_is_described_first() {
    ranges.add(10, 20);
    ranges.add(40, 50);
    ranges.add(70, 80);
    ranges.add(20, 30);

    assertThat(blocks()).containsExactly("10-30", "40-50", "70-80");
    ranges.add(50, 60);
    assertThat(blocks()).containsExactly("40-60", "10-30", "70-80");
    ranges.add(15, 75);
    assertThat(blocks()).containsExactly("10-80");
  }

  @Test
  void what_was_there_already_is_known() {
    assertThat(ranges.add(10, 30)).isFalse();
    assertThat(ranges.add(15, 20)).isTrue();
    assertThat(ranges.add(15, 40)).isFalse();
  }

  @Test
  void filling_a_hole_goes_as_far_as_octets_are_there() {
    ranges.add(10, 20);
    ranges.add(20, 30);
    ranges.add(40, 50);

    assertThat(ranges.advance(5)).isEqualTo(5);
    assertThat(ranges.advance(10)).isEqualTo(30);
    assertThat(blocks()).containsExactly("40-50");
    assertThat(ranges.advance(45)).isEqualTo(50);
    assertThat(ranges.isEmpty()).isTrue();
  }

  private List<String> blocks() {
    Packet packet = new Packet(0);
    packet.sacks = 0;
    ranges.describe(packet);
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < packet.sacks; i++) {
      blocks.add(packet.sackFrom[i] + "-" + packet.sackTo[i]);
    }
    return blocks;
  }
}
