package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import shakedown.policy.Option;
import shakedown.wire.Alert;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Message.ClientHello;

/** What the hellos settle beside the parameters. */
final class HelloFeatures {
  private HelloFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
        named(Features.tls13("server_name")),
        named(Features.tls12("server_name")),
        agreeing(Features.tls13("ALPN")),
        agreeing(Features.tls12("ALPN")),
        disagreeing(Features.tls13("ALPN without overlap is refused")),
        disagreeing(Features.tls12("ALPN without overlap is refused")),
        Features.tls12("extended_master_secret")
            .checking(met -> assertThat(met.last().answer(ExtendedMasterSecret.class)).isPresent()),
        fallenBack(Features.tls12("TLS_FALLBACK_SCSV")),
        fallenBack(Features.tls12("TLS_FALLBACK_SCSV below what both speak is refused"))
            .wishing(Wish.BETTER_SERVER)
            .refusedBy(Alert.INAPPROPRIATE_FALLBACK));
  }

  /** Servers of GnuTLS and the JDK refuse who means another, OpenSSL's tells that it was named. */
  private static Feature named(Feature feature) {
    ServerName host = new ServerName(feature.policy().host());
    return feature
        .wishing(Wish.SERVER_NAME)
        .checking(
            met ->
                assertThat(met.last().messages(ClientHello.class).getFirst().extensions())
                    .matches(sent -> sent.find(ServerName.class).equals(Optional.of(host))));
  }

  private static Feature agreeing(Feature feature) {
    var chosen = new ApplicationProtocols(Us.PROTOCOLS.subList(0, 1));
    return speaking(feature)
        .wishing(Wish.ALPN)
        .checking(
            met -> assertThat(met.last().answer(ApplicationProtocols.class)).hasValue(chosen));
  }

  private static Feature disagreeing(Feature feature) {
    return speaking(feature).wishing(Wish.OTHER_ALPN).refusedBy(Alert.NO_APPLICATION_PROTOCOL);
  }

  private static Feature speaking(Feature feature) {
    return feature.withPolicy(feature.policy().withProtocols(Us.PROTOCOLS.toArray(String[]::new)));
  }

  private static Feature fallenBack(Feature feature) {
    return Features.with(feature, Option.FALLBACK).wishing(Wish.FALLBACK);
  }
}
