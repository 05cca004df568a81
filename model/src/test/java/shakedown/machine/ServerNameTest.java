package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ServerNameKnown;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.ServerHello;

/** What a server does with the name that a client gives (RFC 6066 3). */
final class ServerNameTest {
  private static final String OTHER = "other.example";
  private static final Pair OLD =
      new Pair(Party.client12(), Party.server12(KeyType.RSA)).server(ServerNameTest::using);
  private static final Pair NEW =
      new Pair(Party.client(), Party.server(KeyType.RSA)).server(ServerNameTest::using);
  private static final Pair STRICT =
      NEW.server(party -> party.with(policy -> policy.with(Option.STRICT_SERVER_NAME)));

  @Test
  void a_server_says_that_it_used_the_name() {
    assertThat(answers12(OLD)).contains(new ServerNameKnown());
    assertThat(answers13(NEW)).contains(new ServerNameKnown());
    assertThat(OLD.run().isConnected()).isTrue();
    assertThat(NEW.run().isConnected()).isTrue();
  }

  @Test
  void in_tls_12_a_server_says_so_in_a_full_handshake_only() {
    assertThat(answers12(OLD.after(OLD.run()))).doesNotContain(new ServerNameKnown());
    assertThat(answers13(NEW.after(NEW.run()))).contains(new ServerNameKnown());
  }

  @Test
  void names_are_compared_without_case() {
    Pair loud = NEW.client(party -> party.with(policy -> policy.withHost("WWW.example")));

    assertThat(answers13(loud)).contains(new ServerNameKnown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", OTHER})
  void a_server_that_did_not_use_the_name_says_nothing(String name) {
    UnaryOperator<Party> meaning = party -> party.with(policy -> policy.withHost(name));

    assertThat(answers12(OLD.client(meaning))).doesNotContain(new ServerNameKnown());
    assertThat(answers13(NEW.client(meaning))).doesNotContain(new ServerNameKnown());
  }

  @Test
  void a_server_without_the_option_says_nothing() {
    Pair silent = NEW.server(party -> party.without(Option.SERVER_NAME_ANSWER));

    assertThat(answers13(silent)).isEmpty();
  }

  @Test
  void a_name_that_was_not_given_cannot_be_used() {
    Line line =
        Lines.changing(
            EncryptedExtensions.class,
            _ -> new EncryptedExtensions(Extensions.of(new ServerNameKnown())));

    NEW.client(party -> party.with(policy -> policy.withHost("")))
        .refuse(line, CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void a_strict_server_refuses_a_name_that_it_does_not_know() {
    Pair other = STRICT.client(party -> party.with(policy -> policy.withHost(OTHER)));

    other.refuse(Lines.UNTOUCHED, SERVER, Rule.SERVER_NAME_KNOWN);
    other
        .waiving(SERVER, Rule.SERVER_NAME_KNOWN)
        .refuse(Lines.UNTOUCHED, CLIENT, Rule.CERTIFICATE_MATCHES_NAME);
  }

  @Test
  void a_strict_server_serves_its_own_name_and_whoever_gives_none() {
    Pair nameless = STRICT.client(party -> party.with(policy -> policy.withHost("")));

    assertThat(STRICT.run().isConnected()).isTrue();
    assertThat(nameless.run().said()).contains("< ServerHello");
  }

  private static Party using(Party server) {
    return server.with(policy -> policy.with(Option.SERVER_NAME_ANSWER));
  }

  private static ImmutableList<Extension> answers12(Pair pair) {
    return pair.run().heard(SERVER, ServerHello.class).extensions().list();
  }

  private static ImmutableList<Extension> answers13(Pair pair) {
    return pair.run().heard(SERVER, EncryptedExtensions.class).extensions().list();
  }
}
