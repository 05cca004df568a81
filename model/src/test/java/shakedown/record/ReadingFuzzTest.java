package shakedown.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Refused;
import shakedown.wire.CipherSuite;
import shakedown.wire.Dialect;
import shakedown.wire.Octets;
import shakedown.wire.Version;

/** Hostile octets: run with {@code JAZZER_FUZZ=1} to fuzz, without to play the corpus. */
class ReadingFuzzTest {
  private static final Reading TLS13 =
      Reading.START.speaking(Dialect.of(Version.TLS13, CipherSuite.TLS_CHACHA20_POLY1305_SHA256));
  private static final Reading TLS12 =
      Reading.START.speaking(
          Dialect.of(Version.TLS12, CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384));

  private static final ImmutableList<Reading> READINGS =
      ImmutableList.of(
          Reading.START,
          TLS12,
          TLS13,
          TLS13.skippingEarlyData(1 << 14),
          TLS13.under(new Stamp(0)),
          TLS12.under(new Stamp(0)),
          TLS13.under(new Stamp(0)).skippingEarlyData(1 << 14));

  @FuzzTest(maxDuration = "60s")
  void octets_fed_at_once_or_one_by_one_are_the_same_inputs(byte[] octets) {
    for (Reading reading : READINGS) {
      List<Input> atOnce = read(reading, octets, Math.max(1, octets.length));
      List<Input> oneByOne = read(reading, octets, 1);

      assertThat(oneByOne).isEqualTo(atOnce);
    }
  }

  /** Up to the first refusal: what comes after it is of no use to anyone. */
  private static List<Input> read(Reading start, byte[] octets, int pace) {
    Octets all = Octets.of(octets);
    List<Input> inputs = new ArrayList<>();
    Reading reading = start;
    for (int at = 0; at < octets.length; at += pace) {
      reading = reading.feed(all.slice(at, Math.min(octets.length, at + pace)));
      Reading.Delivery delivery = reading.next();
      while (delivery.input() != null) {
        inputs.add(delivery.input());
        if (delivery.input() instanceof Refused) {
          return inputs;
        }
        delivery = delivery.reading().next();
      }
      reading = delivery.reading();
    }
    return inputs;
  }
}
