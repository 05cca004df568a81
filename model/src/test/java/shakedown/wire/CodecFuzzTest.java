package shakedown.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** Hostile octets: run with {@code JAZZER_FUZZ=1} to fuzz, without to play the corpus. */
class CodecFuzzTest {
  private static final ImmutableList<Dialect> DIALECTS =
      ImmutableList.of(Dialect.UNDECIDED, Messages.TLS13, Messages.ECDHE, Messages.RSA);

  @FuzzTest(maxDuration = "60s")
  void any_octets_are_refused_or_written_back_as_they_were(byte[] octets) {
    for (Dialect dialect : DIALECTS) {
      check(octets, dialect);
      check(framed(octets), dialect);
    }
    checkSession(octets);
  }

  private static void check(byte[] octets, Dialect dialect) {
    Message message;
    try {
      message = Codec.decode(octets, dialect);
    } catch (DecodeError refused) {
      assertThat(refused.offset()).isBetween(0, octets.length);
      return;
    }
    assertThat(Codec.encode(message, dialect)).isEqualTo(octets);
  }

  private static void checkSession(byte[] octets) {
    Content.SealedSession session;
    try {
      session = Codec.decodeSession(octets);
    } catch (DecodeError refused) {
      assertThat(refused.offset()).isBetween(0, octets.length);
      return;
    }
    assertThat(Codec.encode(session)).isEqualTo(octets);
  }

  /** The first octet as the type, the right length, the others as the body. */
  private static byte[] framed(byte[] octets) {
    if (octets.length == 0) {
      return octets;
    }
    byte[] body = Arrays.copyOfRange(octets, 1, octets.length);
    return new Writer(false).number(1, octets[0] & 0xff).vector(3, Octets.of(body)).bytes();
  }
}
