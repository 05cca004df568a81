package shakedown.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shakedown.choices.Choices;
import shakedown.wire.Octets;

class ReassemblyTest {
  private static final int TYPE = 11;

  /** A message of this length, with its header as over streams. */
  private static Octets message(int length) {
    byte[] octets = new byte[4 + length];
    new Random(length).nextBytes(octets);
    octets[0] = TYPE;
    octets[1] = 0;
    octets[2] = (byte) (length >> 8);
    octets[3] = (byte) length;
    return Octets.of(octets);
  }

  private static Fragment part(Octets message, int number, int from, int to) {
    Octets body = message.slice(4, Octets.length(message));
    return new Fragment(TYPE, Octets.length(body), number, from, body.slice(from, to));
  }

  private static Reassembly with(Reassembly before, List<Fragment> fragments) {
    Reassembly all = before;
    for (Fragment each : fragments) {
      all = all.takes(each) ? all.plus(each) : all;
    }
    return all;
  }

  @Test
  void a_fragment_is_read_as_it_was_written() {
    Octets message = message(1000);

    ImmutableList<Fragment> fragments = Fragment.of(message, 258, 300);

    assertThat(fragments).hasSize(4);
    Octets together = Octets.EMPTY;
    for (Fragment each : fragments) {
      together = together.plus(each.encode());
    }
    assertThat(Fragment.in(together)).isEqualTo(fragments);
  }

  @Test
  void a_message_without_content_is_one_fragment() {
    ImmutableList<Fragment> fragments = Fragment.of(message(0), 0, 100);

    assertThat(with(Reassembly.from(0), fragments).message()).contains(message(0));
  }

  @Test
  void parts_that_overlap_in_any_way_make_the_message_as_soon_as_all_is_there() {
    Octets message = message(5);
    for (var choices = new Choices(); choices.next(); ) {
      Reassembly incoming = Reassembly.from(0);
      boolean[] there = new boolean[5];
      for (int i = 0; i < 3; i++) {
        int from = choices.below(5);
        int to = from + 1 + choices.below(5 - from);
        incoming = with(incoming, List.of(part(message, 0, from, to)));
        for (int at = from; at < to; at++) {
          there[at] = true;
        }
        boolean all = there[0] && there[1] && there[2] && there[3] && there[4];
        assertThat(incoming.message().filter(message::equals).isPresent())
            .as(choices.toString())
            .isEqualTo(all);
      }
    }
  }

  @Test
  void messages_come_out_in_order_whatever_order_their_fragments_come_in() {
    List<Fragment> fragments = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      fragments.addAll(Fragment.of(message(50 + number), number, 7));
    }
    Collections.shuffle(fragments, new Random(1));

    Reassembly incoming = with(Reassembly.from(0), fragments);

    for (int number = 0; number < 5; number++) {
      assertThat(incoming.message()).contains(message(50 + number));
      incoming = incoming.taken();
    }
    assertThat(incoming.message()).isEmpty();
  }

  @Test
  void a_fragment_of_another_message_with_the_same_number_changes_nothing() {
    Reassembly first = with(Reassembly.from(0), List.of(part(message(10), 0, 0, 5)));

    assertThat(first.takes(part(message(11), 0, 5, 10))).isFalse();
  }

  @Test
  void what_is_too_far_ahead_or_too_long_or_unsound_is_not_kept() {
    Reassembly incoming = Reassembly.from(3);

    assertThat(incoming.takes(part(message(5), 2, 0, 5))).isFalse();
    assertThat(incoming.takes(part(message(5), 3 + Limits.AHEAD, 0, 5))).isFalse();
    assertThat(incoming.takes(new Fragment(TYPE, Limits.MESSAGE + 1, 3, 0, message(5)))).isFalse();
    assertThat(incoming.takes(new Fragment(TYPE, 5, 3, 2, message(0)))).isFalse();
    assertThat(incoming.takes(new Fragment(TYPE, 5, 3, 0, Octets.EMPTY))).isFalse();
  }

  @Test
  void what_waits_is_bounded() {
    Reassembly incoming = Reassembly.from(0);
    Octets much = Octets.of(new byte[1 << 14]);
    int taken = 0;
    for (int number = 1; number < Limits.AHEAD; number++) {
      for (int at = 0; at < Limits.MESSAGE; at += 1 << 14) {
        Fragment fragment = new Fragment(TYPE, Limits.MESSAGE, number, at, much);
        if (incoming.takes(fragment)) {
          incoming = incoming.plus(fragment);
          taken += 1 << 14;
        }
      }
    }

    assertThat(taken).isEqualTo(Limits.WAITING);
  }

  @Test
  void gaps_are_bounded() {
    Octets message = message(4 * Limits.GAPS);
    Reassembly incoming = Reassembly.from(0);
    for (int i = 0; i < Limits.GAPS; i++) {
      incoming = with(incoming, List.of(part(message, 0, 3 * i, 3 * i + 1)));
    }

    assertThat(incoming.takes(part(message, 0, 3 * Limits.GAPS, 3 * Limits.GAPS + 1))).isFalse();
    assertThat(incoming.takes(part(message, 0, 1, 2))).isTrue();
  }
}
