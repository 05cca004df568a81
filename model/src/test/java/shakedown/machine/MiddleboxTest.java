package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.handshake.Signal.Commit;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.KeyType;
import shakedown.wire.Message;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;

/** A ChangeCipherSpec that means nothing (RFC 8446 5, D.4). */
final class MiddleboxTest {
  private static final ChangeCipherSpec DUMMY = new ChangeCipherSpec();
  private static final Pair FULL = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair RETRIED =
      FULL.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP256R1)));

  private static final Pair EARLY =
      FULL.client(party -> party.with(policy -> policy.with(Option.EARLY_DATA)))
          .client(party -> party.credited(all -> all.withEarlyData(Term.of("early"))))
          .server(party -> party.with(policy -> policy.with(Option.EARLY_DATA)));

  static Stream<Pair> pairs() {
    Pair early = EARLY.after(EARLY.run());
    return Stream.of(
        FULL,
        RETRIED,
        FULL.after(FULL.run()),
        early,
        early.server(party -> party.without(Option.EARLY_DATA)),
        early.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP256R1))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void each_side_says_it_once_a_session(Pair pair) {
    Duel duel = pair.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).containsOnlyOnce("> ChangeCipherSpec", "< ChangeCipherSpec");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_client_without_the_option_says_none_and_hears_none(Pair pair) {
    Duel duel = pair.client(party -> party.without(Option.MIDDLEBOX_COMPATIBILITY)).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).doesNotContain("> ChangeCipherSpec", "< ChangeCipherSpec");
    assertThat(duel.heard(CLIENT, ClientHello.class).sessionId()).isNull();
  }

  @Test
  void a_server_without_the_option_says_none() {
    Duel duel = FULL.server(party -> party.without(Option.MIDDLEBOX_COMPATIBILITY)).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).doesNotContain("< ChangeCipherSpec").contains("> ChangeCipherSpec");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        EncryptedExtensions.class,
        Certificate.class,
        CertificateVerify.class,
        Finished.class
      })
  void before_finished_it_is_dropped(Class<? extends Message> next) {
    Duel duel = FULL.over(Lines.inserting(DUMMY, next));

    assertThat(duel.isConnected()).isTrue();
  }

  @Test
  void between_a_retry_and_what_answers_it_it_is_dropped() {
    assertThat(RETRIED.over(Lines.inserting(DUMMY, ServerHello.class)).isConnected()).isTrue();
  }

  @Test
  void before_a_first_answer_it_is_refused() {
    Line before = Lines.inserting(DUMMY, ServerHello.class);
    Line atFirst = Lines.inserting(DUMMY, ClientHello.class);

    FULL.refuse(before, CLIENT, Rule.MESSAGE_IN_ORDER);
    FULL.refuse(atFirst, SERVER, Rule.MESSAGE_IN_ORDER);
  }

  @ParameterizedTest
  @EnumSource
  void after_finished_it_is_refused(Role late) {
    Line line = Lines.from(late, Lines.appending(DUMMY, Finished.class));

    FULL.refuse(line, late.peer(), Rule.MESSAGE_IN_ORDER);
    assertThat(FULL.over(line).claims(late.peer(), Commit.class)).hasSize(1);
  }
}
