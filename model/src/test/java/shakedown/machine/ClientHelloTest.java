package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.machine.Duel.Line;
import shakedown.rules.Rule;
import shakedown.wire.Extension.EcPointFormats;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** What a server makes of a first hello. */
final class ClientHelloTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair OLD = new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256));

  @Test
  void a_server_takes_the_first_of_its_own_versions() {
    Pair backward =
        PAIR.server(
            party -> party.with(policy -> policy.withVersions(Version.TLS12, Version.TLS13)));

    assertThat(PAIR.run().said()).contains("< EncryptedExtensions");
    assertThat(backward.run().said()).contains("< ServerKeyExchange");
  }

  @Test
  void versions_of_which_the_server_has_none_are_refused() {
    var unheardOf = new SupportedVersions(ImmutableList.of(new Version(0x0305)));
    Line line = altered(hello -> hello.with(unheardOf));

    PAIR.refuse(line, SERVER, Rule.CLIENT_VERSION_ACCEPTABLE);
    OLD.refuse(line, SERVER, Rule.CLIENT_VERSION_ACCEPTABLE);
  }

  @Test
  void an_old_version_in_the_old_field_is_refused() {
    Line line = altered(hello -> Altered.version(hello, new Version(0x0301)));

    OLD.refuse(line, SERVER, Rule.CLIENT_VERSION_ACCEPTABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0303, 0x0304, 0x0305})
  void in_the_old_field_a_higher_version_means_tls12(int version) {
    Line line =
        altered(
            hello -> Altered.version(hello.without(SupportedVersions.class), new Version(version)));

    assertThat(PAIR.over(line).said()).contains("< ServerKeyExchange");
  }

  @Test
  void a_server_that_has_no_tls12_refuses_a_hello_without_versions() {
    Pair newer = PAIR.server(party -> party.with(policy -> policy.withVersions(Version.TLS13)));
    Line line = altered(hello -> hello.without(SupportedVersions.class));

    newer.refuse(line, SERVER, Rule.CLIENT_VERSION_ACCEPTABLE);
  }

  @Test
  void a_compression_beside_none_is_refused_in_tls13_only() {
    Line line = altered(hello -> Altered.compressions(hello, 1, 0));

    PAIR.refuse(line, SERVER, Rule.CLIENT_COMPRESSION_ONLY_NULL);
    assertThat(OLD.over(line).said()).contains("< ServerHello");
  }

  @Test
  void a_compression_is_never_required() {
    Line line = altered(hello -> Altered.compressions(hello, 1));

    PAIR.refuse(line, SERVER, Rule.CLIENT_COMPRESSION_ONLY_NULL);
    OLD.refuse(line, SERVER, Rule.CLIENT_COMPRESSION_ONLY_NULL);
  }

  @Test
  void a_group_named_twice_is_refused() {
    var twice = new SupportedGroups(ImmutableList.of(NamedGroup.X25519, NamedGroup.X25519));
    Line line = altered(hello -> hello.with(twice));

    PAIR.refuse(line, SERVER, Rule.GROUPS_UNIQUE);
    OLD.refuse(line, SERVER, Rule.GROUPS_UNIQUE);
  }

  @Test
  void points_that_are_only_taken_compressed_are_refused() {
    Line line = altered(hello -> hello.with(new EcPointFormats(ImmutableList.of(1, 2))));

    PAIR.refuse(line, SERVER, Rule.POINT_FORMAT_UNCOMPRESSED);
    OLD.refuse(line, SERVER, Rule.POINT_FORMAT_UNCOMPRESSED);
  }

  @Test
  void point_formats_say_nothing_without_a_curve() {
    var field = new SupportedGroups(ImmutableList.of(NamedGroup.FFDHE2048));
    Line line = altered(hello -> hello.with(new EcPointFormats(ImmutableList.of(1))).with(field));

    assertThat(OLD.over(line).broken(SERVER))
        .isNotEqualTo(Optional.of(Rule.POINT_FORMAT_UNCOMPRESSED));
  }

  @Test
  void shares_in_another_order_than_their_groups_are_refused() {
    Pair both =
        PAIR.client(
            party ->
                party.with(
                    policy ->
                        policy
                            .withGroups(NamedGroup.X25519, NamedGroup.SECP256R1)
                            .withShares(NamedGroup.X25519, NamedGroup.SECP256R1)));
    Line line = altered(hello -> hello.with(new KeyShares(hello.shares().reverse())));

    assertThat(both.run().isConnected()).isTrue();
    both.refuse(line, SERVER, Rule.SHARES_IN_GROUP_ORDER);
  }

  static Stream<UnaryOperator<ClientHello>> incomplete() {
    return Stream.of(
        hello -> hello.without(SignatureAlgorithms.class),
        hello -> hello.without(SupportedGroups.class),
        hello -> hello.without(KeyShares.class),
        hello -> hello.without(KeyShares.class).without(SupportedGroups.class));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void a_hello_in_which_something_is_missing_is_refused(UnaryOperator<ClientHello> change) {
    PAIR.refuse(altered(change), SERVER, Rule.CLIENT_HELLO_COMPLETE);
  }

  @Test
  void a_share_that_is_none_is_refused() {
    var share = new KeyShare(NamedGroup.X25519, Term.of("stray"));
    Line line = altered(hello -> hello.with(new KeyShares(ImmutableList.of(share))));

    PAIR.refuse(line, SERVER, Rule.SHARE_IS_VALID);
  }

  private static Line altered(UnaryOperator<ClientHello> change) {
    return Lines.changing(ClientHello.class, change);
  }
}
