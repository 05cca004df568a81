package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import shakedown.policy.Option;
import shakedown.wire.Value;

/** What ends do when the handshake is over. */
final class LaterFeatures {
  private LaterFeatures() {}

  static Stream<Feature> all() {
    Feature asking = Features.tls13("post-handshake client authentication");
    Feature again =
        Features.with(Features.tls12("renegotiation by the client"), Option.RENEGOTIATION);
    Feature asked =
        Features.with(Features.tls12("renegotiation by the server"), Option.RENEGOTIATION);
    return Stream.of(
        Features.with(asking, Option.POST_HANDSHAKE_AUTH)
            .then(Deed.SERVER_AUTHENTICATES)
            .checking(LaterFeatures::clientIsKnown),
        Features.tls13("KeyUpdate by the client").then(Deed.CLIENT_UPDATES_KEYS),
        Features.tls13("KeyUpdate by the server").then(Deed.SERVER_UPDATES_KEYS),
        again.then(Deed.CLIENT_RENEGOTIATES),
        asked.then(Deed.SERVER_RENEGOTIATES));
  }

  private static void clientIsKnown(Meeting met) {
    Value leaf = Us.CLIENT.identity().chain().getFirst();
    assertThat(met.last().leaves().getLast()).isEqualTo(leaf);
  }
}
