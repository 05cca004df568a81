package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import shakedown.crypto.Status.Standing;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.StatusPromised;
import shakedown.wire.KeyType;
import shakedown.wire.Message.CertificateStatus;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;

/** What a server of TLS 1.2 answers besides: a protocol (RFC 7301), a status (RFC 6066 8). */
final class Tls12AnswersTest {
  private static final Pair PAIR =
      new Pair(Party.client12(), Party.server12(KeyType.RSA))
          .client(party -> party.with(policy -> policy.withProtocols("http/1.1", "h2")))
          .server(party -> party.with(policy -> policy.withProtocols("h2", "http/1.1")));
  private static final Pair STAPLED = stapled(Standing.GOOD);

  private static Pair stapled(Standing standing) {
    return new Pair(
        Party.client12().with(policy -> policy.with(Option.STATUS_REQUEST)),
        StapleTest.stapling(Party.server12(KeyType.RSA), standing)
            .with(policy -> policy.with(Option.STATUS_REQUEST)));
  }

  @Test
  void the_server_chooses_its_first_protocol_that_the_client_offers() {
    assertThat(answered(PAIR.run())).containsExactly("h2");
  }

  @Test
  void who_has_no_protocols_passes_over_the_question() {
    Pair plain = PAIR.server(party -> party.with(policy -> policy.withProtocols()));

    assertThat(plain.run().isConnected()).isTrue();
    assertThat(answered(plain.run())).isEmpty();
  }

  @Test
  void no_protocol_in_common_is_refused() {
    PAIR.server(party -> party.with(policy -> policy.withProtocols("smtp")))
        .refuse(Lines.UNTOUCHED, SERVER, Rule.ALPN_OVERLAPS);
  }

  @Test
  void a_protocol_that_was_not_offered_or_two_are_refused() {
    PAIR.refuse(answering("smtp"), CLIENT, Rule.ALPN_ANSWER_WAS_OFFERED);
    PAIR.refuse(answering("h2", "http/1.1"), CLIENT, Rule.ALPN_ANSWER_WAS_OFFERED);
  }

  @Test
  void a_status_comes_where_it_was_asked_for() {
    Duel duel = STAPLED.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said())
        .containsSubsequence("< Certificate12", "< CertificateStatus", "< ServerKeyExchange");
    assertThat(STAPLED.client(party -> party.without(Option.STATUS_REQUEST)).run().said())
        .doesNotContain("< CertificateStatus");
  }

  @Test
  void a_revoked_certificate_is_refused() {
    stapled(Standing.REVOKED).refuse(Lines.UNTOUCHED, CLIENT, Rule.CERTIFICATE_NOT_REVOKED);
  }

  @Test
  void a_promised_status_may_be_left() {
    assertThat(STAPLED.over(Lines.losing(CertificateStatus.class)).said())
        .contains("> ClientKeyExchange");
  }

  @Test
  void a_status_that_was_not_promised_is_refused() {
    var status = new CertificateStatus(Term.of("status"));
    Line unpromised =
        Lines.changing(
            ServerHello.class,
            hello -> Altered.extensions(hello, told -> told.without(StatusPromised.class)));

    STAPLED.refuse(unpromised, CLIENT, Rule.MESSAGE_IN_ORDER);
    STAPLED.refuse(Lines.inserting(status, ServerHelloDone.class), CLIENT, Rule.MESSAGE_IN_ORDER);
    STAPLED.refuse(Lines.inserting(status, ServerKeyExchange.class), CLIENT, Rule.MESSAGE_IN_ORDER);
  }

  private static ImmutableList<String> answered(Duel duel) {
    return duel.heard(SERVER, ServerHello.class)
        .extensions()
        .find(ApplicationProtocols.class)
        .map(ApplicationProtocols::protocols)
        .orElse(ImmutableList.of());
  }

  private static Line answering(String... protocols) {
    return Lines.changing(
        ServerHello.class,
        hello ->
            Altered.extensions(
                hello,
                told -> told.with(new ApplicationProtocols(ImmutableList.copyOf(protocols)))));
  }
}
