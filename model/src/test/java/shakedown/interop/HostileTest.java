package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.handshake.Credentials;
import shakedown.handshake.Signal.Commit;

/** A peer that garbles what it says: an endpoint refuses or goes on, and never throws. */
class HostileTest {
  private static final int[] CHANGES = {0x01, 0x80, 0xff};
  private static final int MOST_PLACES = 250;
  private static final int RECORD_HEADER = 5;

  static Stream<Variant> variants() {
    return Stream.of(
        Variant.FULL_TLS13.getFirst(),
        Variant.RETRIED,
        Variant.FULL_TLS12.getFirst(), // ECDSA
        Variant.FULL_TLS12.get(3), // RSA signs
        Variant.FULL_TLS12.get(6), // RSA decrypts
        Variant.FULL_TLS12.get(8)); // Ed25519
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_server_survives_every_garbled_hello(Variant variant) {
    survives(variant, 0);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_client_survives_every_garbled_answer(Variant variant) {
    survives(variant, 1);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_server_survives_every_garbled_second_flight(Variant variant) {
    survives(variant, 2);
  }

  /** Garbles octets of this flight one by one; none that matters lets the endpoint commit. */
  private static void survives(Variant variant, int flight) {
    Duel duel = new Duel(variant);
    List<byte[]> heardBefore = duel.flightsHeardBefore(flight);
    byte[] said = duel.flight(flight);
    Set<Integer> ignored = recordVersions(said);
    int stride = 1 + said.length / MOST_PLACES;
    for (int at = 0; at < said.length; at += stride) {
      byte[] garbled = said.clone();
      garbled[at] ^= (byte) CHANGES[at % CHANGES.length];
      Ours hears = Duel.hearer(variant, flight);
      heardBefore.forEach(hears::receive);

      assertThatCode(() -> hears.receive(garbled)).as("octet %s", at).doesNotThrowAnyException();
      if (!ignored.contains(at)) {
        assertThat(hears.signals(Commit.class)).as("octet %s", at).isEmpty();
      }
    }
  }

  /** Where records say their version, which nobody looks at (RFC 8446 5.1). */
  private static Set<Integer> recordVersions(byte[] records) {
    Set<Integer> places = new HashSet<>();
    int at = 0;
    while (at < records.length) {
      places.add(at + 1);
      places.add(at + 2);
      at += RECORD_HEADER + ((records[at + 3] & 0xff) << 8 | (records[at + 4] & 0xff));
    }
    return places;
  }

  /** A client and a server who take turns, the client first. */
  private static final class Duel {
    private final Ours client;
    private final Ours server;
    private final List<byte[]> flights = new ArrayList<>();

    Duel(Variant variant) {
      client = hearer(variant, 1);
      server = hearer(variant, 0);
    }

    /** Who hears this flight, before any; again and again the same. */
    static Ours hearer(Variant variant, int flight) {
      if (flight % 2 == 0) {
        return Ours.server(variant.theirs(), variant.chain(), Credentials.NONE, 0);
      }
      Ours client = Ours.client(variant.ours(), variant.chain(), Credentials.NONE, 0);
      client.connect();
      return client;
    }

    byte[] flight(int number) {
      while (flights.size() <= number) {
        boolean isClients = flights.size() % 2 == 0;
        byte[] said = (isClients ? client : server).take();
        (isClients ? server : client).receive(said);
        flights.add(said);
      }
      return flights.get(number);
    }

    List<byte[]> flightsHeardBefore(int number) {
      List<byte[]> heard = new ArrayList<>();
      for (int i = number % 2; i < number; i += 2) {
        heard.add(flight(i));
      }
      return heard;
    }
  }
}
