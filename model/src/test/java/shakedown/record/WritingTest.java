package shakedown.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shakedown.record.Writing.Written;
import shakedown.wire.CipherSuite;
import shakedown.wire.Dialect;
import shakedown.wire.Extensions;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.Finished;
import shakedown.wire.Octets;
import shakedown.wire.Version;

class WritingTest {
  private static final Dialect TLS12 =
      Dialect.of(Version.TLS12, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);
  private static final Dialect TLS13 =
      Dialect.of(Version.TLS13, CipherSuite.TLS_AES_128_GCM_SHA256);
  private static final Stamp KEY = new Stamp(7);

  @Test
  void a_plain_message_is_one_record_with_a_header() {
    Written written = Writing.START.write(new Finished(octets("0102")));

    assertThat(written.records()).containsExactly(octets("16 0303 0006 14 000002 0102"));
  }

  @Test
  void the_first_hello_alone_may_name_an_older_version() {
    var hello =
        new ClientHello(
            Version.TLS12,
            Octets.of(new byte[32]),
            null,
            null,
            ImmutableList.of(),
            ImmutableList.of(0),
            Extensions.ABSENT);
    Written first = Writing.START.greeting(Version.TLS10).write(hello);
    Written second = first.writing().write(hello);

    assertThat(first.records().getFirst().slice(0, 3)).isEqualTo(octets("16 0301"));
    assertThat(second.records().getFirst().slice(0, 3)).isEqualTo(octets("16 0303"));
    assertThat(Writing.START.greeting(Version.TLS10).write(new Finished(octets("01"))).records())
        .containsExactly(octets("16 0303 0005 14 000001 01"));
  }

  @Test
  void an_alert_is_a_record_of_two_octets() {
    assertThat(Writing.START.write(new AlertMessage(true, 40)).records())
        .containsExactly(octets("15 0303 0002 0228"));
  }

  @Test
  void a_long_message_is_cut_at_the_limit() {
    var data = new ApplicationData(Octets.of(new byte[40_000]));

    Written written = Writing.START.under(KEY).write(data);

    assertThat(written.records().stream().map(Octets::length))
        .containsExactly(5 + 16384 + 17, 5 + 16384 + 17, 5 + 7232 + 17);
    assertThat(written.writing().sequence()).isEqualTo(3);
  }

  @Test
  void a_message_is_cut_at_what_the_peer_takes() {
    Writing small = Writing.START.speaking(TLS13).atMost(65);

    Written sealed = small.under(KEY).write(new ApplicationData(Octets.of(new byte[100])));
    Written plain = small.speaking(TLS12).write(new Finished(Octets.of(new byte[96])));

    assertThat(lengths(sealed)).containsExactly(5 + 64 + 17, 5 + 36 + 17);
    assertThat(lengths(plain)).containsExactly(5 + 65, 5 + 35);
  }

  @Test
  void a_limit_that_leaves_no_room_leaves_room_for_one_octet() {
    Written written = Writing.START.atMost(0).write(new AlertMessage(true, 40));

    assertThat(written.records())
        .containsExactly(octets("15 0303 0001 02"), octets("15 0303 0001 28"));
  }

  @Test
  void what_is_sealed_is_padded_to_a_multiple_as_far_as_the_peer_takes_it() {
    Writing padding = Writing.START.speaking(TLS13).under(KEY).paddedTo(100);
    var little = new ApplicationData(octets("00"));
    var full = new ApplicationData(Octets.of(new byte[99]));
    var more = new ApplicationData(Octets.of(new byte[100]));

    assertThat(lengths(padding.write(little))).containsExactly(5 + 100 + 16);
    assertThat(lengths(padding.write(full))).containsExactly(5 + 100 + 16);
    assertThat(lengths(padding.write(more))).containsExactly(5 + 200 + 16);
    assertThat(lengths(padding.atMost(150).write(more))).containsExactly(5 + 150 + 16);
    assertThat(lengths(padding.atMost(64).write(little))).containsExactly(5 + 64 + 16);
  }

  @Test
  void the_largest_record_has_no_room_for_padding() {
    Writing padding = Writing.START.speaking(TLS13).under(KEY).paddedTo(5);

    Written written = padding.write(new ApplicationData(Octets.of(new byte[1 << 14])));

    assertThat(lengths(written)).containsExactly(5 + (1 << 14) + 1 + 16);
  }

  private static Stream<Integer> lengths(Written written) {
    return written.records().stream().map(Octets::length);
  }

  @Test
  void records_are_counted_from_zero_under_each_key() {
    Writing once = Writing.START.under(KEY).write(new Finished(octets("01"))).writing();

    Written again = once.write(new Finished(octets("01")));
    Written other = again.writing().under(new Stamp(8)).write(new Finished(octets("01")));

    assertThat(again.records()).containsExactly(KEY.seal(1, 22, octets("14 000001 01")));
    assertThat(other.records()).containsExactly(new Stamp(8).seal(0, 22, octets("14 000001 01")));
  }

  @Test
  void a_change_cipher_spec_is_plain_and_uncounted_in_tls13_only() {
    Writing sealing = Writing.START.under(KEY);

    Written in13 = sealing.speaking(TLS13).write(new ChangeCipherSpec());
    Written in12 = sealing.speaking(TLS12).write(new ChangeCipherSpec());

    assertThat(in13.records()).containsExactly(octets("14 0303 0001 01"));
    assertThat(in13.writing().sequence()).isZero();
    assertThat(in12.records()).containsExactly(KEY.seal(0, 20, octets("01")));
  }

  @Test
  void data_of_no_octets_is_no_record() {
    assertThat(Writing.START.under(KEY).write(new ApplicationData(Octets.EMPTY)).records())
        .isEmpty();
  }

  static Octets octets(String hex) {
    return Octets.of(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
