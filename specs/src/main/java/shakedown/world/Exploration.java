package shakedown.world;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import shakedown.explore.Bounds;
import shakedown.explore.BreadthFirst;
import shakedown.explore.Ended;
import shakedown.explore.Progress;
import shakedown.explore.Question;
import shakedown.explore.Search;
import shakedown.explore.Verdict;
import shakedown.property.Catalogue;
import shakedown.property.Memory;
import shakedown.property.Property;
import shakedown.property.Sometimes;

/** Explores a scenario and holds it against the catalogue. */
public final class Exploration {
  private final Scenario scenario;
  private final ImmutableList<Property> properties;
  private final ImmutableList<Property.Observed> observed;
  private final World world;

  private Exploration(Scenario scenario, ImmutableList<Property> properties) {
    this.scenario = scenario;
    this.properties = properties;
    observed =
        properties.stream()
            .filter(Property.Observed.class::isInstance)
            .map(Property.Observed.class::cast)
            .collect(toImmutableList());
    world = new World(Parties.of(scenario), scenario.network(), observed);
  }

  /**
   * Visits every world of a scenario within bounds.
   *
   * @param progress told of each level once
   */
  public static Report explore(Scenario scenario, Bounds bounds, Consumer<Progress> progress) {
    return explore(scenario, Catalogue.ALL, bounds, progress);
  }

  static Report explore(
      Scenario scenario,
      ImmutableList<Property> properties,
      Bounds bounds,
      Consumer<Progress> progress) {
    return new Exploration(scenario, properties).run(bounds, progress);
  }

  private Report run(Bounds bounds, Consumer<Progress> progress) {
    ImmutableList<Question> questions =
        properties.stream().map(this::question).collect(toImmutableList());
    Search search = BreadthFirst.explore(world, questions, bounds, progress);
    var findings = ImmutableList.<Finding>builder();
    for (int i = 0; i < properties.size(); i++) {
      findings.add(finding(properties.get(i), search.verdicts().get(i)));
    }
    return new Report(
        scenario,
        search.states(),
        search.transitions(),
        search.depth(),
        search.bytesPerState(),
        search.deadlocks(),
        bounds(bounds, search.ended()),
        search.ended() == Ended.COMPLETE,
        findings.build());
  }

  private Question question(Property property) {
    return switch (property) {
      case Property.NoDeadlock _ -> new Question.NoDeadlock();
      case Property.Observed fold -> {
        int column = observed.indexOf(fold);
        Question.Sometimes decided =
            new Question.Sometimes(row -> status(row, column) == Memory.Status.DECIDED);
        yield isSometimes(property)
            ? decided
            : new Question.Never(
                decided.good(), row -> status(row, column) != Memory.Status.UNTOUCHED);
      }
    };
  }

  private Memory.Status status(int[] row, int column) {
    return world.memory(row, column).status();
  }

  private Finding finding(Property property, Verdict verdict) {
    boolean sometimes = isSometimes(property);
    String word = word(verdict);
    String expected =
        scenario.expect().getOrDefault(property.name(), sometimes ? "reached" : "holds");
    var path =
        switch (verdict) {
          case Verdict.Fails(var broken) -> broken;
          case Verdict.Reached(var reached) -> reached;
          default -> null;
        };
    return new Finding(
        property.name(),
        property.promise(),
        sometimes ? "sometimes" : "always",
        word,
        expected,
        word.equals(expected) || isUndecided(verdict, expected),
        path == null ? null : new Narrator(world).tell(path));
  }

  /** Whether a bound ended the search before the verdict could be; an attack must be found. */
  private static boolean isUndecided(Verdict verdict, String expected) {
    boolean bounded = verdict instanceof Verdict.HoldsWithin || verdict instanceof Verdict.Unknown;
    return bounded && !expected.equals("fails");
  }

  private static boolean isSometimes(Property property) {
    return property instanceof Sometimes;
  }

  private String bounds(Bounds bounds, Ended ended) {
    String within = "1 client, 1 server, 1 request, " + scenario.network() + " network";
    return switch (ended) {
      case COMPLETE -> within;
      case MAX_STATES -> within + ", ended after " + bounds.maxStates() + " states";
      case MAX_DEPTH -> within + ", ended at level " + bounds.maxDepth();
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds _ -> "holds";
      case Verdict.HoldsVacuously _ -> "holds-vacuously";
      case Verdict.HoldsWithin _ -> "holds-within";
      case Verdict.Fails _ -> "fails";
      case Verdict.Reached _ -> "reached";
      case Verdict.NotReached _ -> "not-reached";
      case Verdict.Unknown _ -> "unknown";
    };
  }
}
