package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import org.junit.jupiter.api.Test;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Version;

/** Versions before 1.2 are named, and never spoken. */
final class OldVersionTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.RSA));

  @Test
  void a_client_of_an_old_version_says_so_and_is_refused() {
    Pair old = PAIR.client(party -> party.with(policy -> policy.withVersions(Version.TLS11)));

    old.refuse(Lines.UNTOUCHED, SERVER, Rule.CLIENT_VERSION_ACCEPTABLE);
    ClientHello hello = old.run().heard(CLIENT, ClientHello.class);
    assertThat(hello.legacyVersion()).isEqualTo(Version.TLS11);
    assertThat(hello.extensions().has(SupportedVersions.class)).isFalse();
  }

  @Test
  void a_server_that_names_an_old_version_refuses_it_all_the_same() {
    Pair old =
        PAIR.client(party -> party.with(policy -> policy.withVersions(Version.TLS10)))
            .server(
                party -> party.with(policy -> policy.withVersions(Version.TLS12, Version.TLS10)));

    old.refuse(Lines.UNTOUCHED, SERVER, Rule.CLIENT_VERSION_ACCEPTABLE);
  }

  @Test
  void a_server_that_answers_with_an_old_version_is_refused() {
    Duel.Line line =
        Lines.changing(
            ServerHello.class,
            hello ->
                Altered.extensions(
                    Altered.version(hello, Version.TLS11),
                    told -> told.without(SelectedVersion.class)));

    PAIR.client(
            party ->
                party.with(
                    policy -> policy.withVersions(Version.TLS13, Version.TLS12, Version.TLS11)))
        .refuse(line, CLIENT, Rule.SERVER_VERSION_ACCEPTABLE);
  }

  @Test
  void a_needless_fallback_is_refused() {
    Pair fallen =
        PAIR.client(
            party ->
                party.with(policy -> policy.withVersions(Version.TLS12).with(Option.FALLBACK)));

    fallen.refuse(Lines.UNTOUCHED, SERVER, Rule.FALLBACK_SCSV_CHECKED);
  }

  @Test
  void a_fallback_to_the_best_that_the_server_has_goes_on() {
    Pair fallen =
        PAIR.client(
                party ->
                    party.with(policy -> policy.withVersions(Version.TLS12).with(Option.FALLBACK)))
            .server(party -> party.with(policy -> policy.withVersions(Version.TLS12)));

    assertThat(fallen.run().isConnected()).isTrue();
  }
}
