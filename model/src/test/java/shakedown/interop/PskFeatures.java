package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import shakedown.wire.Extension;
import shakedown.wire.PskMode;

/** Keys of TLS 1.3 that both ends know, from outside or of a session before. */
final class PskFeatures {
  private PskFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
        external(Features.tls13("external PSK by psk_dhe_ke")),
        external(byKeyAlone(Features.tls13("external PSK by psk_ke"))),
        byKeyAlone(SessionFeatures.resumed(Features.tls13("ticket by psk_ke"))));
  }

  private static Feature external(Feature feature) {
    return feature
        .wishing(Wish.PRE_SHARED_KEY, Wish.NO_CERTIFICATE)
        .checking(met -> assertThat(met.last().isFull()).isFalse())
        .checking(met -> assertThat(met.last().answer(Extension.SelectedPsk.class)).isPresent());
  }

  private static Feature byKeyAlone(Feature feature) {
    return feature
        .withPolicy(feature.policy().withPskModes(PskMode.PSK_KE))
        .wishing(Wish.PSK_KE)
        .checking(met -> assertThat(met.last().answer(Extension.KeyShare.class)).isEmpty());
  }
}
