package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.handshake.Signal;
import shakedown.rules.Rule;
import shakedown.wire.Alert;
import shakedown.wire.KeyType;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;

/** What changes nothing in a handshake of TLS 1.2 (RFC 5246 7.2.2, 7.4.1.1). */
final class Tls12WarningTest {
  private static final Pair PAIR = new Pair(Party.client12(), Party.server12(KeyType.RSA));
  private static final AlertMessage WARNING =
      new AlertMessage(false, Alert.UNRECOGNIZED_NAME.code());

  @ParameterizedTest
  @ValueSource(
      classes = {ServerHello.class, Certificate12.class, ServerHelloDone.class, Finished.class})
  void a_hello_request_is_ignored_while_a_handshake_goes_on(Class<? extends Message> before) {
    Duel duel = PAIR.over(Lines.from(SERVER, Lines.inserting(new HelloRequest(), before)));

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.said().stream().filter("> ClientHello"::equals)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(classes = {ServerHello.class, Certificate12.class, ServerHelloDone.class})
  void a_warning_is_told_and_changes_nothing(Class<? extends Message> before) {
    Duel duel = PAIR.over(Lines.from(SERVER, Lines.inserting(WARNING, before)));

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(CLIENT, Signal.Warned.class)).hasSize(1);
  }

  @Test
  void a_warning_of_the_client_changes_nothing() {
    Duel duel = PAIR.over(Lines.inserting(WARNING, ClientKeyExchange.class));

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(SERVER, Signal.Warned.class)).hasSize(1);
  }

  @Test
  void an_error_ends_the_session() {
    var error = new AlertMessage(true, Alert.UNRECOGNIZED_NAME.code());
    Duel duel = PAIR.over(Lines.inserting(error, ServerHelloDone.class));

    assertThat(duel.claims(CLIENT, Signal.AlertReceived.class)).hasSize(1);
  }

  @Test
  void tls13_has_no_warnings_and_no_hello_request() {
    Pair newer = new Pair(Party.client(), Party.server(KeyType.RSA));

    assertThat(newer.over(Lines.inserting(WARNING, EncryptedExtensions.class)).isConnected())
        .isFalse();
    newer.refuse(
        Lines.inserting(new HelloRequest(), EncryptedExtensions.class),
        CLIENT,
        Rule.MESSAGE_IN_ORDER);
    newer.refuse(
        Lines.inserting(new HelloRequest(), ClientHello.class), SERVER, Rule.MESSAGE_IN_ORDER);
  }
}
