package shakedown.conformance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.client12.Client12;
import shakedown.client13.Client13;
import shakedown.handshake.Input.Received;
import shakedown.machine.Duel.Visit;
import shakedown.machine.Variants;
import shakedown.server12.Server12;
import shakedown.server13.Server13;
import shakedown.wire.Message;

/** Every state and every message, at its turn and not: in both roles, in both versions. */
final class OrderTest {
  /**
   * A line of the table.
   *
   * @param takes the messages whose turn it is
   * @param drops those that come at any time, and mean nothing here
   * @param refusals the alert for those that have one of their own
   */
  record Line(
      String state,
      ImmutableSet<String> takes,
      ImmutableSet<String> drops,
      ImmutableMap<String, String> refusals) {
    @Override
    public String toString() {
      return state;
    }
  }

  private static final ImmutableList<Visit> VISITS = Variants.visits();

  /** The first of each type. */
  private static final ImmutableMap<String, Message> SAMPLES =
      Encounter.all().stream()
          .map(Encounter::message)
          .collect(
              ImmutableMap.toImmutableMap(
                  message -> message.getClass().getSimpleName(),
                  message -> message,
                  (first, _) -> first));

  static ImmutableList<Line> lines() throws IOException {
    return Resources.readLines(
            Resources.getResource("conformance/order.csv"), StandardCharsets.UTF_8)
        .stream()
        .skip(1)
        .map(OrderTest::line)
        .collect(toImmutableList());
  }

  private static Line line(String text) {
    List<String> parts = Splitter.on(',').splitToList(text);
    return new Line(parts.get(0), names(parts.get(1)), names(parts.get(2)), refusals(parts.get(3)));
  }

  private static ImmutableSet<String> names(String text) {
    return ImmutableSet.copyOf(Splitter.on(' ').omitEmptyStrings().split(text));
  }

  private static ImmutableMap<String, String> refusals(String text) {
    return ImmutableMap.copyOf(
        Splitter.on(' ').omitEmptyStrings().withKeyValueSeparator('=').split(text));
  }

  @Test
  void every_state_has_its_line() throws IOException {
    ImmutableList<String> states =
        Stream.of(Client12.class, Client13.class, Server12.class, Server13.class)
            .flatMap(OrderTest::states)
            .map(type -> type.getName().replace("shakedown.", ""))
            .collect(toImmutableList());

    assertThat(lines()).extracting(Line::state).doesNotHaveDuplicates().containsAll(states);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_message_that_is_not_its_turn_is_unexpected(Line line) {
    SAMPLES.forEach(
        (name, message) -> {
          if (!line.takes().contains(name) && !line.drops().contains(name)) {
            assertThat(outcomes(line, message))
                .as(name)
                .isNotEmpty()
                .isSubsetOf("unexpected_message", line.refusals().get(name));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_message_at_its_turn_is_taken_in_some_handshake(Line line) {
    assertThat(line.takes()).allMatch(name -> isTaken(name, line));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_message_that_means_nothing_is_dropped_or_unexpected(Line line) {
    assertThat(line.drops())
        .allSatisfy(
            name ->
                assertThat(outcomes(line, sample(name)))
                    .contains(Answer.NOTHING)
                    .isSubsetOf(Answer.NOTHING, "unexpected_message"));
  }

  private static Message sample(String name) {
    return requireNonNull(SAMPLES.get(name), name);
  }

  private static boolean isTaken(String name, Line line) {
    return visits(line)
        .flatMap(visit -> messages(name, visit).map(message -> Answer.to(message, visit)))
        .anyMatch(answer -> answer.alert().isEmpty());
  }

  /** The one that came there, and one of another session. */
  private static Stream<Message> messages(String name, Visit visit) {
    Stream<Message> came =
        visit.input() instanceof Received(Message message) ? Stream.of(message) : Stream.of();
    return Stream.concat(
        came.filter(message -> message.getClass().getSimpleName().equals(name)),
        Stream.of(sample(name)));
  }

  private static ImmutableSet<String> outcomes(Line line, Message message) {
    return visits(line)
        .map(visit -> Answer.to(message, visit).outcome())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Stream<Visit> visits(Line line) {
    return VISITS.stream().filter(visit -> visit.stateName().equals(line.state()));
  }

  private static Stream<Class<?>> states(Class<?> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses()).flatMap(OrderTest::states)
        : Stream.of(family);
  }
}
