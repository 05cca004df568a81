package shakedown.machine;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shakedown.client12.Client12;
import shakedown.client13.Client13;
import shakedown.handshake.Input;
import shakedown.machine.Duel.Visit;
import shakedown.server12.Server12;
import shakedown.server13.Server13;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Message.MessageHash;

/** The machine as a table: any change of it is a change of the file. */
final class TransitionsTest {
  private static final ImmutableSet<Class<?>> UNSAID =
      ImmutableSet.of(MessageHash.class, AlertMessage.class, HelloVerifyRequest.class);
  private static final Path PRINTED = Path.of("target", "transitions.txt");
  private static final ImmutableList<Visit> VISITS = Variants.visits();

  @Test
  void every_variant_completes() {
    assertThat(Variants.all()).allMatch(Duel::isConnected);
  }

  @Test
  void the_variants_visit_every_state() {
    ImmutableSet<Class<?>> visited =
        VISITS.stream().map(visit -> visit.state().getClass()).collect(toImmutableSet());

    assertThat(visited)
        .containsAll(
            Stream.of(Client12.class, Client13.class, Server12.class, Server13.class)
                .flatMap(TransitionsTest::states)
                .toList());
  }

  @Test
  void the_variants_say_every_message() {
    ImmutableSet<Class<?>> heard =
        VISITS.stream()
            .map(Visit::input)
            .filter(Input.Received.class::isInstance)
            .map(input -> ((Input.Received) input).message().getClass())
            .collect(toImmutableSet());

    assertThat(Message.class.getPermittedSubclasses())
        .filteredOn(type -> !UNSAID.contains(type))
        .allMatch(heard::contains);
  }

  @Test
  void every_state_does_with_every_message_what_is_written_down() throws IOException {
    String now = Transitions.of(VISITS);
    Files.writeString(PRINTED, now);

    assertThat(Resources.toString(Resources.getResource("transitions.txt"), UTF_8))
        .as("if the change is meant, copy %s to src/test/resources", PRINTED)
        .isEqualTo(now);
  }

  private static Stream<Class<?>> states(Class<?> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses()).flatMap(TransitionsTest::states)
        : Stream.of(family);
  }
}
