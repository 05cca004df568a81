package shakedown.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The explorer against one that is too simple to be wrong. */
class NaiveExplorerTest {
  @Test
  void all_graphs_of_three_nodes_are_explored_alike() {
    for (int edges = 0; edges < 1 << 9; edges++) {
      for (int goal = 0; goal < 3; goal++) {
        assertAlike(Systems.graph(3, edges), goal, "edges " + edges);
      }
    }
  }

  @Test
  void all_graphs_of_four_nodes_are_explored_alike() {
    for (int edges = 0; edges < 1 << 16; edges += 7) {
      assertAlike(Systems.graph(4, edges), 3, "edges " + edges);
    }
  }

  @Test
  void random_systems_are_explored_alike() {
    for (int seed = 0; seed < 200; seed++) {
      assertAlike(random(seed), seed % 7, "seed " + seed);
    }
  }

  private record Naive(Map<ImmutableIntArray, Integer> levels, long transitions, long deadlocks) {}

  private static void assertAlike(TransitionSystem system, int goal, String which) {
    Naive naive = naive(system);
    Search search =
        BreadthFirst.explore(
            system,
            ImmutableList.of(new Question.Sometimes(row -> row[0] == goal)),
            Bounds.NONE,
            Systems.SILENT);

    assertThat(search.states()).as(which).isEqualTo(naive.levels.size());
    assertThat(search.transitions()).as(which).isEqualTo(naive.transitions);
    assertThat(search.deadlocks()).as(which).isEqualTo(naive.deadlocks);
    assertThat(search.depth())
        .as(which)
        .isEqualTo(naive.levels.values().stream().mapToInt(level -> level).max().orElseThrow());
    int found =
        search.verdicts().getFirst() instanceof Verdict.Reached(Path path) ? path.length() : -1;
    assertThat(found)
        .as(which)
        .isEqualTo(
            naive.levels.entrySet().stream()
                .filter(entry -> entry.getKey().get(0) == goal)
                .mapToInt(Map.Entry::getValue)
                .min()
                .orElse(-1));
  }

  private static Naive naive(TransitionSystem system) {
    Map<ImmutableIntArray, Integer> levels = new HashMap<>();
    Deque<ImmutableIntArray> queue = new ArrayDeque<>();
    system.start(
        (action, row) -> {
          levels.putIfAbsent(ImmutableIntArray.copyOf(row), 0);
          queue.add(ImmutableIntArray.copyOf(row));
        });
    long transitions = 0;
    long deadlocks = 0;
    while (!queue.isEmpty()) {
      ImmutableIntArray row = queue.remove();
      int level = levels.getOrDefault(row, 0);
      List<ImmutableIntArray> next = new ArrayList<>();
      system.successors(
          row.toArray(), (action, successor) -> next.add(ImmutableIntArray.copyOf(successor)));
      transitions += next.size();
      deadlocks += next.isEmpty() ? 1 : 0;
      for (ImmutableIntArray successor : next) {
        if (levels.putIfAbsent(successor, level + 1) == null) {
          queue.add(successor);
        }
      }
    }
    return new Naive(levels, transitions, deadlocks);
  }

  /** Up to 7^3 rows of three ints, each with up to three successors that depend on it alone. */
  private static TransitionSystem random(int seed) {
    return new Systems.Made(
        3,
        sink -> sink.add(0, new int[3]),
        (row, sink) -> {
          var random = new SplittableRandom(seed * 1_000L + row[0] * 49L + row[1] * 7L + row[2]);
          int count = random.nextInt(4);
          for (int i = 0; i < count; i++) {
            sink.add(i, new int[] {random.nextInt(7), random.nextInt(7), random.nextInt(7)});
          }
        });
  }
}
