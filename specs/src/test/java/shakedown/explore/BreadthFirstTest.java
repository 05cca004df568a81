package shakedown.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreadthFirstTest {
  private static final Question FOUR_GALLONS = new Question.Sometimes(row -> row[1] == 4);
  private static final Question NO_DEADLOCK = new Question.NoDeadlock();

  @Test
  void the_jugs_have_16_states_and_are_solved_in_six_steps() {
    Search search = explore(Systems.jugs(), FOUR_GALLONS, NO_DEADLOCK);

    assertThat(search.states()).isEqualTo(16);
    assertThat(search.transitions()).isEqualTo(96);
    assertThat(search.depth()).isEqualTo(7);
    assertThat(search.ended()).isEqualTo(Ended.COMPLETE);
    assertThat(search.verdicts().get(0))
        .isInstanceOfSatisfying(
            Verdict.Reached.class, reached -> assertThat(reached.path().length()).isEqualTo(6));
    assertThat(search.verdicts().get(1)).isEqualTo(new Verdict.Holds());
  }

  /** States are the companion Pell numbers: words over three letters in which one has one heir. */
  @Test
  void philosophers_who_all_took_their_left_fork_starve() {
    Search search = explore(Systems.philosophers(5), NO_DEADLOCK);

    assertThat(search.states()).isEqualTo(82);
    assertThat(search.deadlocks()).isEqualTo(1);
    assertThat(search.verdicts().getFirst())
        .isInstanceOfSatisfying(
            Verdict.Fails.class,
            fails -> {
              assertThat(fails.path().length()).isEqualTo(5);
              assertThat(fails.path().rows().getLast())
                  .isEqualTo(ImmutableIntArray.of(1, 1, 1, 1, 1));
            });
  }

  @Test
  void ten_philosophers_have_6726_states() {
    assertThat(explore(Systems.philosophers(10)).states()).isEqualTo(6_726);
  }

  @Test
  void a_grid_is_as_deep_as_it_is_far_to_the_other_corner() {
    Search search = explore(Systems.grid(100), NO_DEADLOCK);

    assertThat(search.states()).isEqualTo(10_000);
    assertThat(search.transitions()).isEqualTo(2 * 100 * 99);
    assertThat(search.depth()).isEqualTo(198);
    assertThat(search.deadlocks()).isEqualTo(1);
  }

  @Test
  void a_path_goes_by_actions_that_the_system_takes() {
    TransitionSystem jugs = Systems.jugs();
    Search search = explore(jugs, FOUR_GALLONS);

    Path path = ((Verdict.Reached) search.verdicts().getFirst()).path();

    assertThat(path.rows().getFirst()).isEqualTo(ImmutableIntArray.of(0, 0));
    for (int i = 0; i < path.length(); i++) {
      List<String> moves = new ArrayList<>();
      jugs.successors(
          path.rows().get(i).toArray(),
          (action, row) -> moves.add(action + " " + ImmutableIntArray.copyOf(row)));
      assertThat(moves).contains(path.actions().get(i) + " " + path.rows().get(i + 1));
    }
  }

  @Test
  void a_bound_on_states_ends_the_search_after_a_level() {
    Search search = explore(new Bounds(10, Integer.MAX_VALUE), Systems.grid(100), NO_DEADLOCK);

    assertThat(search.states()).isEqualTo(15);
    assertThat(search.depth()).isEqualTo(4);
    assertThat(search.ended()).isEqualTo(Ended.MAX_STATES);
    assertThat(search.verdicts()).containsExactly(new Verdict.HoldsWithin(Ended.MAX_STATES));
  }

  @Test
  void what_was_not_reached_within_a_bound_is_unknown() {
    Search search = explore(new Bounds(Long.MAX_VALUE, 5), Systems.jugs(), FOUR_GALLONS);

    assertThat(search.depth()).isEqualTo(5);
    assertThat(search.verdicts().getFirst()).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void what_no_state_shows_is_not_reached() {
    Search search = explore(Systems.jugs(), new Question.Sometimes(row -> row[1] == 6));

    assertThat(search.verdicts()).containsExactly(new Verdict.NotReached());
  }

  @Test
  void a_promise_whose_premise_is_never_met_holds_vacuously() {
    Question vacuous = new Question.Never(row -> false, row -> row[1] == 6);
    Question met = new Question.Never(row -> false, row -> row[1] == 5);
    Question broken = new Question.Never(row -> row[1] == 4, row -> row[1] == 4);

    Search search = explore(Systems.jugs(), vacuous, met, broken);

    assertThat(search.verdicts().get(0)).isEqualTo(new Verdict.HoldsVacuously());
    assertThat(search.verdicts().get(1)).isEqualTo(new Verdict.Holds());
    assertThat(search.verdicts().get(2)).isInstanceOf(Verdict.Fails.class);
  }

  @Test
  void progress_is_told_level_by_level() {
    List<Progress> told = new ArrayList<>();

    BreadthFirst.explore(Systems.grid(3), ImmutableList.of(), Bounds.NONE, told::add);

    assertThat(told).extracting(Progress::frontier).containsExactly(1L, 2L, 3L, 2L, 1L);
    assertThat(told).extracting(Progress::states).containsExactly(1L, 3L, 6L, 8L, 9L);
  }

  @Test
  void a_system_that_starts_nowhere_is_refused() {
    var nowhere = new Systems.Made(1, sink -> {}, (row, sink) -> {});

    assertThatIllegalArgumentException().isThrownBy(() -> explore(nowhere));
  }

  private static Search explore(TransitionSystem system, Question... questions) {
    return explore(Bounds.NONE, system, questions);
  }

  private static Search explore(Bounds bounds, TransitionSystem system, Question... questions) {
    return BreadthFirst.explore(system, ImmutableList.copyOf(questions), bounds, Systems.SILENT);
  }
}
