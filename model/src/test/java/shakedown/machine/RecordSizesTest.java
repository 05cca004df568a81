package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Effect;
import shakedown.handshake.Effect.ReadAtMost;
import shakedown.handshake.Effect.ReadUnder;
import shakedown.handshake.Effect.WriteAtMost;
import shakedown.handshake.Input;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.policy.Sizes;
import shakedown.rules.Rule;
import shakedown.wire.Extension;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.RecordSizeLimit;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Role;

/** record_size_limit (RFC 8449) and max_fragment_length (RFC 6066 4). */
final class RecordSizesTest {
  private static final int CODE_512 = 1;

  /** Both, in one version. */
  enum Version {
    TLS12,
    TLS13;

    private Pair pair() {
      return this == TLS12
          ? new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256))
          : new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
    }

    Pair limiting(int client, int server) {
      return pair().client(telling(0, client)).server(telling(0, server));
    }

    Pair asking(int code) {
      return pair().client(telling(code, 0));
    }

    /** A content type is part of the plaintext of 1.3. */
    int with(int content) {
      return this == TLS13 ? content + 1 : content;
    }

    Line answering(UnaryOperator<Extensions> change) {
      return this == TLS12
          ? Lines.changing(ServerHello.class, hello -> Altered.extensions(hello, change))
          : Lines.changing(
              EncryptedExtensions.class,
              told -> new EncryptedExtensions(change.apply(told.extensions())));
    }
  }

  private static UnaryOperator<Party> telling(int code, int limit) {
    return party -> party.with(policy -> policy.withSizes(new Sizes(code, limit)));
  }

  private static Line asking(Extension other) {
    return Lines.changing(
        ClientHello.class, hello -> Altered.extensions(hello, hello.extensions().with(other)));
  }

  @ParameterizedTest
  @EnumSource
  void each_side_keeps_to_the_limit_of_the_other(Version version) {
    Duel duel = version.limiting(100, 200).run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.effects(CLIENT)).contains(new ReadAtMost(100), new WriteAtMost(200));
    assertThat(duel.effects(SERVER)).contains(new ReadAtMost(200), new WriteAtMost(100));
  }

  @ParameterizedTest
  @EnumSource
  void a_limit_is_one_only_if_both_sides_tell_theirs(Version version) {
    assertThat(version.limiting(100, 0).run().effects(SERVER)).noneMatch(RecordSizesTest::isSize);
    assertThat(version.limiting(0, 100).run().effects(CLIENT)).noneMatch(RecordSizesTest::isSize);
  }

  @ParameterizedTest
  @EnumSource
  void a_limit_is_never_more_than_the_version_allows(Version version) {
    Duel duel = version.limiting(65_535, 65_535).run();

    assertThat(duel.effects(CLIENT)).contains(new WriteAtMost(version.with(1 << 14)));
    assertThat(duel.effects(SERVER)).contains(new WriteAtMost(version.with(1 << 14)));
  }

  @Test
  void in_tls12_a_limit_is_kept_from_the_hellos_on_and_asked_for_with_the_keys() {
    Duel duel = Version.TLS12.limiting(100, 200).run();

    for (Role role : Role.values()) {
      assertThat(before(duel, role, WriteAtMost.class)).isInstanceOf(Effect.Speak.class);
      assertThat(before(duel, role, ReadUnder.class)).isInstanceOf(ReadAtMost.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_fragment_length_holds_in_both_directions(Version version) {
    Duel duel = version.asking(CODE_512).run();

    assertThat(duel.isConnected()).isTrue();
    for (Role role : Role.values()) {
      assertThat(duel.effects(role))
          .contains(new ReadAtMost(version.with(512)), new WriteAtMost(version.with(512)));
    }
  }

  @Test
  void in_tls12_a_fragment_length_holds_from_the_hellos_on() {
    Duel duel = Version.TLS12.asking(CODE_512).run();

    assertThat(before(duel, SERVER, WriteAtMost.class)).isInstanceOf(ReadAtMost.class);
    assertThat(before(duel, SERVER, ReadAtMost.class)).isInstanceOf(Effect.Speak.class);
    assertThat(before(duel, CLIENT, ReadAtMost.class)).isInstanceOf(Effect.Speak.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_server_with_a_limit_passes_over_a_fragment_length(Version version) {
    Pair pair = version.limiting(100, 200).client(telling(CODE_512, 100));

    Duel duel = pair.run();

    assertThat(duel.effects(CLIENT)).contains(new ReadAtMost(100), new WriteAtMost(200));
    assertThat(pair.over(asking(new MaxFragmentLength(9))).broken(SERVER))
        .isNotEqualTo(Optional.of(Rule.FRAGMENT_LENGTH_VALID));
  }

  @ParameterizedTest
  @EnumSource
  void a_limit_that_leaves_no_room_is_refused(Version version) {
    Pair pair = version.limiting(100, 200);
    Line answer = version.answering(told -> told.with(new RecordSizeLimit(63)));

    pair.refuse(asking(new RecordSizeLimit(63)), SERVER, Rule.RECORD_SIZE_LIMIT_NOT_TINY);
    pair.refuse(answer, CLIENT, Rule.RECORD_SIZE_LIMIT_NOT_TINY);
    assertThat(version.limiting(64, 64).run().isConnected()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_to_both_is_refused(Version version) {
    Pair pair = version.limiting(100, 200).client(telling(CODE_512, 100));
    Line line = version.answering(told -> told.with(new MaxFragmentLength(CODE_512)));

    pair.refuse(line, CLIENT, Rule.RECORD_SIZE_LIMIT_REPLACES_FRAGMENT_LENGTH);
  }

  @ParameterizedTest
  @EnumSource
  void a_fragment_length_without_meaning_is_refused(Version version) {
    Pair pair = version.asking(CODE_512);

    pair.refuse(asking(new MaxFragmentLength(0)), SERVER, Rule.FRAGMENT_LENGTH_VALID);
    pair.refuse(asking(new MaxFragmentLength(5)), SERVER, Rule.FRAGMENT_LENGTH_VALID);
  }

  @ParameterizedTest
  @EnumSource
  void another_fragment_length_than_was_asked_for_is_refused(Version version) {
    Line line = version.answering(told -> told.with(new MaxFragmentLength(2)));

    version.asking(CODE_512).refuse(line, CLIENT, Rule.FRAGMENT_LENGTH_ECHOED);
  }

  @Test
  void early_data_is_of_any_size_and_what_follows_it_is_not() {
    Pair pair =
        Version.TLS13
            .limiting(100, 200)
            .client(party -> party.with(policy -> policy.with(Option.EARLY_DATA)))
            .server(party -> party.with(policy -> policy.with(Option.EARLY_DATA)));
    Pair second =
        pair.after(pair.run())
            .client(party -> party.credited(all -> all.withEarlyData(Term.of("early data"))));

    Duel duel = second.run();

    assertThat(duel.heard(CLIENT, Message.EndOfEarlyData.class)).isNotNull();
    assertThat(before(duel, SERVER, ReadUnder.class)).isNotInstanceOf(ReadAtMost.class);
    assertThat(duel.effects(SERVER)).contains(new ReadAtMost(200));
  }

  @Test
  void a_resumed_session_of_tls12_keeps_its_fragment_length() {
    Pair asking = Version.TLS12.asking(CODE_512);
    Pair second = asking.after(asking.run());
    Pair whole = second.client(telling(0, 0));
    Pair other = second.client(telling(2, 0));

    assertThat(second.run().said()).doesNotContain("< Certificate12");
    assertThat(second.run().effects(CLIENT)).contains(new ReadAtMost(512), new WriteAtMost(512));
    assertThat(whole.run().said()).contains("< Certificate12");
    assertThat(other.run().effects(CLIENT)).contains(new ReadAtMost(1024));
  }

  @Test
  void a_server_takes_up_no_session_that_had_another_fragment_length() {
    Pair whole = Version.TLS12.asking(0);
    Pair smaller = whole.after(whole.run()).client(telling(CODE_512, 0));

    assertThat(smaller.run().said()).contains("< Certificate12");
    assertThat(smaller.waiving(SERVER, Rule.FRAGMENT_LENGTH_KEPT_ON_RESUMPTION).run().said())
        .doesNotContain("< Certificate12");
  }

  @Test
  void a_limit_is_told_anew_when_a_session_is_resumed() {
    Pair first = Version.TLS12.limiting(100, 200);
    Pair second = first.after(first.run());

    assertThat(second.run().said()).doesNotContain("< Certificate12");
    assertThat(second.run().effects(SERVER)).contains(new ReadAtMost(200), new WriteAtMost(100));
    assertThat(second.client(telling(0, 0)).run().effects(SERVER))
        .noneMatch(RecordSizesTest::isSize);
  }

  @Test
  void new_keys_lift_a_limit_that_is_not_told_again() {
    Pair pair =
        Version.TLS12
            .limiting(100, 200)
            .client(party -> party.with(policy -> policy.with(Option.RENEGOTIATION)))
            .server(party -> party.with(policy -> policy.with(Option.RENEGOTIATION)));
    Duel duel =
        pair.over(Lines.changing(ClientHello.class, RecordSizesTest::withoutLimitOnceBound));
    duel.ask(CLIENT, new Input.Renegotiate());

    assertThat(duel.effects(SERVER).stream().filter(ReadAtMost.class::isInstance))
        .containsExactly(new ReadAtMost(200), new ReadAtMost(1 << 14));
    assertThat(duel.effects(SERVER).stream().filter(WriteAtMost.class::isInstance))
        .containsExactly(new WriteAtMost(100));
  }

  /** Of the second hello: the Finished that covers it comes after the keys. */
  private static ClientHello withoutLimitOnceBound(ClientHello hello) {
    boolean first =
        hello.extensions().find(RenegotiationInfo.class).stream()
            .allMatch(RenegotiationInfo.EMPTY::equals);
    return first ? hello : hello.without(RecordSizeLimit.class);
  }

  private static boolean isSize(Effect effect) {
    return effect instanceof ReadAtMost || effect instanceof WriteAtMost;
  }

  /** What is done right before the first of these. */
  private static Effect before(Duel duel, Role role, Class<? extends Effect> type) {
    Effect last = new Effect.Flush();
    for (Effect effect : duel.effects(role)) {
      if (type.isInstance(effect)) {
        return last;
      }
      last = effect;
    }
    throw new AssertionError("no " + type.getSimpleName());
  }
}
