package shakedown.policy.openssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.wire.CipherSuite;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Place;
import shakedown.yaml.Reading;
import shakedown.yaml.Source;

class CipherStringTest {

  @Test
  void a_word_that_selects_nothing_is_told_with_its_place_and_the_nearest_one() {
    CipherSelection selection =
        CipherString.read(said("ECDHE+AESGCM:AES128-GCM-SHA265")).toOptional().orElseThrow();

    assertThat(selection.notes())
        .extracting(Complaint::column, Complaint::suggestion)
        .containsExactly(tuple(14, "AES128-GCM-SHA256"));
  }

  @Test
  void a_security_level_leaves_out_what_is_below_it() {
    assertThat(selected("ECDHE:kRSA:@SECLEVEL=3"))
        .isNotEmpty()
        .allMatch(CipherSuite::isForwardSecret);
  }

  @Test
  void a_string_that_selects_nothing_is_refused() {
    assertThat(CipherString.read(said("RC4")).faults())
        .extracting(Complaint::what)
        .containsExactly("RC4 selects no suite that the model has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES:*", "AES+:ALL", "ALL:@SECLEVEL=9", "ALL:@", "-", "ALL:@STRENGTHS"})
  void what_is_no_command_is_refused(String string) {
    assertThat(CipherString.read(said(string)).faults()).hasSize(1);
  }

  @Nested
  class AsOpenssl {
    @BeforeEach
    void skip() {
      OpensslCiphers.assumePresent();
    }

    @ParameterizedTest
    @MethodSource("shakedown.policy.openssl.CipherStringTest#inUse")
    void strings_in_use_select_the_same_suites_in_the_same_order(String string) {
      assertThat(selected(string)).isEqualTo(OpensslCiphers.selected(string));
    }

    @ParameterizedTest
    @MethodSource("shakedown.policy.openssl.CipherStringTest#made")
    void strings_made_at_random_select_the_same_suites_in_the_same_order(String string) {
      assertThat(selected(string)).isEqualTo(OpensslCiphers.selected(string));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384: TLS_AES_128_CCM_SHA256 :TLS_AES_128_CCM_8_SHA256",
          "TLS_AES_128_GCM_SHA265:TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256::TLS_AES_256_GCM_SHA384"
        })
    void ciphersuites_of_tls_13_are_the_same(String string) {
      assertThat(
              Ciphersuites.read(said(string))
                  .toOptional()
                  .map(CipherSelection::suites)
                  .orElseThrow())
          .isEqualTo(OpensslCiphers.selected13(string));
    }
  }

  private static ImmutableList<CipherSuite> selected(String string) {
    Reading<CipherSelection> reading = CipherString.read(said(string));
    return reading.toOptional().map(CipherSelection::suites).orElse(ImmutableList.of());
  }

  private static Node.Scalar said(String string) {
    Place place = new Place(Source.of("ciphers", string), 1, 1, string.length());
    return new Node.Scalar(place, string);
  }

  /** Mozilla's three, nginx's and Apache's defaults, distributions' and advisors' of the years. */
  static Stream<String> inUse() {
    return Stream.of(
        "HIGH:!aNULL:!MD5",
        "DEFAULT",
        "ALL",
        "COMPLEMENTOFALL:@SECLEVEL=0",
        "COMPLEMENTOFDEFAULT:@SECLEVEL=0",
        "ALL:COMPLEMENTOFALL:@SECLEVEL=0",
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
            + "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
            + "ECDHE-RSA-CHACHA20-POLY1305:DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384:"
            + "DHE-RSA-CHACHA20-POLY1305",
        "@SECLEVEL=0:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
            + "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
            + "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:"
            + "DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384:DHE-RSA-CHACHA20-POLY1305:"
            + "ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA:"
            + "ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384:ECDHE-RSA-AES256-SHA384:"
            + "ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:DHE-RSA-AES128-SHA256:"
            + "DHE-RSA-AES256-SHA256:AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA256:"
            + "AES256-SHA256:AES128-SHA:AES256-SHA:DES-CBC3-SHA",
        "EECDH+AESGCM:EDH+AESGCM",
        "EECDH+CHACHA20:EECDH+AES128:RSA+AES128:EECDH+AES256:RSA+AES256:EECDH+3DES:RSA+3DES:!MD5",
        "ECDH+AESGCM:DH+AESGCM:ECDH+AES256:DH+AES256:ECDH+AES128:DH+AES:ECDH+3DES:DH+3DES:"
            + "RSA+AESGCM:RSA+AES:RSA+3DES:!aNULL:!MD5:!DSS",
        "ALL:!ADH:!LOW:!EXP:!MD5:@STRENGTH",
        "HIGH:!aNULL:!kRSA:!PSK:!SRP:!MD5:!RC4",
        "HIGH:MEDIUM:!MD5:!RC4:!3DES",
        "kEECDH+ECDSA+AES128:kEECDH+ECDSA+AES256:kEECDH+AES128:kEECDH+AES256:kEDH+AES128:"
            + "kEDH+AES256:+SHA:!aNULL:!eNULL:!LOW:!MD5:!EXP:!DSS:!PSK:!SRP:!CAMELLIA:!SEED",
        "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:DHE+CHACHA20:!aNULL:!MD5:!DSS:!AESCCM",
        "DEFAULT:!SHA1",
        "DEFAULT@SECLEVEL=1",
        "DEFAULT:@SECLEVEL=3",
        "DEFAULT:-kRSA:kRSA",
        "HIGH:DEFAULT",
        "DEFAULT+AES",
        "DEFAULTAES",
        "ECDHE+AESGCM:!aNULL:-SHA1:@STRENGTH:HIGH:kRSA:+3DES",
        "HIGH:+kRSA:+SHA:-AES256:AES256",
        "ALL:@SECLEVEL=4",
        "ALL:@SECLEVEL=5",
        "ALL@STRENGTH",
        "HIGH!aNULL",
        "HIGH,!aNULL;!MD5 !PSK",
        "PSK",
        "kPSK:kDHEPSK:kECDHEPSK:kRSAPSK",
        "aPSK:aRSA:aECDSA",
        "CHACHA20:AESGCM:CBC",
        "FIPS:!aNULL",
        "FIPS+SHA:+ECDHE",
        "TLSv1.2:TLSv1:SSLv3",
        "TLSv1.0+PSK",
        "SSLv3+kRSA:TLSv1+aRSA",
        "SHA:SHA1:SHA256:SHA384",
        "SHA384:-SHA384:SHA256:ALL",
        "AES128+SHA256:AES256",
        "AES128-SHA+AES",
        "AES128-SHA+AES256",
        "AES128-SHA+SSLv3",
        "ECDHE-PSK-AES128-CBC-SHA256+TLSv1",
        "SUITEB128",
        "SUITEB128ONLY",
        "SUITEB128C2:ALL",
        "SUITEB192",
        "ADH:AECDH:@SECLEVEL=0",
        "aNULL:eNULL:NULL:@SECLEVEL=0",
        "ALL:eNULL:@SECLEVEL=0:@STRENGTH",
        "NULL-SHA256:AES128-SHA:@SECLEVEL=0",
        "NULL-SHA256:FIPS:@SECLEVEL=0",
        "MD5:RC4",
        "nonsense",
        "aes128-sha",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "AES128-SHA:*",
        "AES128-SHA:AES+:AES256-SHA",
        "AES128-SHA:@SECLEVEL=9",
        "AES128-SHA:@SECLEVEL=23",
        "AES128-SHA:é",
        ":::",
        "AES128-SHA:-:AES256-SHA",
        "+AES128-SHA:AES256-SHA",
        "!AES128-SHA:ALL",
        "AES128-SHA:AES128-SHA:AES256-SHA:+AES128-SHA",
        "AES128-SHA AES256-SHA");
  }

  private static final ImmutableList<String> WORDS =
      ImmutableList.of(
          "ALL",
          "HIGH",
          "ECDHE",
          "DHE",
          "kRSA",
          "aRSA",
          "aECDSA",
          "ECDH",
          "DH",
          "PSK",
          "kPSK",
          "kECDHEPSK",
          "AES",
          "AES128",
          "AES256",
          "AESGCM",
          "CHACHA20",
          "CBC",
          "SHA",
          "SHA256",
          "SHA384",
          "TLSv1.2",
          "TLSv1",
          "SSLv3",
          "aNULL",
          "eNULL",
          "FIPS",
          "COMPLEMENTOFDEFAULT",
          "AES128-SHA",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "RC4",
          "CAMELLIA",
          "ADH",
          "aPSK",
          "odd");

  /** Strings of words and commands. */
  static Stream<String> made() {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, 300).mapToObj(i -> string(random));
  }

  private static String string(SplittableRandom random) {
    StringBuilder string = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
    int length = 1 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      string.append(':').append(command(random));
    }
    return string.toString();
  }

  private static String command(SplittableRandom random) {
    String verb = ImmutableList.of("", "", "", "+", "-", "!").get(random.nextInt(6));
    String word = WORDS.get(random.nextInt(WORDS.size()));
    return switch (random.nextInt(10)) {
      case 0 -> "@STRENGTH";
      case 1 -> "@SECLEVEL=" + random.nextInt(6);
      case 2, 3, 4 -> verb + word + "+" + WORDS.get(random.nextInt(WORDS.size()));
      default -> verb + word;
    };
  }
}
