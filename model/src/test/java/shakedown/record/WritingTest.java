package shakedown.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import shakedown.record.Writing.Written;
import shakedown.wire.CipherSuite;
import shakedown.wire.Dialect;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
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
