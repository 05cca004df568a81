package shakedown.choices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  @Test
  void every_permutation_is_made_once() {
    List<List<String>> made = new ArrayList<>();

    for (var choices = new Choices(); choices.next(); ) {
      var pool = new ArrayList<>(List.of("a", "b", "c", "d"));
      var permutation = new ArrayList<String>();
      while (!pool.isEmpty()) {
        permutation.add(pool.remove(choices.below(pool.size())));
      }
      made.add(permutation);
    }

    assertThat(made).hasSize(24).doesNotHaveDuplicates();
  }

  @Test
  void every_subset_is_made_once() {
    List<List<Integer>> made = new ArrayList<>();

    for (var choices = new Choices(); choices.next(); ) {
      made.add(choices.subsetOf(List.of(1, 2, 3, 4, 5)));
    }

    assertThat(made).hasSize(32).doesNotHaveDuplicates();
  }
}
