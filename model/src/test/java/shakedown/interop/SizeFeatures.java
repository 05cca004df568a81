package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import shakedown.policy.Sizes;
import shakedown.wire.Extension;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.RecordSizeLimit;

/** How large records may be, and how large they are made. */
final class SizeFeatures {
  /** Less than a chain has. */
  static final int OCTETS = 512;

  private static final int CODE = 1;

  private SizeFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
        limited(Features.tls12("record_size_limit")),
        limited(Features.tls13("record_size_limit")),
        fragmented(Features.tls12("max_fragment_length")),
        fragmented(Features.tls13("max_fragment_length")),
        // whoever does not take off padding reads no message
        sized(Features.tls13("padded records of ours"), Sizes.ANY.withPadding(OCTETS)),
        Features.tls13("padded records of the peer")
            .wishing(Wish.PADDING)
            .checking(met -> assertThat(met.last().hearsPadding(OCTETS)).isTrue()));
  }

  private static Feature limited(Feature feature) {
    return answered(sized(feature, new Sizes(0, OCTETS)), RecordSizeLimit.class);
  }

  private static Feature fragmented(Feature feature) {
    return answered(sized(feature, new Sizes(CODE, 0)), MaxFragmentLength.class);
  }

  /** That nobody exceeds what was agreed on, both ends see to. */
  private static Feature answered(Feature feature, Class<? extends Extension> type) {
    return feature
        .wishing(Wish.SMALL_RECORDS)
        .checking(met -> assertThat(met.last().answer(type)).isPresent());
  }

  private static Feature sized(Feature feature, Sizes sizes) {
    return feature.withPolicy(feature.policy().withSizes(sizes));
  }
}
