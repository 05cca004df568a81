package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import shakedown.machine.Duel.Line;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** What a client refuses in the answer to its hello. */
final class ServerHelloTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair OLD = new Pair(Party.client(), Party.server12(KeyType.ECDSA_P256));
  private static final Value STRAY = Term.of("stray");
  private static final int SERVER_NAME = 0;
  private static final int KEY_SHARE = 51;

  @Test
  void a_version_that_nobody_speaks_any_more_is_refused() {
    Line line = altered(hello -> Altered.version(hello, Version.TLS11));

    OLD.refuse(line, CLIENT, Rule.SERVER_VERSION_ACCEPTABLE);
  }

  @Test
  void an_old_version_is_refused_where_only_a_new_one_may_be_told() {
    Line line = answering(told -> told.with(new SelectedVersion(Version.TLS12)));

    OLD.refuse(line, CLIENT, Rule.SELECTED_VERSION_WAS_OFFERED);
  }

  @Test
  void a_new_version_is_refused_where_only_an_old_one_may_be_told() {
    Line line =
        altered(
            hello ->
                Altered.version(
                    Altered.extensions(hello, told -> told.without(SelectedVersion.class)),
                    Version.TLS13));

    PAIR.refuse(line, CLIENT, Rule.SELECTED_VERSION_WAS_OFFERED);
  }

  @Test
  void a_server_that_was_made_to_speak_an_older_version_is_refused() {
    Line line = Lines.changing(ClientHello.class, hello -> hello.without(SupportedVersions.class));

    PAIR.refuse(line, CLIENT, Rule.DOWNGRADE_SENTINEL_CHECKED);
  }

  @Test
  void an_extension_that_was_not_asked_for_is_refused() {
    Line line = answering(told -> told.with(new Unknown(0x1234, STRAY)));

    PAIR.refuse(line, CLIENT, Rule.EXTENSION_WAS_OFFERED);
    OLD.refuse(line, CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void a_cookie_comes_with_a_retry_only() {
    Line line = answering(told -> told.with(new Cookie(STRAY)));

    PAIR.refuse(line, CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void an_encrypted_extension_that_was_not_asked_for_is_refused() {
    Line line = encrypted(new Unknown(0x1234, STRAY));

    PAIR.refuse(line, CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void an_answer_in_the_wrong_message_is_refused() {
    Line hello = answering(told -> told.with(new SupportedGroups(ImmutableList.of())));
    Line encrypted = encrypted(new Unknown(KEY_SHARE, STRAY));

    PAIR.refuse(hello, CLIENT, Rule.EXTENSION_IN_ITS_PLACE);
    PAIR.refuse(encrypted, CLIENT, Rule.EXTENSION_IN_ITS_PLACE);
  }

  @Test
  void an_answer_of_which_only_the_type_is_known_counts_as_asked() {
    var name = new Unknown(SERVER_NAME, Term.of(""));

    Duel tls13 = PAIR.over(encrypted(name));
    Duel tls12 = OLD.over(answering(told -> told.with(name)));

    assertThat(tls13.broken(CLIENT)).hasValue(Rule.SIGNATURE_IS_VALID);
    assertThat(tls12.broken(CLIENT)).isEmpty();
  }

  @Test
  void a_suite_that_was_not_offered_is_refused() {
    Pair narrow =
        PAIR.client(
            party -> party.with(some -> some.withSuites(CipherSuite.TLS_AES_128_GCM_SHA256)));
    Line line = altered(hello -> Altered.suite(hello, CipherSuite.TLS_CHACHA20_POLY1305_SHA256));

    narrow.refuse(line, CLIENT, Rule.SUITE_WAS_OFFERED);
  }

  @Test
  void a_suite_of_another_version_is_refused() {
    var old = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;

    PAIR.refuse(altered(hello -> Altered.suite(hello, old)), CLIENT, Rule.SUITE_FITS_VERSION);
    OLD.refuse(
        altered(hello -> Altered.suite(hello, CipherSuite.TLS_AES_128_GCM_SHA256)),
        CLIENT,
        Rule.SUITE_FITS_VERSION);
  }

  @Test
  void a_suite_that_nobody_knows_is_refused() {
    Line line = altered(hello -> Altered.suite(hello, new CipherSuite(0x13ff)));

    PAIR.refuse(line, CLIENT, Rule.SUITE_FITS_VERSION);
  }

  @Test
  void a_compression_is_refused() {
    Line line = altered(hello -> Altered.compression(hello, 1));

    PAIR.refuse(line, CLIENT, Rule.COMPRESSION_IS_NULL);
    OLD.refuse(line, CLIENT, Rule.COMPRESSION_IS_NULL);
  }

  @Test
  void another_session_id_or_none_is_refused() {
    Line other = altered(hello -> Altered.sessionId(hello, STRAY));
    Line none = altered(hello -> Altered.sessionId(hello, null));

    PAIR.refuse(other, CLIENT, Rule.SESSION_ID_ECHOED);
    PAIR.refuse(none, CLIENT, Rule.SESSION_ID_ECHOED);
  }

  @Test
  void a_missing_share_is_refused() {
    Line line = answering(told -> told.without(KeyShare.class));

    PAIR.refuse(line, CLIENT, Rule.SERVER_HELLO_HAS_SHARE);
  }

  @Test
  void a_share_of_a_group_that_the_client_did_not_share_is_refused() {
    Value share = Term.of("share", NamedGroup.SECP256R1, STRAY);
    Line line = answering(told -> told.with(new KeyShare(NamedGroup.SECP256R1, share)));

    PAIR.refuse(line, CLIENT, Rule.SERVER_SHARE_GROUP_WAS_SHARED);
  }

  @Test
  void a_share_that_is_none_is_refused() {
    Line line = answering(told -> told.with(new KeyShare(NamedGroup.X25519, STRAY)));

    PAIR.refuse(line, CLIENT, Rule.SHARE_IS_VALID);
  }

  private static Line altered(UnaryOperator<ServerHello> change) {
    return Lines.changing(ServerHello.class, change);
  }

  private static Line answering(UnaryOperator<Extensions> change) {
    return altered(hello -> Altered.extensions(hello, change));
  }

  private static Line encrypted(Unknown more) {
    return Lines.changing(
        EncryptedExtensions.class, told -> new EncryptedExtensions(told.extensions().with(more)));
  }
}
