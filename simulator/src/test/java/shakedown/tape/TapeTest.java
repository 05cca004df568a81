package shakedown.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shakedown.tape.TapeBuilder.hears;
import static shakedown.tape.TapeBuilder.nothing;
import static shakedown.tape.TapeBuilder.write;

import java.util.List;
import org.junit.jupiter.api.Test;
import shakedown.wire.Role;

class TapeTest {
  @Test
  void a_move_cannot_hear_more_than_its_peer_writes() {
    TapeBuilder tape = new TapeBuilder().client(nothing(), write(205)).server(hears(0, 206));

    assertThatThrownBy(tape::build).hasMessageContaining("move 1 hears Heard[move=0, octets=206]");
  }

  @Test
  void a_move_cannot_come_after_one_of_its_peer() {
    TapeBuilder tape =
        new TapeBuilder()
            .client(nothing(), write(205))
            .move(Role.SERVER, List.of(0), nothing(), write(1));

    assertThatThrownBy(tape::build).hasMessageContaining("move 1 comes after 0");
  }

  @Test
  void octets_are_those_of_all_moves_of_a_side() {
    assertThat(HandMade.full13(1548).octets(Role.CLIENT)).isEqualTo(205 + 64 + 122);
    assertThat(HandMade.full13(1548).octets(Role.SERVER)).isEqualTo(1548 + 247 + 247 + 222);
  }
}
