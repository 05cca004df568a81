package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Input;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CertificateEntry;
import shakedown.wire.Extension;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;

/** No extension comes twice, and none where it means nothing (RFC 8446 4.2). */
final class ExtensionsTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair OLD = new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256));
  private static final Pair RETRIED =
      PAIR.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP256R1)));
  private static final Pair ASKED_LATE =
      PAIR.client(party -> party.with(policy -> policy.with(Option.POST_HANDSHAKE_AUTH)));
  private static final Unknown STRANGE = new Unknown(0x7a7a, Term.of("anything"));

  @Test
  void an_extension_that_comes_twice_is_refused_in_a_hello() {
    Line line = hello(Extensions.of(STRANGE, STRANGE));

    PAIR.refuse(line, SERVER, Rule.EXTENSIONS_UNIQUE);
    OLD.refuse(line, SERVER, Rule.EXTENSIONS_UNIQUE);
  }

  @Test
  void an_extension_that_comes_twice_is_refused_in_an_answer() {
    PAIR.refuse(answered(ExtensionsTest::twice), CLIENT, Rule.EXTENSIONS_UNIQUE);
    OLD.refuse(answered(ExtensionsTest::twice), CLIENT, Rule.EXTENSIONS_UNIQUE);
    RETRIED.refuse(
        Lines.changing(
            HelloRetryRequest.class, asked -> Altered.extensions(asked, ExtensionsTest::twice)),
        CLIENT,
        Rule.EXTENSIONS_UNIQUE);
    PAIR.refuse(
        Lines.changing(
            EncryptedExtensions.class,
            _ -> new EncryptedExtensions(Extensions.of(STRANGE, STRANGE))),
        CLIENT,
        Rule.EXTENSIONS_UNIQUE);
    PAIR.refuse(
        Lines.changing(
            Certificate.class,
            shown ->
                new Certificate(
                    shown.context(),
                    shown.chain().stream()
                        .map(
                            entry ->
                                new CertificateEntry(
                                    entry.certificate(), Extensions.of(STRANGE, STRANGE)))
                        .collect(ImmutableList.toImmutableList()))),
        CLIENT,
        Rule.EXTENSIONS_UNIQUE);
  }

  @Test
  void an_extension_that_comes_twice_is_refused_after_the_handshake() {
    assertThat(ticketed(STRANGE, STRANGE).broken(CLIENT)).hasValue(Rule.EXTENSIONS_UNIQUE);
    assertThat(requested(STRANGE, STRANGE).broken(CLIENT)).hasValue(Rule.EXTENSIONS_UNIQUE);
  }

  @Test
  void what_nobody_knows_is_passed_over_after_the_handshake() {
    assertThat(ticketed(STRANGE).isConnected()).isTrue();
    assertThat(requested(STRANGE).broken(CLIENT)).isEmpty();
  }

  @Test
  void what_belongs_elsewhere_is_refused_after_the_handshake() {
    assertThat(ticketed(new PostHandshakeAuth()).broken(CLIENT))
        .hasValue(Rule.EXTENSION_IN_ITS_PLACE);
    assertThat(requested(new EarlyData()).broken(CLIENT)).hasValue(Rule.EXTENSION_IN_ITS_PLACE);
  }

  @Test
  void what_belongs_elsewhere_is_refused_in_a_server_hello_of_tls12() {
    Line line =
        Lines.changing(
            ServerHello.class,
            told ->
                Altered.extensions(
                    told, answers -> answers.with(new SignatureAlgorithms(ImmutableList.of()))));

    OLD.refuse(line, CLIENT, Rule.EXTENSION_IN_ITS_PLACE);
  }

  private static Extensions twice(Extensions once) {
    return new Extensions(
        Stream.concat(once.list().stream(), once.list().stream().limit(1))
            .collect(ImmutableList.toImmutableList()));
  }

  private static Line hello(Extensions more) {
    return Lines.changing(
        ClientHello.class,
        hello ->
            hello.with(
                new Extensions(
                    Stream.concat(more.list().stream(), hello.extensions().list().stream())
                        .collect(ImmutableList.toImmutableList()))));
  }

  private static Line answered(UnaryOperator<Extensions> change) {
    return Lines.changing(ServerHello.class, told -> Altered.extensions(told, change));
  }

  private static Duel ticketed(Extension... more) {
    return PAIR.over(
        Lines.changing(
            NewSessionTicket.class,
            ticket ->
                new NewSessionTicket(
                    ticket.lifetimeSeconds(),
                    ticket.ageAdd(),
                    ticket.nonce(),
                    ticket.ticket(),
                    Extensions.of(more))));
  }

  private static Duel requested(Extension... more) {
    Duel duel =
        ASKED_LATE.over(
            Lines.changing(
                CertificateRequest.class,
                request ->
                    new CertificateRequest(
                        request.context(),
                        new Extensions(
                            Stream.concat(request.extensions().list().stream(), Stream.of(more))
                                .collect(ImmutableList.toImmutableList())))));
    duel.ask(SERVER, new Input.Authenticate());
    return duel;
  }
}
