package shakedown.machine;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.text.WordUtils;
import shakedown.handshake.Closed;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.machine.Duel.Visit;
import shakedown.rules.Rule;
import shakedown.wire.Alert;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;

/** What every state does with every message, printed; what all states do alike only once. */
final class Transitions {
  private static final int WIDTH = 96;

  /** A state that lists nothing. */
  private record Anywhere() implements Endpoint {
    @Override
    public Step on(Input input, Context context) {
      return Step.unexpected(this, input);
    }
  }

  private final ImmutableList<Input> samples;
  private final SetMultimap<String, String> anywhere = LinkedHashMultimap.create();

  /** By package and state: from what is done to the inputs that do it. */
  private final Map<String, SetMultimap<String, String>> table = new TreeMap<>();

  private Transitions(ImmutableList<Visit> visits) {
    samples = samples(visits);
    Context some = visits.getFirst().context();
    samples.forEach(sample -> anywhere.put(outcome(new Anywhere(), sample, some), name(sample)));
    visits.forEach(visit -> note(visit, visit.input()));
    SetMultimap<String, String> meant = LinkedHashMultimap.create();
    visits.forEach(visit -> meant.put(visit.stateName(), name(visit.input())));
    for (Visit visit : visits) {
      // a sample of another session says nothing about a message that is at its place
      samples.stream()
          .filter(sample -> !meant.containsEntry(visit.stateName(), name(sample)))
          .forEach(sample -> note(visit, sample));
    }
  }

  static String of(ImmutableList<Visit> visits) {
    return new Transitions(visits).print();
  }

  /** The first message of each type, and all else that can happen. */
  private static ImmutableList<Input> samples(ImmutableList<Visit> visits) {
    Map<String, Input> samples = new LinkedHashMap<>();
    for (Visit visit : visits) {
      if (visit.input() instanceof Input.Received) {
        samples.putIfAbsent(name(visit.input()), visit.input());
      }
    }
    return ImmutableList.<Input>builder()
        .addAll(samples.values())
        .add(new Input.Received(new AlertMessage(false, Alert.CLOSE_NOTIFY.code())))
        .add(new Input.Received(new AlertMessage(true, Alert.INTERNAL_ERROR.code())))
        .add(new Input.Refused(Rule.RECORD_DEPROTECTS))
        .add(new Input.TransportClosed())
        .add(new Input.Connect())
        .add(new Input.Write(Term.of("data")))
        .add(new Input.Close())
        .build();
  }

  private void note(Visit visit, Input input) {
    String outcome = outcome(visit.state(), input, visit.context());
    if (!anywhere.containsEntry(outcome, name(input))) {
      table
          .computeIfAbsent(visit.stateName(), _ -> LinkedHashMultimap.create())
          .put(outcome, name(input));
    }
  }

  private static String outcome(Endpoint state, Input input, Context context) {
    try {
      Step step = state.on(input, context);
      boolean silent = step.next().equals(state) && step.effects().isEmpty();
      return silent ? "stays as it is" : next(step) + effects(step.effects());
    } catch (IllegalArgumentException mistake) {
      return "is the caller's mistake";
    }
  }

  private static String next(Step step) {
    return step.next() instanceof Closed(var ending)
        ? "Closed " + ending
        : Visit.inner(step.next()).getClass().getSimpleName();
  }

  private static String effects(ImmutableList<Effect> effects) {
    return effects.isEmpty()
        ? ""
        : effects.stream().map(Transitions::effect).collect(joining(", ", ": ", ""));
  }

  private static String effect(Effect effect) {
    return switch (effect) {
      case Effect.Send(AlertMessage alert) ->
          Ascii.toLowerCase(Alert.of(alert.description()).orElseThrow().name());
      case Effect.Send(Message message) -> message.getClass().getSimpleName();
      case Effect.WriteUnder(var epoch, var _) -> "write " + epoch;
      case Effect.ReadUnder(var epoch, var _) -> "read " + epoch;
      case Effect.Speak(var version, var _) -> "speak " + version;
      case Effect.WriteAtMost(int octets) -> "write at most " + octets;
      case Effect.ReadAtMost(int octets) -> "read at most " + octets;
      case Effect.SkipEarlyData _ -> "skip early data";
      case Effect.Flush _ -> "flush";
      case Effect.Claim(Signal signal) -> claim(signal);
    };
  }

  private static String claim(Signal signal) {
    String name = "claim " + signal.getClass().getSimpleName();
    return switch (signal) {
      case Signal.MaySend(var permission) -> name + " " + permission;
      case Signal.DataSent(var permission, var _) -> name + " " + permission;
      case Signal.Alerted(Rule broken) -> name + " " + broken;
      default -> name;
    };
  }

  private static String name(Input input) {
    return switch (input) {
      case Input.Received(AlertMessage alert) ->
          Ascii.toLowerCase(Alert.of(alert.description()).orElseThrow().name());
      case Input.Received(Message message) -> message.getClass().getSimpleName();
      default -> input.getClass().getSimpleName();
    };
  }

  private String print() {
    return "any state, if it says nothing else\n"
        + lines(anywhere)
        + table.entrySet().stream()
            .map(entry -> "\n" + entry.getKey() + "\n" + lines(entry.getValue()))
            .collect(joining());
  }

  private static String lines(SetMultimap<String, String> outcomes) {
    return outcomes.keySet().stream()
        .map(outcome -> line(new TreeSet<>(outcomes.get(outcome)), outcome))
        .collect(joining());
  }

  private static String line(SortedSet<String> inputs, String outcome) {
    String line = String.join(", ", inputs) + " -> " + outcome;
    return "  " + WordUtils.wrap(line, WIDTH, "\n      ", false) + "\n";
  }
}
