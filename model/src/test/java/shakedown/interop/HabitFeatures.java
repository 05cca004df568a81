package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** How a handshake goes, whatever it agrees on. */
final class HabitFeatures {
  private HabitFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
        retried(Features.tls13("HelloRetryRequest")),
        retried(Features.with(Features.tls13("cookie"), Option.RETRY_COOKIE))
            .wishing(Wish.COOKIE)
            .checking(HabitFeatures::cookieWasAsked),
        exporting(Features.tls13("exporter")),
        exporting(Features.tls12("exporter")),
        Feature.of(
                "DHE in a field of the server's own",
                Version.TLS12,
                ChainFiles.RSA,
                CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256)
            .wishing(Wish.OWN_FIELD)
            .checking(met -> assertThat((Object) met.last().group()).isEqualTo(OwnField.group())),
        Features.without(
                Features.tls13("without compatibility mode"), Option.MIDDLEBOX_COMPATIBILITY)
            .wishing(Wish.NO_DISGUISE),
        Features.without(
            Features.tls12("without extended_master_secret"), Option.EXTENDED_MASTER_SECRET),
        Features.with(Features.tls12("False Start"), Option.FALSE_START).wishing(Wish.FALSE_START));
  }

  private static void cookieWasAsked(Meeting met) {
    HelloRetryRequest request = met.last().messages(HelloRetryRequest.class).getFirst();
    assertThat(request.extensions().find(Extension.Cookie.class)).isPresent();
  }

  private static Feature exporting(Feature feature) {
    return feature
        .wishing(Wish.EXPORTER)
        .checking(met -> assertThat(met.said()).containsIgnoringCase(met.last().exported()));
  }

  /** The server wants what no client brings a share for: the JDK's brings two. */
  static Feature retried(Feature feature) {
    return feature
        .withGroups(
            ImmutableList.of(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.SECP384R1),
            ImmutableList.of(NamedGroup.SECP384R1))
        .checking(met -> assertThat(met.last().saw(HelloRetryRequest.class)).isTrue());
  }
}
