package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.handshake.Signal.DataReceived;
import shakedown.machine.Duel.Line;
import shakedown.rules.Rule;
import shakedown.wire.KeyType;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** New keys without a handshake (RFC 8446 4.6.3). */
final class KeyUpdateTest {
  private static final Value WORDS = Term.of("words");
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));

  @ParameterizedTest
  @EnumSource
  void what_a_side_writes_after_its_update_is_under_the_next_keys(Role side) {
    Duel duel = PAIR.run();
    Keys before = keys(duel, side);

    duel.ask(side, new Input.UpdateKeys(false));
    duel.write(side, WORDS);
    duel.write(side.peer(), WORDS);

    assertThat(duel.isConnected()).isTrue();
    assertThat(keys(duel, side)).isEqualTo(next(before));
    assertThat(duel.claims(side.peer(), DataReceived.class)).hasSize(1);
    assertThat(duel.said().stream().filter(said -> said.endsWith("KeyUpdate"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void an_update_that_is_asked_for_is_made(Role side) {
    Duel duel = PAIR.run();
    Keys before = keys(duel, side.peer());

    duel.ask(side, new Input.UpdateKeys(true));
    duel.ask(side, new Input.UpdateKeys(true));

    assertThat(duel.isConnected()).isTrue();
    assertThat(keys(duel, side.peer())).isEqualTo(next(next(before)));
  }

  @ParameterizedTest
  @EnumSource
  void an_update_goes_under_the_old_keys(Role side) {
    Duel duel = PAIR.run();
    int before = duel.effects(side).size();

    duel.ask(side, new Input.UpdateKeys(false));

    assertThat(duel.effects(side).subList(before, duel.effects(side).size()))
        .extracting(effect -> effect.getClass().getSimpleName())
        .containsExactly("Send", "WriteUnder", "Flush");
  }

  @Test
  void an_update_is_asked_for_once_until_it_comes() {
    Line silent = Lines.from(SERVER, Lines.losing(KeyUpdate.class));
    Duel duel = PAIR.over(silent);

    duel.ask(CLIENT, new Input.UpdateKeys(true));
    duel.ask(CLIENT, new Input.UpdateKeys(true));

    assertThat(duel.said().stream().filter("> KeyUpdate"::equals)).hasSize(2);
    assertThat(duel.said().stream().filter("< KeyUpdate"::equals)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void an_update_that_asks_for_neither_is_refused(Role side) {
    Line line = Lines.changing(KeyUpdate.class, _ -> new KeyUpdate(2));
    Duel duel = PAIR.over(line);
    Duel lax = PAIR.waiving(side.peer(), Rule.KEY_UPDATE_REQUEST_VALID).over(line);

    duel.ask(side, new Input.UpdateKeys(false));
    lax.ask(side, new Input.UpdateKeys(false));

    assertThat(duel.broken(side.peer())).hasValue(Rule.KEY_UPDATE_REQUEST_VALID);
    assertThat(lax.isConnected()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_side_that_does_not_answer_waives_a_rule(Role side) {
    Duel duel = PAIR.waiving(side.peer(), Rule.KEY_UPDATE_ANSWERED).run();

    duel.ask(side, new Input.UpdateKeys(true));

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said().stream().filter(said -> said.endsWith("KeyUpdate"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void an_update_before_the_end_of_the_handshake_is_refused(Role side) {
    Line line = Lines.from(side, Lines.inserting(new KeyUpdate(0), Finished.class));

    PAIR.refuse(line, side.peer(), Rule.MESSAGE_IN_ORDER);
  }

  private static Keys keys(Duel duel, Role side) {
    return duel.effects(side).stream()
        .filter(Effect.WriteUnder.class::isInstance)
        .map(effect -> ((Effect.WriteUnder) effect).keys())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static Keys next(Keys keys) {
    var schedule = new KeySchedule13(Party.client().context().crypto(), keys.suite().hash());
    return new Keys(keys.suite(), keys.writer(), schedule.updated(keys.secret()));
  }
}
