package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shakedown.handshake.Signal.Commit;
import shakedown.machine.Duel.Line;
import shakedown.pki.Identity;
import shakedown.rules.Rule;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Extensions;
import shakedown.wire.KeyType;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.Finished;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** Certificate, CertificateVerify and Finished of TLS 1.3 (RFC 8446 4.4). */
final class ServerProofTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.RSA));
  private static final Pair COMPRESSED =
      PAIR.client(ServerProofTest::compressing).server(ServerProofTest::compressing);
  private static final Value STRAY = Term.of("stray");

  @Test
  void an_empty_certificate_message_is_refused() {
    Line line = Lines.changing(Certificate.class, _ -> new Certificate(null, ImmutableList.of()));

    PAIR.refuse(line, CLIENT, Rule.SERVER_CERTIFICATE_NOT_EMPTY);
  }

  @Test
  void a_certificate_that_is_none_is_refused() {
    Value garbage = Term.of("garbage", "");
    Line line = Lines.changing(Certificate.class, _ -> certificate(garbage, Extensions.of()));

    PAIR.refuse(line, CLIENT, Rule.CERTIFICATE_IS_READABLE);
  }

  @Test
  void an_extension_of_a_certificate_that_was_not_asked_for_is_refused() {
    var status = Extensions.of(new Unknown(5, STRAY));
    Line line =
        Lines.changing(
            Certificate.class, shown -> certificate(shown.certificates().getFirst(), status));

    PAIR.refuse(line, CLIENT, Rule.EXTENSION_WAS_OFFERED);
  }

  @Test
  void an_answer_that_does_not_belong_in_a_certificate_is_refused() {
    var groups = Extensions.of(new SupportedGroups(ImmutableList.of()));
    Line line =
        Lines.changing(
            Certificate.class, shown -> certificate(shown.certificates().getFirst(), groups));

    PAIR.refuse(line, CLIENT, Rule.EXTENSION_IN_ITS_PLACE);
  }

  @Test
  void a_certificate_is_compressed_where_both_want_it() {
    assertThat(COMPRESSED.run().isConnected()).isTrue();
    assertThat(COMPRESSED.run().said())
        .contains("< CompressedCertificate")
        .doesNotContain("< Certificate");
    assertThat(PAIR.client(ServerProofTest::compressing).run().said()).contains("< Certificate");
    assertThat(PAIR.server(ServerProofTest::compressing).run().said()).contains("< Certificate");
  }

  @Test
  void a_compression_that_was_not_offered_is_refused() {
    Line line =
        Lines.changing(
            CompressedCertificate.class,
            shown -> new CompressedCertificate(CompressionAlgorithm.BROTLI, shown.content()));

    COMPRESSED.refuse(line, CLIENT, Rule.COMPRESSION_WAS_OFFERED);
  }

  @Test
  void a_garbled_compressed_certificate_is_refused() {
    Line line =
        Lines.changing(
            CompressedCertificate.class,
            shown -> new CompressedCertificate(shown.algorithm(), STRAY));

    COMPRESSED.refuse(line, CLIENT, Rule.CERTIFICATE_DECOMPRESSES);
  }

  @Test
  void a_chain_that_ends_at_no_anchor_is_refused() {
    Pair pair = PAIR.client(Party::trustingNobody);

    pair.refuse(Lines.UNTOUCHED, CLIENT, Rule.CHAIN_TRUSTED);
    assertThat(pair.waiving(CLIENT, Rule.CHAIN_TRUSTED).run().isConnected()).isTrue();
  }

  @Test
  void a_chain_out_of_its_time_is_refused() {
    Pair pair = PAIR.client(Party::muchLater);

    pair.refuse(Lines.UNTOUCHED, CLIENT, Rule.CHAIN_IN_VALIDITY);
    assertThat(pair.waiving(CLIENT, Rule.CHAIN_IN_VALIDITY).run().isConnected()).isTrue();
  }

  @Test
  void a_certificate_of_another_host_is_refused() {
    Identity other = Party.identity(KeyType.RSA, "other.example");
    Pair pair = PAIR.server(party -> party.credited(all -> all.withIdentity(other)));

    pair.refuse(Lines.UNTOUCHED, CLIENT, Rule.CERTIFICATE_MATCHES_NAME);
    assertThat(pair.waiving(CLIENT, Rule.CERTIFICATE_MATCHES_NAME).run().isConnected()).isTrue();
  }

  @Test
  void a_scheme_that_was_not_offered_is_refused() {
    Line line = signed(verify -> new CertificateVerify(sha1(), verify.signature()));

    PAIR.refuse(line, CLIENT, Rule.VERIFY_SCHEME_OFFERED);
  }

  @Test
  void a_scheme_of_pkcs1_is_refused() {
    Line line = signed(verify -> new CertificateVerify(SignatureScheme.RSA_PKCS1_SHA256, STRAY));

    PAIR.refuse(line, CLIENT, Rule.VERIFY_RSA_IS_PSS);
  }

  @Test
  void a_scheme_that_does_not_fit_the_key_is_refused() {
    Line line = signed(verify -> new CertificateVerify(SignatureScheme.ED25519, STRAY));

    PAIR.refuse(line, CLIENT, Rule.VERIFY_SCHEME_FITS_KEY);
  }

  @Test
  void a_signature_of_another_key_is_refused() {
    Line line = signed(verify -> new CertificateVerify(verify.scheme(), STRAY));

    PAIR.refuse(line, CLIENT, Rule.SIGNATURE_IS_VALID);
  }

  @Test
  void a_missing_signature_is_refused() {
    PAIR.refuse(Lines.losing(CertificateVerify.class), CLIENT, Rule.CERTIFICATE_VERIFY_CAME);
    PAIR.refuse(Lines.losing(Certificate.class), CLIENT, Rule.MESSAGE_IN_ORDER);
  }

  @ParameterizedTest
  @EnumSource
  void a_finished_of_another_secret_is_refused(Role forged) {
    Rule rule = forged == CLIENT ? Rule.CLIENT_FINISHED_IS_VALID : Rule.SERVER_FINISHED_IS_VALID;
    Line line = Lines.from(forged, Lines.changing(Finished.class, _ -> new Finished(STRAY)));

    PAIR.refuse(line, forged.peer(), rule);
    assertThat(PAIR.over(line).claims(forged.peer(), Commit.class)).isEmpty();
  }

  private static Party compressing(Party party) {
    return party.with(policy -> policy.withCompressions(CompressionAlgorithm.ZLIB));
  }

  private static Certificate certificate(Value leaf, Extensions extensions) {
    return new Certificate(null, ImmutableList.of(new CertificateEntry(leaf, extensions)));
  }

  private static Line signed(UnaryOperator<CertificateVerify> change) {
    return Lines.changing(CertificateVerify.class, change);
  }

  private static SignatureScheme sha1() {
    return new SignatureScheme(0x0203);
  }
}
