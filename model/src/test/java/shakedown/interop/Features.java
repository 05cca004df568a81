package shakedown.interop;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.Version;

/** The rows of the matrix. */
final class Features {
  private static final CipherSuite ANY13 = CipherSuite.TLS_AES_128_GCM_SHA256;
  private static final CipherSuite ANY12 = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;

  static final ImmutableList<Feature> ALL =
      Stream.of(
              SuiteFeatures.all(),
              GroupFeatures.all(),
              SchemeFeatures.all(),
              SessionFeatures.all(),
              PskFeatures.all(),
              HabitFeatures.all(),
              HelloFeatures.all(),
              LaterFeatures.all(),
              CertificateFeatures.all(),
              SizeFeatures.all())
          .flatMap(each -> each)
          .collect(ImmutableList.toImmutableList());

  private Features() {}

  static Feature of(Matrix.Row row) {
    return ALL.stream().filter(each -> each.row().equals(row)).findFirst().orElseThrow();
  }

  static Feature tls13(String name) {
    return Feature.of(name, Version.TLS13, ChainFiles.ECDSA, ANY13);
  }

  static Feature tls12(String name) {
    return Feature.of(name, Version.TLS12, ChainFiles.ECDSA, ANY12);
  }

  static Feature with(Feature feature, Option option) {
    return feature.withPolicy(feature.policy().with(option));
  }

  static Feature without(Feature feature, Option option) {
    return feature.withPolicy(feature.policy().without(option));
  }
}
