package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Signal;
import shakedown.machine.Duel.Line;
import shakedown.rules.Rule;
import shakedown.wire.Alert;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.KeyType;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.Finished;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/** What is offered and answered in the hellos of TLS 1.3 beside keys. */
final class Tls13AnswersTest {
  private static final int GREASE = 0x0a0a;
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair TALKING = PAIR.client(speaking("h2", "http/1.1"));

  @Test
  void a_server_chooses_a_protocol_by_its_own_order() {
    Pair pair = TALKING.server(speaking("spdy/3", "http/1.1", "h2"));

    assertThat(pair.run().isConnected()).isTrue();
    assertThat(answered(pair.run())).containsExactly("http/1.1");
  }

  @Test
  void a_server_without_protocols_passes_over_the_question() {
    assertThat(TALKING.run().isConnected()).isTrue();
    assertThat(answered(TALKING.run())).isEmpty();
    assertThat(answered(PAIR.server(speaking("h2")).run())).isEmpty();
  }

  @Test
  void without_a_common_protocol_a_server_gives_up() {
    Pair pair = TALKING.server(speaking("smtp"));

    pair.refuse(Lines.UNTOUCHED, SERVER, Rule.ALPN_OVERLAPS);
    assertThat(pair.waiving(SERVER, Rule.ALPN_OVERLAPS).run().isConnected()).isTrue();
  }

  @Test
  void an_answer_that_was_not_offered_is_refused() {
    TALKING.refuse(answering("smtp"), CLIENT, Rule.ALPN_ANSWER_WAS_OFFERED);
    TALKING.refuse(answering("h2", "http/1.1"), CLIENT, Rule.ALPN_ANSWER_WAS_OFFERED);
  }

  @Test
  void two_shares_of_one_group_are_refused() {
    Line line = sharing(shares -> ImmutableList.of(shares.getFirst(), shares.getFirst()));

    PAIR.refuse(line, SERVER, Rule.SHARES_UNIQUE);
  }

  @Test
  void a_share_of_a_group_that_is_not_supported_is_refused() {
    Line line =
        sharing(
            shares ->
                ImmutableList.of(
                    new KeyShare(NamedGroup.X448, shares.getFirst().exchange()),
                    shares.getFirst()));

    PAIR.refuse(line, SERVER, Rule.SHARE_HAS_SUPPORTED_GROUP);
  }

  @Test
  void what_a_server_does_not_know_it_passes_over() {
    Pair pair =
        PAIR.client(
            party ->
                party.with(
                    policy ->
                        policy
                            .withVersions(new Version(GREASE), Version.TLS13)
                            .withSuites(new CipherSuite(GREASE), CipherSuite.TLS_AES_128_GCM_SHA256)
                            .withGroups(NamedGroup.X25519, new NamedGroup(GREASE))
                            .withSchemes(
                                new SignatureScheme(GREASE), SignatureScheme.ECDSA_SECP256R1_SHA256)
                            .withProtocols("\n\n", "h2")));

    assertThat(pair.server(speaking("h2")).run().isConnected()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_canceled_handshake_goes_on_until_it_is_closed(Role side) {
    var canceled = new AlertMessage(false, Alert.USER_CANCELED.code());
    Line line = Lines.from(side, Lines.inserting(canceled, Finished.class));
    Duel duel = PAIR.over(line);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(side.peer(), Signal.Warned.class)).hasSize(1);
  }

  private static UnaryOperator<Party> speaking(String... protocols) {
    return party -> party.with(policy -> policy.withProtocols(protocols));
  }

  private static Line answering(String... protocols) {
    var answer = new ApplicationProtocols(ImmutableList.copyOf(protocols));
    return Lines.changing(
        EncryptedExtensions.class, told -> new EncryptedExtensions(told.extensions().with(answer)));
  }

  private static Line sharing(UnaryOperator<ImmutableList<KeyShare>> change) {
    return Lines.changing(
        ClientHello.class, hello -> hello.with(new KeyShares(change.apply(hello.shares()))));
  }

  private static ImmutableList<String> answered(Duel duel) {
    return duel.heard(SERVER, EncryptedExtensions.class)
        .extensions()
        .find(ApplicationProtocols.class)
        .map(ApplicationProtocols::protocols)
        .orElse(ImmutableList.of());
  }
}
