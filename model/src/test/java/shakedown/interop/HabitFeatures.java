package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.policy.Option;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.NamedGroup;

/** How a handshake goes, whatever it agrees on. */
final class HabitFeatures {
  private HabitFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
        retried(Features.tls13("HelloRetryRequest")),
        Features.without(
                Features.tls13("without compatibility mode"), Option.MIDDLEBOX_COMPATIBILITY)
            .wishing(Wish.NO_DISGUISE),
        Features.without(
            Features.tls12("without extended_master_secret"), Option.EXTENDED_MASTER_SECRET),
        Features.with(Features.tls12("False Start"), Option.FALSE_START).wishing(Wish.FALSE_START));
  }

  /** The server wants what no client brings a share for: the JDK's brings two. */
  private static Feature retried(Feature feature) {
    return feature
        .withGroups(
            ImmutableList.of(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.SECP384R1),
            ImmutableList.of(NamedGroup.SECP384R1))
        .checking(met -> assertThat(met.last().saw(HelloRetryRequest.class)).isTrue());
  }
}
