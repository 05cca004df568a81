package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.CertificateType.RAW_PUBLIC_KEY;
import static shakedown.wire.CertificateType.X509;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Input;
import shakedown.handshake.Signal.Commit;
import shakedown.handshake.Signal.Running;
import shakedown.machine.Duel.Line;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CertificateType;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ClientCertificateType;
import shakedown.wire.Extension.ServerCertificateType;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Raw public keys in place of certificates (RFC 7250). */
final class RawKeyTest {
  private static final String CLIENTS = "client";
  private static final Value STRAY = Term.of("stray");
  private static final CertificateType UNKNOWN = new CertificateType(1);

  private static final Pair X509_13 = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair X509_12 =
      new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256));

  /** A server shows its key. */
  @SuppressWarnings("UnusedVariable")
  private static final ImmutableList<Pair> SERVERS =
      ImmutableList.of(bareServer(X509_13), bareServer(X509_12));

  /** A client, too. */
  @SuppressWarnings("UnusedVariable")
  private static final ImmutableList<Pair> BOTH =
      ImmutableList.of(bareClient(bareServer(X509_13)), bareClient(bareServer(X509_12)));

  private static Pair bareServer(Pair pair) {
    return pair.client(party -> taking(party, RAW_PUBLIC_KEY).knowing(Party.HOST))
        .server(
            party ->
                showing(party, RAW_PUBLIC_KEY)
                    .credited(all -> all.withIdentities(all.self(), Party.bare(Party.HOST))));
  }

  private static Pair bareClient(Pair pair) {
    return pair.client(
            party ->
                showing(party, RAW_PUBLIC_KEY)
                    .credited(all -> all.withIdentity(Party.bare(CLIENTS)))
                    .knowing(Party.HOST, CLIENTS))
        .server(
            party ->
                taking(party, RAW_PUBLIC_KEY)
                    .with(policy -> policy.withClients(ClientAuthentication.REQUIRED))
                    .knowing(CLIENTS));
  }

  private static Party taking(Party party, CertificateType... best) {
    return party.with(
        policy ->
            policy.withCertificateTypes(
                policy.authentication().ownTypes(), ImmutableList.copyOf(best)));
  }

  private static Party showing(Party party, CertificateType... best) {
    return party.with(
        policy ->
            policy.withCertificateTypes(
                ImmutableList.copyOf(best), policy.authentication().peerTypes()));
  }

  private static boolean is13(Pair pair) {
    return pair.run().state(CLIENT).getClass().getPackageName().endsWith("13");
  }

  @ParameterizedTest
  @FieldSource("SERVERS")
  void a_server_shows_its_key_alone(Pair pair) {
    Duel duel = pair.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(shown(duel, SERVER)).isEqualTo(Party.bare(Party.HOST).chain());
    assertThat(answers(duel).find(ServerCertificateType.class))
        .hasValue(new ServerCertificateType(RAW_PUBLIC_KEY));
    assertThat(answers(duel).has(ClientCertificateType.class)).isFalse();
  }

  private static ImmutableList<Value> shown(Duel duel, Role side) {
    return duel.said().contains("< EncryptedExtensions")
        ? duel.heard(side, Certificate.class).certificates()
        : duel.heard(side, Certificate12.class).chain();
  }

  private static Extensions answers(Duel duel) {
    return duel.said().contains("< EncryptedExtensions")
        ? duel.heard(SERVER, EncryptedExtensions.class).extensions()
        : duel.heard(SERVER, ServerHello.class).extensions();
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void a_client_shows_its_key_alone_and_is_known_by_it(Pair pair) {
    Duel duel = pair.run();

    assertThat(duel.isConnected()).isTrue();
    assertThat(shown(duel, CLIENT)).isEqualTo(Party.bare(CLIENTS).chain());
    assertThat(answers(duel).find(ClientCertificateType.class))
        .hasValue(new ClientCertificateType(RAW_PUBLIC_KEY));
    assertThat(duel.claims(SERVER, Commit.class).getFirst().meant())
        .isEqualTo(CLIENTS)
        .isEqualTo(duel.claims(CLIENT, Running.class).getFirst().self());
  }

  @ParameterizedTest
  @FieldSource("SERVERS")
  void a_server_takes_the_best_type_of_its_own_that_it_can_show(Pair pair) {
    Pair both = pair.client(party -> taking(party, RAW_PUBLIC_KEY, X509));

    assertThat(shown(both.run(), SERVER)).isEqualTo(Party.bare(Party.HOST).chain());
    Duel certified = both.server(party -> showing(party, X509, RAW_PUBLIC_KEY)).run();
    assertThat(certified.isConnected()).isTrue();
    assertThat(shown(certified, SERVER)).isNotEqualTo(Party.bare(Party.HOST).chain());
    Duel keyless =
        both.server(
                party ->
                    showing(party, RAW_PUBLIC_KEY, X509)
                        .credited(all -> all.withIdentity(all.self())))
            .run();
    assertThat(keyless.isConnected()).isTrue();
    assertThat(answers(keyless).find(ServerCertificateType.class))
        .hasValue(new ServerCertificateType(X509));
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void without_a_common_type_a_server_gives_up(Pair pair) {
    pair.client(party -> taking(party, X509))
        .refuse(Lines.UNTOUCHED, SERVER, Rule.CERTIFICATE_TYPES_OVERLAP);
    pair.server(party -> showing(party, X509))
        .refuse(Lines.UNTOUCHED, SERVER, Rule.CERTIFICATE_TYPES_OVERLAP);
    pair.client(party -> showing(party, X509))
        .refuse(Lines.UNTOUCHED, SERVER, Rule.CERTIFICATE_TYPES_OVERLAP);
    pair.server(party -> taking(party, X509))
        .refuse(Lines.UNTOUCHED, SERVER, Rule.CERTIFICATE_TYPES_OVERLAP);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_that_was_not_offered_is_refused(Pair pair, Extension answer) {
    pair.refuse(
        answering(answers -> answers.with(answer)), CLIENT, Rule.CERTIFICATE_TYPE_WAS_OFFERED);
  }

  static Stream<Arguments> answers() {
    return BOTH.stream()
        .flatMap(
            pair ->
                Stream.of(X509, UNKNOWN)
                    .flatMap(
                        type ->
                            Stream.of(
                                Arguments.of(pair, new ServerCertificateType(type)),
                                Arguments.of(pair, new ClientCertificateType(type)))));
  }

  private static Line answering(UnaryOperator<Extensions> change) {
    return (from, message) ->
        ImmutableList.of(
            switch (message) {
              case EncryptedExtensions(Extensions told) ->
                  new EncryptedExtensions(change.apply(told));
              case ServerHello hello when hello.version().equals(Version.TLS12) ->
                  Altered.extensions(hello, change);
              default -> message;
            });
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_to_nothing_is_refused(Pair pair, Extension answer) {
    Pair plain = is13(pair) ? X509_13 : X509_12;

    plain.refuse(answering(answers -> answers.with(answer)), CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @ParameterizedTest
  @FieldSource("SERVERS")
  void a_certificate_is_no_key_if_nobody_said_so(Pair pair) {
    Line silent = answering(answers -> answers.without(ServerCertificateType.class));

    pair.refuse(silent, CLIENT, Rule.CERTIFICATE_TYPE_NEGOTIATED);
  }

  @Test
  void a_certificate_of_tls12_in_place_of_a_key_is_refused() {
    Pair pair = BOTH.getLast();
    for (Role side : Role.values()) {
      var shown = pair.server().credentials().self().chain();
      Line line = Lines.changing(Certificate12.class, _ -> new Certificate12(shown));

      pair.refuse(Lines.from(side, line), side.peer(), Rule.CERTIFICATE_TYPE_NEGOTIATED);
    }
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void what_is_no_key_is_refused(Pair pair) {
    for (Role side : Role.values()) {
      pair.refuse(
          Lines.from(side, showing(ImmutableList.of(STRAY))),
          side.peer(),
          Rule.CERTIFICATE_IS_READABLE);
    }
  }

  private static Line showing(ImmutableList<Value> shown) {
    return (_, message) ->
        ImmutableList.of(
            switch (message) {
              case Certificate certificate -> showing(certificate, shown);
              case Certificate12 certificate -> new Certificate12(certificate.type(), shown);
              default -> message;
            });
  }

  private static Message showing(Certificate certificate, ImmutableList<Value> shown) {
    return new Certificate(
        certificate.context(),
        shown.stream()
            .map(each -> new CertificateEntry(each, Extensions.of()))
            .collect(ImmutableList.toImmutableList()));
  }

  @Test
  void a_key_is_shown_alone() {
    Pair pair = BOTH.getFirst();
    for (Role side : Role.values()) {
      Value key = Party.bare(side == SERVER ? Party.HOST : CLIENTS).chain().getFirst();

      pair.refuse(
          Lines.from(side, showing(ImmutableList.of(key, STRAY))),
          side.peer(),
          Rule.RAW_PUBLIC_KEY_IS_ALONE);
    }
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void a_key_that_nobody_knows_is_refused(Pair pair) {
    refuses(pair.client(party -> party.knowing(CLIENTS)), CLIENT);
    refuses(pair.server(Party::knowing), SERVER);
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void a_key_of_somebody_else_is_refused(Pair pair) {
    Pair other =
        pair.client(party -> party.knowing(Party.HOST, "other.example"))
            .server(
                party -> party.credited(all -> all.withIdentities(Party.bare("other.example"))));

    refuses(other, CLIENT);
  }

  /** Broken alone: waived, the handshake completes. */
  private static void refuses(Pair pair, Role by) {
    pair.refuse(Lines.UNTOUCHED, by, Rule.RAW_PUBLIC_KEY_TRUSTED);
    assertThat(pair.waiving(by, Rule.RAW_PUBLIC_KEY_TRUSTED).run().isConnected()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("BOTH")
  void who_resumes_speaks_of_no_types(Pair pair) {
    Duel again = pair.after(pair.run()).run();

    assertThat(again.isConnected()).isTrue();
    assertThat(answers(again).has(ServerCertificateType.class)).isFalse();
    assertThat(answers(again).has(ClientCertificateType.class)).isFalse();
  }

  @Test
  void a_client_that_is_asked_late_shows_the_type_that_was_agreed_on() {
    Pair pair =
        BOTH.getFirst().client(party -> party.with(all -> all.with(Option.POST_HANDSHAKE_AUTH)));
    Duel duel = pair.run();

    duel.ask(SERVER, new Input.Authenticate());

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(SERVER, Commit.class))
        .extracting(Commit::meant)
        .containsExactly(CLIENTS, CLIENTS);
  }
}
