package shakedown.machine;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.policy.clients.RealClient;
import shakedown.rules.Rule;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SupportedVersions;
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
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Values that mean nothing (RFC 8701): nobody may choose them, and nobody minds them. */
final class GreaseTest {
  private static final int GREASE = 0x4a4a;
  private static final Value STRAY = Term.of("stray");
  private static final Extension NOTHING = new Unknown(GREASE, STRAY);
  private static final Pair NEW =
      new Pair(greased(Version.TLS13), Party.server(KeyType.ECDSA_P256));
  private static final Pair OLD =
      new Pair(greased(Version.TLS12), Party.server12(KeyType.ECDSA_P256));

  private static Party greased(Version version) {
    return Party.client().with(_ -> RealClient.CHROME_LIKE.policy(Party.HOST, version));
  }

  @Test
  void a_server_passes_over_what_means_nothing() {
    assertThat(NEW.run().isConnected()).isTrue();
    assertThat(OLD.run().isConnected()).isTrue();
  }

  @Test
  void a_suite_that_means_nothing_is_refused() {
    CipherSuite offered = NEW.run().heard(CLIENT, ClientHello.class).suites().getFirst();
    Line line = Lines.changing(ServerHello.class, hello -> Altered.suite(hello, offered));

    assertThat(offered.isKnown()).isFalse();
    NEW.refuse(line, CLIENT, Rule.SUITE_FITS_VERSION);
    OLD.refuse(line, CLIENT, Rule.SUITE_FITS_VERSION);
  }

  @Test
  void a_version_that_means_nothing_is_refused() {
    Version offered =
        NEW.run()
            .heard(CLIENT, ClientHello.class)
            .extensions()
            .find(SupportedVersions.class)
            .orElseThrow()
            .versions()
            .getFirst();

    assertThat(offered).isNotEqualTo(Version.TLS13);
    NEW.refuse(
        answering(told -> told.with(new SelectedVersion(offered))),
        CLIENT,
        Rule.SERVER_VERSION_ACCEPTABLE);
    OLD.refuse(
        Lines.changing(ServerHello.class, hello -> Altered.version(hello, offered)),
        CLIENT,
        Rule.SERVER_VERSION_ACCEPTABLE);
  }

  @Test
  void a_group_that_means_nothing_is_refused() {
    NamedGroup offered = NEW.run().heard(CLIENT, ClientHello.class).groups().getFirst();
    Pair choosy =
        NEW.server(party -> party.with(policy -> policy.withGroups(NamedGroup.SECP384R1)));
    Line retrying =
        Lines.changing(
            HelloRetryRequest.class,
            asked -> Altered.extensions(asked, told -> told.with(new SelectedGroup(offered))));
    Line telling =
        Lines.changing(
            ServerKeyExchange.class,
            told ->
                new ServerKeyExchange(null, new Parameters.Share(offered, STRAY), told.signed()));

    assertThat(offered.isCurve() || offered.isFiniteField()).isFalse();
    NEW.refuse(
        answering(told -> told.with(new KeyShare(offered, STRAY))), CLIENT, Rule.SHARE_IS_VALID);
    choosy.refuse(retrying, CLIENT, Rule.RETRY_GROUP_SUPPORTED);
    OLD.refuse(telling, CLIENT, Rule.TLS12_EC_POINT_VALID);
  }

  @Test
  void an_extension_that_means_nothing_is_no_answer() {
    Line encrypted =
        Lines.changing(
            EncryptedExtensions.class,
            told -> new EncryptedExtensions(told.extensions().with(NOTHING)));
    Line certified =
        Lines.changing(
            Certificate.class,
            shown ->
                new Certificate(
                    null,
                    shown.chain().stream()
                        .map(
                            each ->
                                new CertificateEntry(each.certificate(), Extensions.of(NOTHING)))
                        .collect(toImmutableList())));

    assertThat(NEW.run().heard(CLIENT, ClientHello.class).extensions().list())
        .anyMatch(each -> each.type() == GREASE);
    NEW.refuse(answering(told -> told.with(NOTHING)), CLIENT, Rule.EXTENSION_WAS_OFFERED);
    OLD.refuse(answering(told -> told.with(NOTHING)), CLIENT, Rule.EXTENSION_WAS_OFFERED);
    NEW.refuse(encrypted, CLIENT, Rule.EXTENSION_WAS_OFFERED);
    NEW.refuse(certified, CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void a_client_passes_over_what_means_nothing_in_a_request() {
    var schemes =
        new SignatureAlgorithms(
            ImmutableList.of(new SignatureScheme(GREASE), SignatureScheme.ECDSA_SECP256R1_SHA256));
    CertificateRequest request = new CertificateRequest(STRAY, Extensions.of(NOTHING, schemes));
    Line line = Lines.inserting(request, NewSessionTicket.class);
    Duel duel =
        NEW.client(party -> party.with(policy -> policy.with(Option.POST_HANDSHAKE_AUTH)))
            .over(line);

    assertThat(duel.broken(CLIENT)).isEmpty();
    assertThat(duel.said()).contains("> Certificate");
  }

  @Test
  void a_client_passes_over_what_means_nothing_in_a_ticket() {
    Line line =
        Lines.changing(
            NewSessionTicket.class,
            ticket ->
                new NewSessionTicket(
                    ticket.lifetimeSeconds(),
                    ticket.ageAdd(),
                    ticket.nonce(),
                    ticket.ticket(),
                    ticket.extensions().with(NOTHING)));
    Duel duel = NEW.over(line);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(CLIENT, Resumable.class)).hasSize(2);
  }

  private static Line answering(UnaryOperator<Extensions> change) {
    return Lines.changing(ServerHello.class, hello -> Altered.extensions(hello, change));
  }
}
