package shakedown.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shakedown.adversary.Network;
import shakedown.explore.Bounds;
import shakedown.explore.BreadthFirst;
import shakedown.explore.Question;
import shakedown.explore.Search;
import shakedown.property.Catalogue;
import shakedown.property.Memory;
import shakedown.property.Property.Observed;
import shakedown.wire.Role;

class WorldTest {
  private static final ImmutableList<Observed> OBSERVERS =
      Catalogue.ALL.stream()
          .filter(Observed.class::isInstance)
          .map(Observed.class::cast)
          .collect(ImmutableList.toImmutableList());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls13-full",
        "tls13-hrr",
        "tls13-psk",
        "tls13-0rtt",
        "tls13-0rtt-retried",
        "tls12-full",
        "tls12-false-start",
        "tls12-ticket"
      })
  void tables_and_readable_code_reach_the_same_worlds(String name) {
    Scenario scenario =
        ScenarioReader.read(Path.of("scenarios", name + ".yaml")).toOptional().orElseThrow();

    assertAlike(scenario);
    assertAlike(Scenarios.over(Network.RELIABLE, scenario));
  }

  private static void assertAlike(Scenario scenario) {
    Parties parties = Parties.of(scenario);
    World world = new World(parties, scenario.network(), OBSERVERS);
    Set<DirectWorld.State> tabled = new HashSet<>();
    Question all =
        new Question.Sometimes(
            row -> {
              tabled.add(readable(world, row));
              return false;
            });
    Search search = BreadthFirst.explore(world, ImmutableList.of(all), Bounds.NONE, progress -> {});

    Set<DirectWorld.State> direct =
        new DirectWorld(parties, scenario.network(), OBSERVERS).reachable();

    assertThat(tabled).isEqualTo(direct);
    assertThat(search.states()).isEqualTo(direct.size());
  }

  private static DirectWorld.State readable(World world, int[] row) {
    var memories = ImmutableList.<Memory>builder();
    for (int i = 0; i < OBSERVERS.size(); i++) {
      memories.add(world.memory(row, i));
    }
    return new DirectWorld.State(
        side(world, row, Role.CLIENT),
        side(world, row, Role.SERVER),
        world.isCut(row),
        memories.build());
  }

  private static DirectWorld.Side side(World world, int[] row, Role who) {
    return new DirectWorld.Side(
        world.local(row, who), world.inbox(row, who), world.application(row, who));
  }
}
