package shakedown.machine;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.handshake.Credentials;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.DataReceived;
import shakedown.handshake.Signal.Running;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Value;

/** A server asks who its client is when the handshake is over (RFC 8446 4.6.2). */
final class LateAuthenticationTest {
  private static final String NAME = "client";
  private static final Value STRAY = Term.of("stray");
  private static final Value WORDS = Term.of("words");
  private static final Pair PAIR =
      new Pair(Party.client(), Party.server(KeyType.ECDSA_P256))
          .client(party -> party.with(policy -> policy.with(Option.POST_HANDSHAKE_AUTH)))
          .client(
              party -> party.credited(all -> all.withIdentity(Party.identity(KeyType.RSA, NAME))));

  @Test
  void a_client_shows_later_who_it_is() {
    Duel duel = asked(PAIR, Lines.UNTOUCHED);

    duel.write(CLIENT, WORDS);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .endsWith(
            "< CertificateRequest",
            "> Certificate",
            "> CertificateVerify",
            "> Finished",
            "> ApplicationData");
    assertThat(duel.claims(SERVER, Commit.class).getLast().meant()).isEqualTo(NAME);
    assertThat(duel.claims(CLIENT, Running.class).getLast())
        .isEqualTo(
            new Running(CLIENT, NAME, duel.claims(SERVER, Commit.class).getLast().agreement()));
    assertThat(duel.claims(SERVER, DataReceived.class)).containsExactly(new DataReceived(WORDS));
  }

  @Test
  void a_client_may_decline() {
    Duel duel = asked(PAIR.client(party -> party.credited(_ -> Credentials.NONE)), Lines.UNTOUCHED);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said()).endsWith("< CertificateRequest", "> Certificate", "> Finished");
    assertThat(duel.claims(SERVER, Commit.class)).hasSize(1);
  }

  @Test
  void a_client_is_asked_again_with_another_context_and_under_other_keys() {
    Duel duel = asked(PAIR, Lines.UNTOUCHED);

    duel.ask(CLIENT, new Input.UpdateKeys(true));
    duel.ask(SERVER, new Input.Authenticate());

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(SERVER, Commit.class)).hasSize(3);
    assertThat(contexts(duel)).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void a_server_that_repeats_its_contexts_waives_a_rule() {
    Duel duel = asked(PAIR.waiving(SERVER, Rule.REQUEST_CONTEXT_UNIQUE), Lines.UNTOUCHED);

    duel.ask(SERVER, new Input.Authenticate());

    assertThat(contexts(duel).getFirst()).isEqualTo(contexts(duel).getLast());
  }

  @Test
  void data_flows_before_the_answer() {
    Line slow =
        Lines.from(
            CLIENT,
            (from, message) ->
                message instanceof Certificate
                    ? ImmutableList.of(new ApplicationData(WORDS), message)
                    : ImmutableList.of(message));
    Duel duel = asked(PAIR, slow);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(SERVER, DataReceived.class)).containsExactly(new DataReceived(WORDS));
  }

  @ParameterizedTest
  @ValueSource(classes = {CertificateVerify.class, Finished.class})
  void nothing_comes_between_the_messages_of_an_answer(Class<? extends Message> before) {
    Duel duel = PAIR.over(late(before, Lines.inserting(new ApplicationData(WORDS), before)));

    duel.ask(SERVER, new Input.Authenticate());

    assertThat(duel.broken(SERVER)).hasValue(Rule.MESSAGE_IN_ORDER);
  }

  @ParameterizedTest
  @ValueSource(classes = {Certificate.class, CertificateVerify.class, Finished.class})
  void no_middlebox_speaks_before_the_messages_of_an_answer(Class<? extends Message> before) {
    Duel duel = PAIR.over(late(before, Lines.inserting(new ChangeCipherSpec(), before)));

    duel.ask(SERVER, new Input.Authenticate());

    assertThat(duel.broken(SERVER)).hasValue(Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void a_server_asks_no_client_that_did_not_offer_it() {
    Duel duel = PAIR.client(party -> party.without(Option.POST_HANDSHAKE_AUTH)).run();

    assertThatThrownBy(() -> duel.ask(SERVER, new Input.Authenticate()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_request_that_was_not_offered_is_refused() {
    var request = new CertificateRequest(STRAY, Extensions.of(schemes()));
    Pair plain = PAIR.client(party -> party.without(Option.POST_HANDSHAKE_AUTH));
    Line line = Lines.inserting(request, NewSessionTicket.class);

    plain.refuse(line, CLIENT, Rule.POST_HANDSHAKE_AUTH_OFFERED);
  }

  @Test
  void a_late_request_without_signature_algorithms_is_refused() {
    var request = new CertificateRequest(STRAY, Extensions.of());

    PAIR.refuse(
        Lines.inserting(request, NewSessionTicket.class),
        CLIENT,
        Rule.REQUEST_HAS_SIGNATURE_ALGORITHMS);
  }

  @Test
  void an_answer_to_another_request_is_refused() {
    Line line =
        Lines.from(
            CLIENT,
            Lines.changing(Certificate.class, shown -> new Certificate(STRAY, shown.chain())));

    assertThat(asked(PAIR, line).broken(SERVER)).hasValue(Rule.CERTIFICATE_CONTEXT_MATCHES);
    assertThat(asked(PAIR.waiving(SERVER, Rule.CERTIFICATE_CONTEXT_MATCHES), line).broken(SERVER))
        .isNotEqualTo(Optional.of(Rule.CERTIFICATE_CONTEXT_MATCHES));
  }

  @Test
  void an_answer_to_no_request_is_refused() {
    Line line = Lines.inserting(new Certificate(STRAY, ImmutableList.of()), ApplicationData.class);
    Duel duel = PAIR.over(Lines.from(CLIENT, line));

    duel.write(CLIENT, WORDS);

    assertThat(duel.broken(SERVER)).hasValue(Rule.MESSAGE_IN_ORDER);
  }

  @Test
  void a_forged_tag_of_an_answer_is_refused() {
    Duel duel =
        PAIR.over(late(Finished.class, Lines.changing(Finished.class, _ -> new Finished(STRAY))));

    duel.ask(SERVER, new Input.Authenticate());

    assertThat(duel.broken(SERVER)).hasValue(Rule.CLIENT_FINISHED_IS_VALID);
  }

  @Test
  void a_late_signature_covers_the_handshake() {
    Pair lax =
        PAIR.waiving(CLIENT, Rule.POST_HANDSHAKE_CONTEXT_COVERS_MAIN)
            .waiving(SERVER, Rule.POST_HANDSHAKE_CONTEXT_COVERS_MAIN);
    Pair half = PAIR.waiving(CLIENT, Rule.POST_HANDSHAKE_CONTEXT_COVERS_MAIN);

    assertThat(asked(half, Lines.UNTOUCHED).broken(SERVER)).hasValue(Rule.SIGNATURE_IS_VALID);
    assertThat(asked(lax, Lines.UNTOUCHED).isConnected()).isTrue();
  }

  private static Duel asked(Pair pair, Line line) {
    Duel duel = pair.over(line);
    duel.ask(SERVER, new Input.Authenticate());
    return duel;
  }

  /** Leaves the handshake alone: what the client says is touched from its second Finished on. */
  private static Line late(Class<? extends Message> type, Line line) {
    AtomicInteger requests = new AtomicInteger();
    return (from, message) -> {
      if (message instanceof CertificateRequest) {
        requests.incrementAndGet();
      }
      return from == CLIENT && requests.get() > 0 && type.isInstance(message)
          ? line.carry(from, message)
          : ImmutableList.of(message);
    };
  }

  private static ImmutableList<Value> contexts(Duel duel) {
    return duel.visits().stream()
        .map(Duel.Visit::input)
        .filter(input -> input instanceof Received(CertificateRequest _))
        .map(input -> ((CertificateRequest) ((Received) input).message()).context())
        .collect(toImmutableList());
  }

  private static SignatureAlgorithms schemes() {
    return new SignatureAlgorithms(Party.client().policy().schemes());
  }
}
