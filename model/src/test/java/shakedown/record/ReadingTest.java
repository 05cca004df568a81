package shakedown.record;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.record.WritingTest.octets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.choices.Choices;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.Refused;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Dialect;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Message.Finished;
import shakedown.wire.Octets;
import shakedown.wire.Version;

class ReadingTest {
  private static final Dialect TLS12 =
      Dialect.of(Version.TLS12, CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);
  private static final Dialect TLS13 =
      Dialect.of(Version.TLS13, CipherSuite.TLS_AES_128_GCM_SHA256);
  private static final Stamp KEY = new Stamp(7);
  private static final Stamp EARLY_KEY = new Stamp(9);
  private static final Reading PLAIN = Reading.START.speaking(TLS13);
  private static final Reading SEALED = PLAIN.under(KEY);

  private static final Message FINISHED = new Finished(octets("0102"));
  private static final String FINISHED_OCTETS = "14 000002 0102";

  @Test
  void octets_cut_anywhere_are_the_same_inputs() {
    Octets all =
        octets("16 0301 0004 14 000002")
            .plus(octets("16 0303 0006 0102 14 000001"))
            .plus(octets("16 0303 0001 03"))
            .plus(octets("15 0303 0002 0100"));

    for (var choices = new Choices(); choices.next(); ) {
      int first = choices.below(Octets.length(all) + 1);
      int second = first + choices.below(Octets.length(all) - first + 1);

      List<Input> inputs =
          read(
              PLAIN,
              all.slice(0, first),
              all.slice(first, second),
              all.slice(second, Octets.length(all)));

      assertThat(inputs)
          .as("%s", choices)
          .containsExactly(
              new Received(FINISHED),
              new Received(new Finished(octets("03"))),
              new Received(new AlertMessage(false, 0)));
    }
  }

  @Test
  void what_is_written_is_read() {
    List<Message> messages =
        List.of(
            FINISHED,
            new Finished(Octets.of(new byte[40_000])),
            new EndOfEarlyData(),
            new ChangeCipherSpec(),
            new AlertMessage(true, 10),
            new ApplicationData(octets("00ff")));
    Writing writing = Writing.START.speaking(TLS13).under(KEY);
    Reading reading = SEALED;
    List<Input> inputs = new ArrayList<>();

    for (Message message : messages) {
      Writing.Written written = writing.write(message);
      writing = written.writing();
      for (Octets each : written.records()) {
        reading = reading.feed(each);
        Reading.Delivery delivery = reading.next();
        reading = delivery.reading();
        if (delivery.input() != null) {
          inputs.add(delivery.input());
        }
      }
    }

    assertThat(inputs).isEqualTo(messages.stream().map(Received::new).toList());
  }

  @Test
  void a_record_under_another_key_or_out_of_order_does_not_open() {
    Octets other = new Stamp(8).seal(0, 22, octets(FINISHED_OCTETS));
    Octets late = KEY.seal(1, 22, octets(FINISHED_OCTETS));

    assertThat(read(SEALED, other)).containsExactly(new Refused(Rule.RECORD_DEPROTECTS));
    assertThat(read(SEALED, late)).containsExactly(new Refused(Rule.RECORD_DEPROTECTS));
  }

  @Test
  void a_hello_of_ssl2_is_refused_at_once() {
    Octets hello = octets("802e 01 0301 0015");

    assertThat(read(Reading.START, hello)).containsExactly(new Refused(Rule.SSL2_HELLO_REFUSED));
  }

  @Test
  void handshake_octets_do_not_reach_over_a_key_change() {
    Octets two = octets("16 0303 000c" + FINISHED_OCTETS + FINISHED_OCTETS);

    Reading.Delivery first = PLAIN.feed(two).next();

    assertThat(first.input()).isEqualTo(new Received(FINISHED));
    assertThat(read(first.reading().under(KEY)))
        .containsExactly(new Refused(Rule.KEY_CHANGE_AT_RECORD_BOUNDARY));
  }

  @Test
  void records_of_another_type_do_not_come_between_fragments() {
    Octets half = octets("16 0303 0005 14 000002 01");

    assertThat(read(PLAIN, half, octets("14 0303 0001 01")))
        .containsExactly(new Refused(Rule.HANDSHAKE_NOT_INTERLEAVED));
    assertThat(read(PLAIN, half, octets("15 0303 0002 0100")))
        .containsExactly(new Refused(Rule.HANDSHAKE_NOT_INTERLEAVED));
  }

  @ParameterizedTest
  @CsvSource({
    "17 0303 0001 00, APPLICATION_DATA_PROTECTED",
    "18 0303 0001, RECORD_TYPE_KNOWN",
    "47 4554 202f, RECORD_TYPE_KNOWN",
    "16 0303 0000, NO_EMPTY_HANDSHAKE_RECORD",
    "15 0303 0000, NO_EMPTY_HANDSHAKE_RECORD",
    "14 0303 0001 02, CCS_IS_ONE",
    "14 0303 0002 0101, CCS_IS_ONE",
    "15 0303 0001 02, ONE_ALERT_PER_RECORD",
    "15 0303 0004 0228 0228, ONE_ALERT_PER_RECORD",
    "15 0303 0002 0300, ALERT_LEVEL_KNOWN",
    "16 0303 4001, PLAINTEXT_LENGTH_BOUNDED",
    "16 0303 0004 63000000, MESSAGE_IN_ORDER",
    "16 0303 0004 01000000, MESSAGE_PARSES",
    "16 0303 0004 14ffffff, MESSAGE_PARSES"
  })
  void a_malformed_record_is_refused(String record, Rule broken) {
    assertThat(read(PLAIN, octets(record)).getFirst()).isEqualTo(new Refused(broken));
  }

  @Test
  void a_record_of_zeros_says_not_what_it_holds() {
    assertThat(read(SEALED, KEY.seal(0, 0, Octets.EMPTY, 3)))
        .containsExactly(new Refused(Rule.INNER_TYPE_PRESENT));
    assertThat(read(SEALED, KEY.seal(0, 24, octets("00"))))
        .containsExactly(new Refused(Rule.RECORD_TYPE_KNOWN));
  }

  @Test
  void padding_is_no_content() {
    assertThat(read(SEALED, KEY.seal(0, 22, octets(FINISHED_OCTETS), 100)))
        .containsExactly(new Received(FINISHED));
  }

  @Test
  void a_record_of_tls12_is_of_version_three_three_once_it_is_chosen() {
    Octets old = octets("16 0301 0004 0e000000");

    assertThat(read(Reading.START.speaking(TLS12), old))
        .containsExactly(new Refused(Rule.TLS12_RECORD_VERSION_IS_THREE_THREE));
    assertThat(read(PLAIN, octets("16 0301 0006" + FINISHED_OCTETS)))
        .containsExactly(new Received(FINISHED));
  }

  @Test
  void a_record_is_as_large_as_was_agreed_on_with_its_type_and_padding() {
    Octets most = KEY.seal(0, 23, Octets.of(new byte[63]));
    Octets more = KEY.seal(0, 23, Octets.of(new byte[64]));
    Octets padded = KEY.seal(0, 23, Octets.of(new byte[60]), 4);

    assertThat(read(SEALED.atMost(64), most)).hasSize(1);
    assertThat(read(SEALED.atMost(64), more))
        .containsExactly(new Refused(Rule.RECORD_SIZE_LIMIT_KEPT));
    assertThat(read(SEALED.atMost(64), padded))
        .containsExactly(new Refused(Rule.RECORD_SIZE_LIMIT_KEPT));
  }

  @Test
  void a_plain_record_is_as_large_as_was_agreed_on() {
    Reading small = Reading.START.speaking(TLS12).atMost(512);

    assertThat(read(small, octets("16 0303 0200"))).isEmpty();
    assertThat(read(small, octets("16 0303 0201")))
        .containsExactly(new Refused(Rule.RECORD_SIZE_LIMIT_KEPT));
  }

  @Test
  void a_sealed_record_larger_than_was_agreed_on_is_not_opened() {
    Reading small = SEALED.atMost(512);

    assertThat(read(small, octets("17 0303 02ff"))).isEmpty();
    assertThat(read(small, octets("17 0303 0300")))
        .containsExactly(new Refused(Rule.RECORD_SIZE_LIMIT_KEPT));
  }

  @Test
  void early_data_that_is_skipped_may_be_larger_than_was_agreed_on() {
    Octets early = EARLY_KEY.seal(0, 23, Octets.of(new byte[8192]));
    Octets finished = KEY.seal(0, 22, octets(FINISHED_OCTETS));

    assertThat(read(SEALED.atMost(64).skippingEarlyData(1 << 14), early, finished))
        .containsExactly(new Received(FINISHED));
  }

  @Test
  void a_sealed_record_over_the_limit_is_refused_before_it_is_there() {
    assertThat(read(SEALED, octets("17 0303 4101")))
        .containsExactly(new Refused(Rule.CIPHERTEXT_LENGTH_BOUNDED));
    assertThat(read(SEALED.speaking(TLS12), octets("17 0303 4101"))).isEmpty();
    assertThat(read(SEALED.speaking(TLS12), octets("17 0303 4801")))
        .containsExactly(new Refused(Rule.CIPHERTEXT_LENGTH_BOUNDED));
  }

  @Test
  void content_over_the_limit_is_refused_though_its_record_is_not() {
    Octets tooMuch = KEY.seal(0, 23, Octets.of(new byte[16385]));
    Octets padded = KEY.seal(0, 23, Octets.of(new byte[16384]), 1);

    assertThat(read(SEALED, tooMuch)).containsExactly(new Refused(Rule.PLAINTEXT_LENGTH_BOUNDED));
    assertThat(read(SEALED, padded)).containsExactly(new Refused(Rule.PLAINTEXT_LENGTH_BOUNDED));
  }

  @Test
  void a_change_cipher_spec_of_tls13_is_plain_between_sealed_records() {
    Octets before = KEY.seal(0, 22, octets(FINISHED_OCTETS));
    Octets after = KEY.seal(1, 22, octets(FINISHED_OCTETS));

    assertThat(read(SEALED, before, octets("14 0303 0001 01"), after))
        .containsExactly(
            new Received(FINISHED), new Received(new ChangeCipherSpec()), new Received(FINISHED));
    assertThat(read(SEALED, KEY.seal(0, 20, octets("01"))))
        .containsExactly(new Refused(Rule.CCS_NOT_PROTECTED));
    assertThat(read(SEALED.speaking(TLS12), octets("14 0303 0001 01")))
        .containsExactly(new Refused(Rule.RECORD_DEPROTECTS));
  }

  @Test
  void refused_early_data_is_skipped_and_not_counted() {
    Octets early = EARLY_KEY.seal(0, 23, octets("aabb"));
    Octets more = EARLY_KEY.seal(1, 23, octets("cc"));
    Octets finished = KEY.seal(0, 22, octets(FINISHED_OCTETS));

    List<Input> inputs =
        read(
            SEALED.skippingEarlyData(1 << 14),
            early,
            octets("14 0303 0001 01"),
            more,
            finished,
            early);

    assertThat(inputs)
        .containsExactly(
            new Received(new ChangeCipherSpec()),
            new Received(FINISHED),
            new Refused(Rule.RECORD_DEPROTECTS));
  }

  @Test
  void early_data_after_a_retry_is_skipped_until_a_plain_hello() {
    Octets early = EARLY_KEY.seal(0, 23, octets("aabb"));
    Octets plain = octets("16 0303 0006" + FINISHED_OCTETS);

    assertThat(read(PLAIN.skippingEarlyData(1 << 14), early, early, plain, early))
        .containsExactly(new Received(FINISHED), new Refused(Rule.APPLICATION_DATA_PROTECTED));
  }

  @Test
  void early_data_after_a_retry_may_fill_a_sealed_record() {
    Octets early = EARLY_KEY.seal(0, 23, Octets.of(new byte[1 << 14]));

    assertThat(read(PLAIN.skippingEarlyData(1 << 14), early)).isEmpty();
  }

  @Test
  void early_data_is_taken_up_to_its_limit() {
    Octets half = KEY.seal(0, 23, Octets.of(new byte[2]));
    Octets rest = KEY.seal(1, 23, Octets.of(new byte[2]));
    Octets more = KEY.seal(2, 23, Octets.of(new byte[1]));

    assertThat(read(SEALED.takingEarlyData(4), half, rest)).hasSize(2);
    assertThat(read(SEALED.takingEarlyData(4), half, rest, more))
        .last()
        .isEqualTo(new Refused(Rule.EARLY_DATA_WITHIN_LIMIT));
  }

  @Test
  void what_comes_under_the_next_key_is_no_early_data() {
    Octets data = KEY.seal(0, 23, Octets.of(new byte[5]));

    assertThat(read(SEALED.takingEarlyData(4).under(KEY), data)).hasSize(1);
  }

  @Test
  void early_data_is_skipped_up_to_its_limit() {
    Octets half = EARLY_KEY.seal(0, 23, Octets.of(new byte[8192]));
    Octets one = EARLY_KEY.seal(0, 23, octets("aa"));

    assertThat(read(SEALED.skippingEarlyData(1 << 14), half, half)).isEmpty();
    assertThat(read(SEALED.skippingEarlyData(1 << 14), half, half, one))
        .containsExactly(new Refused(Rule.RECORD_DEPROTECTS));
  }

  @Test
  void records_without_content_are_borne_32_times() {
    List<Octets> records = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      records.add(KEY.seal(i, 23, Octets.EMPTY));
    }

    assertThat(read(SEALED, records.subList(0, 32).toArray(Octets[]::new))).isEmpty();
    assertThat(read(SEALED, records.toArray(Octets[]::new)))
        .containsExactly(new Refused(Rule.MESSAGE_IN_ORDER));
  }

  @Test
  void a_message_of_the_other_version_is_unexpected() {
    Octets serverHelloDone = octets("16 0303 0004 0e000000");

    assertThat(read(PLAIN, serverHelloDone)).containsExactly(new Refused(Rule.MESSAGE_IN_ORDER));
    assertThat(read(Reading.START.speaking(TLS12), serverHelloDone))
        .containsExactly(new Received(new Message.ServerHelloDone()));
  }

  @Test
  void a_reading_that_is_fed_stays_as_it_was() {
    Reading fed = PLAIN.feed(octets("16 0303 0006" + FINISHED_OCTETS));

    UnaryOperator<Reading> once = reading -> reading.next().reading();

    assertThat(once.apply(fed)).isEqualTo(once.apply(fed));
    assertThat(fed.next().input()).isEqualTo(new Received(FINISHED));
    assertThat(PLAIN.next().input()).isNull();
  }

  private static List<Input> read(Reading start, Octets... parts) {
    List<Input> inputs = new ArrayList<>();
    Reading reading = start;
    for (Octets part : Arrays.asList(parts)) {
      reading = drain(reading.feed(part), inputs);
    }
    drain(reading, inputs);
    return inputs;
  }

  private static Reading drain(Reading reading, List<Input> inputs) {
    Reading.Delivery delivery = reading.next();
    while (delivery.input() != null) {
      inputs.add(delivery.input());
      delivery = delivery.reading().next();
    }
    return delivery.reading();
  }
}
