package shakedown.calibrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shakedown.config.ProfileReader;
import shakedown.crypto.Operation;
import shakedown.host.CostProfile;

class CalibrationTest {

  @Test
  void figures_for_machines_are_read() throws IOException {
    CostProfile profile = calibrated("machine.txt");

    assertThat(nanos(profile, "sign/rsa_pss_rsae_sha256", 0)).isEqualTo(1_000_000_000 / 1264);
    assertThat(nanos(profile, "verify/ecdsa_secp256r1_sha256", 0)).isEqualTo(107_632);
    assertThat(nanos(profile, "agree/x25519", 0)).isEqualTo(44_215);
    assertThat(nanos(profile, "sign/ed25519", 0)).isEqualTo(57_963);
  }

  @Test
  void what_grows_with_octets_is_met_within_a_quarter_at_every_length() throws IOException {
    CostProfile profile = calibrated("machine.txt");

    assertThat((double) nanos(profile, "hash/sha256", 16)).isCloseTo(269, within(67.0));
    assertThat((double) nanos(profile, "hash/sha256", 1024)).isCloseTo(967, within(240.0));
    assertThat((double) nanos(profile, "hash/sha256", 16384)).isCloseTo(12_442, within(3100.0));
    assertThat((double) nanos(profile, "seal/aes_128_gcm", 16384)).isCloseTo(5483, within(1370.0));
  }

  @Test
  void figures_for_people_are_read() throws IOException {
    CostProfile profile = calibrated("people.txt");

    assertThat(nanos(profile, "decrypt/rsa_2048", 0)).isEqualTo(250_000);
    assertThat(nanos(profile, "verify/rsa_pkcs1_sha256", 0)).isEqualTo(16_276);
    assertThat(nanos(profile, "sign/ecdsa_secp256r1_sha256", 0)).isEqualTo(20_334);
    assertThat(nanos(profile, "agree/secp256r1", 0)).isEqualTo(45_313);
    assertThat(nanos(profile, "share/x25519", 0)).isEqualTo(33_133);
    assertThat(nanos(profile, "hash/sha256", 1024)).isEqualTo(697);
    assertThat(profile.operations()).containsKeys("seal/chacha20_poly1305", "verify/ed25519");
  }

  @Test
  void a_text_without_figures_makes_no_profile() {
    assertThat(Calibration.fromOpenSslSpeed("+F2:\n+F\n+H:x\nrsa\n", "x", "x")).isEmpty();
  }

  @Test
  void a_profile_that_is_written_reads_as_the_same(@TempDir Path folder) throws IOException {
    CostProfile profile = calibrated("machine.txt");
    Path file = folder.resolve("profile.yaml");

    Files.write(file, ProfileWriter.yaml(profile).getBytes(UTF_8));

    assertThat(ProfileReader.read(file).toOptional()).contains(profile);
  }

  private static CostProfile calibrated(String resource) throws IOException {
    try (var in = CalibrationTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), UTF_8);
      return Calibration.fromOpenSslSpeed(text, "test", "openssl speed: it's a test").orElseThrow();
    }
  }

  private static long nanos(CostProfile profile, String operation, int octets) {
    return profile.nanos(new Operation(operation, octets));
  }
}
