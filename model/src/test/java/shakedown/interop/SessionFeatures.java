package shakedown.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import shakedown.handshake.Signal;
import shakedown.policy.Option;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Message.ClientHello;

/** Sessions that are resumed. */
final class SessionFeatures {
  private SessionFeatures() {}

  static Stream<Feature> all() {
    return Stream.of(
        resumed(Features.tls13("ticket")),
        resumed(Features.with(Features.tls13("early data"), Option.EARLY_DATA))
            .wishing(Wish.EARLY_DATA)
            .checking(SessionFeatures::earlyDataWasTaken),
        resumed(Features.with(Features.tls13("early data refused"), Option.EARLY_DATA))
            .wishing(Wish.EARLY_DATA, Wish.LATE)
            .checking(SessionFeatures::earlyDataWasRefused),
        HabitFeatures.retried(
                resumed(
                    Features.with(
                        Features.tls13("early data before HelloRetryRequest"), Option.EARLY_DATA)))
            .wishing(Wish.EARLY_DATA)
            .checking(SessionFeatures::earlyDataWasRefused),
        resumed(Features.without(Features.tls12("ticket"), Option.SESSION_IDS))
            .wishing(Wish.NO_SESSION_ID),
        resumed(Features.without(Features.tls12("session id"), Option.TICKETS))
            .wishing(Wish.NO_TICKET),
        resumed(
            Features.without(
                Features.tls12("ticket without extended_master_secret"),
                Option.EXTENDED_MASTER_SECRET)));
  }

  static Feature resumed(Feature feature) {
    return feature
        .wishing(Wish.RESUMPTION)
        .checking(met -> assertThat(met.first().isFull()).isTrue())
        .checking(met -> assertThat(met.last().isFull()).isFalse());
  }

  /** It was offered all the same. */
  private static void earlyDataWasRefused(Meeting met) {
    Ours last = met.last();
    assertThat(last.messages(ClientHello.class).getFirst().extensions().has(EarlyData.class))
        .isTrue();
    assertThat(last.answer(EarlyData.class)).isEmpty();
    assertThat(last.heard()).doesNotContain(Us.EARLY);
  }

  private static void earlyDataWasTaken(Meeting met) {
    Ours last = met.last();
    boolean server = last.heard().startsWith(Us.EARLY);
    boolean client = last.signals(Signal.EarlyDataAccepted.class).size() == 1;
    assertThat(server || client).isTrue();
  }
}
