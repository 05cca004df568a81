package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static shakedown.rules.Rule.ENCRYPT_THEN_MAC_KEPT;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Alert;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Another handshake of TLS 1.2 on the same connection (RFC 5246 7.4.1.1, RFC 5746). */
final class RenegotiationTest {
  private static final Value STRAY = Term.of("stray");
  private static final Pair PAIR =
      new Pair(willing(Party.client12()), willing(Party.server12(KeyType.RSA)));

  private static Party willing(Party party) {
    return party.with(policy -> policy.with(Option.RENEGOTIATION));
  }

  @ParameterizedTest
  @EnumSource
  void either_side_begins_another_handshake(Role asking) {
    Duel duel = PAIR.run();

    duel.ask(asking, new Input.Renegotiate());

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(CLIENT, Signal.Commit.class)).hasSize(2);
    assertThat(duel.claims(SERVER, Signal.Commit.class)).hasSize(2);
    assertThat(duel.said().stream().filter("< HelloRequest"::equals))
        .hasSize(asking == SERVER ? 1 : 0);
  }

  @Test
  void every_handshake_has_values_of_its_own() {
    Duel duel = PAIR.run();

    duel.ask(CLIENT, new Input.Renegotiate());
    duel.ask(CLIENT, new Input.Renegotiate());

    assertThat(duel.visits())
        .extracting(Duel.Visit::input)
        .filteredOn(input -> input instanceof Input.Received(ClientHello _))
        .extracting(input -> ((ClientHello) ((Input.Received) input).message()).random())
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertThat(duel.claims(SERVER, Signal.Commit.class))
        .extracting(commit -> commit.agreement().session())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_renegotiation_of_a_resumed_session_is_bound_to_it() {
    Duel duel = PAIR.after(PAIR.run()).run();

    duel.ask(CLIENT, new Input.Renegotiate());

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(SERVER, Signal.Commit.class)).hasSize(2);
  }

  @Test
  void data_flows_before_and_after_and_a_servers_in_between() {
    Duel duel =
        PAIR.over(
            new Second(
                Lines.inserting(
                    new Message.ApplicationData(Term.of("between")), ServerHello.class)));

    duel.ask(SERVER, new Input.Renegotiate());
    duel.write(CLIENT, Term.of("after"));

    assertThat(duel.claims(CLIENT, Signal.DataReceived.class))
        .containsExactly(new Signal.DataReceived(Term.of("between")));
    assertThat(duel.claims(SERVER, Signal.DataReceived.class))
        .containsExactly(new Signal.DataReceived(Term.of("after")));
  }

  @Test
  void who_wants_no_other_handshake_says_so_and_goes_on() {
    Duel reserved = PAIR.server(party -> party.without(Option.RENEGOTIATION)).run();
    Duel shy = PAIR.client(party -> party.without(Option.RENEGOTIATION)).run();

    reserved.ask(CLIENT, new Input.Renegotiate());
    shy.ask(SERVER, new Input.Renegotiate());

    assertThat(reserved.claims(CLIENT, Signal.Warned.class))
        .containsExactly(new Signal.Warned(Alert.NO_RENEGOTIATION.code()));
    assertThat(shy.claims(SERVER, Signal.Warned.class))
        .containsExactly(new Signal.Warned(Alert.NO_RENEGOTIATION.code()));
    assertThat(shy.isConnected()).isTrue();
  }

  @Test
  void a_renegotiation_that_is_not_bound_needs_both_to_be_careless() {
    Pair halves = PAIR.client(party -> party.without(Option.SECURE_RENEGOTIATION));
    Duel careful = halves.run();
    Duel careless = halves.server(party -> party.without(Option.SECURE_RENEGOTIATION)).run();

    careful.ask(CLIENT, new Input.Renegotiate());
    careless.ask(CLIENT, new Input.Renegotiate());

    assertThat(careful.claims(SERVER, Signal.Commit.class)).hasSize(1);
    assertThat(careless.claims(SERVER, Signal.Commit.class)).hasSize(2);
    assertThat(careless.heard(CLIENT, ClientHello.class).extensions().has(RenegotiationInfo.class))
        .isFalse();
  }

  @Test
  void to_ask_where_no_other_handshake_may_follow_is_the_callers_mistake() {
    Duel duel = PAIR.client(party -> party.without(Option.RENEGOTIATION)).run();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> duel.ask(CLIENT, new Input.Renegotiate()));
  }

  @Test
  void a_hello_that_is_not_bound_to_the_handshake_before_is_refused() {
    refuse(
        hello(told -> told.without(RenegotiationInfo.class)),
        SERVER,
        Rule.RENEGOTIATION_CLIENT_INFO_PRESENT);
    refuse(
        hello(told -> told.with(new RenegotiationInfo(STRAY, null))),
        SERVER,
        Rule.RENEGOTIATION_CLIENT_INFO_MATCHES);
    refuse(
        hello(told -> told.with(RenegotiationInfo.EMPTY)),
        SERVER,
        Rule.RENEGOTIATION_CLIENT_INFO_MATCHES);
  }

  @Test
  void a_hello_that_says_it_is_the_first_is_refused() {
    Line line =
        Lines.changing(
            ClientHello.class,
            hello ->
                Altered.suites(
                    hello,
                    ImmutableList.<CipherSuite>builder()
                        .addAll(hello.suites())
                        .add(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV)
                        .build()));

    refuse(line, SERVER, Rule.RENEGOTIATION_NO_SCSV);
  }

  @Test
  void an_answer_that_is_not_bound_to_the_handshake_before_is_refused() {
    refuse(
        answer(told -> told.without(RenegotiationInfo.class)),
        CLIENT,
        Rule.RENEGOTIATION_SERVER_INFO_PRESENT);
    refuse(
        answer(told -> told.with(new RenegotiationInfo(STRAY, STRAY))),
        CLIENT,
        Rule.RENEGOTIATION_SERVER_INFO_MATCHES);
  }

  @Test
  void a_server_that_could_not_bind_one_is_refused_by_who_wants_it_patched() {
    Pair unpatched = PAIR.server(party -> party.without(Option.SECURE_RENEGOTIATION));
    Pair strict = unpatched.client(party -> party.with(p -> p.with(Option.PATCHED_SERVER)));

    assertThat(unpatched.run().isConnected()).isTrue();
    strict.refuse(Lines.UNTOUCHED, CLIENT, Rule.RENEGOTIATION_REQUIRES_PATCHED_SERVER);
  }

  @Test
  void a_renegotiation_never_reaches_tls13() {
    Pair newer = new Pair(willing(Party.client()), willing(Party.server12(KeyType.RSA)));
    Line line =
        Lines.changing(
            ServerHello.class,
            hello ->
                new ServerHello(
                    hello.legacyVersion(),
                    hello.random(),
                    hello.sessionId(),
                    CipherSuite.TLS_AES_128_GCM_SHA256,
                    hello.compression(),
                    hello.extensions().with(new SelectedVersion(Version.TLS13))));

    refuse(newer, line, CLIENT, Rule.NO_TLS13_IN_RENEGOTIATION);
  }

  private static void refuse(Line second, Role by, Rule rule) {
    refuse(PAIR, second, by, rule);
  }

  /** What is wrong is so in the second handshake only. */
  private static void refuse(Pair pair, Line second, Role by, Rule rule) {
    Duel duel = pair.over(new Second(second));
    duel.ask(CLIENT, new Input.Renegotiate());
    Duel waived = pair.waiving(by, rule).over(new Second(second));
    waived.ask(CLIENT, new Input.Renegotiate());

    assertThat(duel.broken(by)).hasValue(rule);
    assertThat(waived.broken(by)).isNotEqualTo(Optional.of(rule));
  }

  @Test
  void a_mac_that_goes_around_keeps_its_place() {
    Pair pair = PAIR.client(RenegotiationTest::macsAround).server(RenegotiationTest::macsAround);

    refuse(pair, answer(told -> told.without(EncryptThenMac.class)), CLIENT, ENCRYPT_THEN_MAC_KEPT);
    refuse(pair, hello(told -> told.without(EncryptThenMac.class)), SERVER, ENCRYPT_THEN_MAC_KEPT);
  }

  @Test
  void a_mac_may_come_to_go_around() {
    Duel duel =
        PAIR.client(RenegotiationTest::inBlocks)
            .server(RenegotiationTest::macsAround)
            .over(new Second(hello(told -> told.with(new EncryptThenMac()))));

    duel.ask(CLIENT, new Input.Renegotiate());

    assertThat(duel.broken(SERVER)).isNotEqualTo(Optional.of(ENCRYPT_THEN_MAC_KEPT));
    assertThat(duel.said().stream().filter("< ServerHello"::equals)).hasSize(2);
  }

  private static Party inBlocks(Party party) {
    return party.with(policy -> policy.withSuites(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA));
  }

  private static Party macsAround(Party party) {
    return inBlocks(party).with(policy -> policy.with(Option.ENCRYPT_THEN_MAC));
  }

  private static Line hello(UnaryOperator<Extensions> change) {
    return Lines.changing(
        ClientHello.class, hello -> Altered.extensions(hello, change.apply(hello.extensions())));
  }

  private static Line answer(UnaryOperator<Extensions> change) {
    return Lines.changing(ServerHello.class, hello -> Altered.extensions(hello, change));
  }

  /** A line that does nothing until the second ClientHello. */
  private static final class Second implements Line {
    private final Line line;
    private int hellos;

    Second(Line line) {
      this.line = line;
    }

    @Override
    public ImmutableList<Message> carry(Role from, Message message) {
      if (message instanceof ClientHello) {
        hellos++;
      }
      return hellos > 1 ? line.carry(from, message) : ImmutableList.of(message);
    }
  }
}
