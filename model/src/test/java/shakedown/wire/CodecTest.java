package shakedown.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import shakedown.choices.Choices;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Content.Truncated;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskIdentity;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Message.MessageHash;

class CodecTest {
  @Test
  void every_small_message_comes_back_as_it_was() {
    for (var choices = new Choices(); choices.next(); ) {
      Messages given = Messages.oneOf(choices);

      byte[] octets = Codec.encode(given.message(), given.dialect());

      assertThat(Codec.decode(octets, given.dialect()))
          .as("%s", choices)
          .isEqualTo(given.message());
    }
  }

  @Test
  void over_datagrams_versions_have_other_code_points_and_no_two_have_the_same() {
    var asked = new HelloVerifyRequest(Version.TLS11, Octets.of((byte) 7));

    assertThat(Codec.encode(asked, Dialect.UNDECIDED_DATAGRAM))
        .isEqualTo(hex("0300 0004 feff 0107"));
    for (int code = 0; code <= 0xffff; code++) {
      Version version = new Version(code);
      assertThat(version.overDatagrams().overDatagrams()).isEqualTo(version);
    }
  }

  @Test
  void every_message_cut_short_or_with_an_octet_more_is_refused() {
    for (var choices = new Choices(); choices.next(); ) {
      Messages given = Messages.oneOf(choices);
      byte[] octets = Codec.encode(given.message(), given.dialect());

      assertRefused(Arrays.copyOf(octets, octets.length + 1), given.dialect());
      for (int length = Math.max(0, octets.length - 40); length < octets.length; length++) {
        assertRefused(Arrays.copyOf(octets, length), given.dialect());
      }
    }
  }

  @Test
  void a_refusal_says_where_and_what_was_expected() {
    byte[] octets = hex("0f 000008 0807 0005 00000000");

    assertThatExceptionOfType(DecodeError.class)
        .isThrownBy(() -> Codec.decode(octets, Messages.TLS13))
        .satisfies(
            error -> {
              assertThat(error.offset()).isEqualTo(8);
              assertThat(error.field()).isEqualTo("signature");
            })
        .withMessage("octet 8, signature: expected 5 octets, not 4");
  }

  @Test
  void a_second_extension_of_a_type_is_for_the_endpoint_to_refuse() {
    var twice = Extensions.of(new Unknown(7, Octets.EMPTY), new Unknown(7, Octets.EMPTY));
    Message message = new EncryptedExtensions(twice);

    assertThat(Codec.decode(Codec.encode(message), Messages.TLS13)).isEqualTo(message);
    assertThat(twice.areUnique()).isFalse();
  }

  @Test
  void an_extension_after_pre_shared_key_is_for_the_endpoint_to_refuse() {
    ClientHello hello = hello(withBinders(1), new Unknown(7, Octets.EMPTY));

    assertThat(Codec.decode(Codec.encode(hello), Dialect.UNDECIDED)).isEqualTo(hello);
  }

  @Test
  void a_known_extension_where_it_means_nothing_stays_octets() {
    var extensions = Extensions.of(new SelectedVersion(Version.TLS13), new SelectedPsk(3));
    byte[] octets = Codec.encode(new EncryptedExtensions(extensions));

    Message read = Codec.decode(octets, Messages.TLS13);

    assertThat(read)
        .isEqualTo(
            new EncryptedExtensions(
                Extensions.of(
                    new Unknown(43, Octets.of(hex("0304"))),
                    new Unknown(41, Octets.of(hex("0003"))))));
  }

  @Test
  void a_length_of_16_mebibytes_allocates_nothing() {
    assertRefused(hex("0b ffffff 00 ffffff ffffff"), Messages.TLS13);
  }

  @Test
  void a_message_of_the_other_version_is_unknown() {
    byte[] update = Codec.encode(new KeyUpdate(KeyUpdate.REQUESTED));

    assertThat(Codec.knows(update[0], Messages.TLS13)).isTrue();
    assertThat(Codec.knows(update[0], Messages.RSA)).isFalse();
    assertThat(Codec.knows(update[0], Dialect.UNDECIDED)).isFalse();
    assertRefused(update, Messages.RSA);
  }

  @Test
  void a_truncated_hello_ends_before_its_binders() {
    ClientHello zeros = hello(withBinders(0));
    ClientHello filled = hello(withBinders(9));

    byte[] truncated = Codec.encode(new Truncated(zeros));

    byte[] whole = Codec.encode(filled);
    assertThat(Codec.encode(new Truncated(filled))).isEqualTo(truncated);
    assertThat(truncated).isEqualTo(Arrays.copyOf(whole, whole.length - 2 - 33 - 49));
  }

  @Test
  void a_truncated_hello_without_binders_is_the_hello() {
    ClientHello hello = hello(new ServerName("a.example"));

    assertThat(Codec.encode(new Truncated(hello))).isEqualTo(Codec.encode(hello));
  }

  @Test
  void a_message_hash_has_the_header_of_rfc_8446_section_4_4_1() {
    byte[] octets = Codec.encode(new MessageHash(Messages.octets(32)));

    assertThat(octets).startsWith(hex("fe 000020")).hasSize(36);
    assertRefused(octets, Messages.TLS13);
  }

  @Test
  void a_signed_transcript_begins_as_in_rfc_8446_section_4_4_3() {
    byte[] octets =
        Codec.encode(new SignedTranscript(SignedTranscript.SERVER, Octets.of(hex("0101"))));

    assertThat(octets)
        .isEqualTo(
            hex(
                "20".repeat(64)
                    + "544c5320312e332c20736572766572204365727469666963617465566572696679"
                    + "00 0101"));
  }

  @Test
  void a_sealed_session_comes_back() {
    for (boolean extended : new boolean[] {false, true}) {
      var session =
          new SealedSession(
              Version.TLS12,
              CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256,
              extended,
              new Remembered("www.example", "", 4, "Jürgen"),
              Messages.octets(48));

      assertThat(Codec.decodeSession(Codec.encode(session))).isEqualTo(session);
    }
    assertThatExceptionOfType(DecodeError.class)
        .isThrownBy(() -> Codec.decodeSession(hex("0303 009c 02 0000 0000 0000 01 00")));
  }

  @Test
  void a_session_of_somebody_whose_name_is_no_text_is_none() {
    assertThatExceptionOfType(DecodeError.class)
        .isThrownBy(() -> Codec.decodeSession(hex("0303 009c 00 0000 0000 0001 ff 01 00")))
        .withMessageContaining("client");
  }

  @Test
  void an_alert_is_two_octets() {
    assertThat(Codec.encode(new AlertMessage(true, 40))).isEqualTo(hex("02 28"));
    assertThat(Codec.encode(new AlertMessage(false, 0))).isEqualTo(hex("01 00"));
  }

  @Test
  void a_field_too_long_for_its_length_is_not_written() {
    var tooLong = new Extension.RenegotiationInfo(Messages.octets(256), null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.encode(tooLong))
        .withMessage("256 does not fit into 1 octets");
  }

  private static ClientHello hello(Extension... extensions) {
    return new ClientHello(
        Version.TLS12,
        Messages.octets(32),
        null,
        null,
        ImmutableList.of(CipherSuite.TLS_AES_128_GCM_SHA256),
        ImmutableList.of(0),
        Extensions.of(extensions));
  }

  private static PreSharedKeys withBinders(int each) {
    byte[] one = new byte[32];
    byte[] two = new byte[48];
    Arrays.fill(one, (byte) each);
    Arrays.fill(two, (byte) each);
    return new PreSharedKeys(
        ImmutableList.of(
            new PskIdentity(Messages.octets(20), Messages.octets(4)),
            new PskIdentity(Messages.octets(20), Messages.octets(4))),
        ImmutableList.of(Octets.of(one), Octets.of(two)));
  }

  private static void assertRefused(byte[] octets, Dialect dialect) {
    assertThatExceptionOfType(DecodeError.class).isThrownBy(() -> Codec.decode(octets, dialect));
  }

  private static byte[] hex(String octets) {
    return HexFormat.of().parseHex(octets.replace(" ", ""));
  }
}
