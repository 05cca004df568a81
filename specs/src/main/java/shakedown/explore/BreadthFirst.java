package shakedown.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Visits a system level by level, so that what it finds first is found on a shortest path. It goes
 * on after a question is answered: counts are of the whole system.
 */
public final class BreadthFirst {
  private static final int NOWHERE = -1;

  private final TransitionSystem system;
  private final ImmutableList<Question> questions;
  private final RowStore store;
  private final int[] answers;
  private final boolean[] premises;
  private int parent = NOWHERE;
  private long transitions;
  private long deadlocks;

  private BreadthFirst(TransitionSystem system, ImmutableList<Question> questions) {
    this.system = system;
    this.questions = questions;
    store = new RowStore(system.width());
    answers = new int[questions.size()];
    Arrays.fill(answers, NOWHERE);
    premises = new boolean[questions.size()];
  }

  /**
   * Explores a system within bounds and answers the questions.
   *
   * @param progress told of each level once, before it is expanded
   */
  public static Search explore(
      TransitionSystem system,
      ImmutableList<Question> questions,
      Bounds bounds,
      Consumer<Progress> progress) {
    return new BreadthFirst(system, questions).run(bounds, progress);
  }

  private Search run(Bounds bounds, Consumer<Progress> progress) {
    system.start((_, row) -> found(0, row));
    if (store.size() == 0) {
      throw new IllegalArgumentException("a system that starts nowhere; expected at least one row");
    }
    int from = 0;
    for (int level = 0; ; level++) {
      int to = store.size();
      if (from == to) {
        return end(Ended.COMPLETE, level - 1);
      }
      progress.accept(new Progress(level, to, transitions, to - from, store.bytes()));
      if (to > bounds.maxStates()) {
        return end(Ended.MAX_STATES, level);
      }
      if (level == bounds.maxDepth()) {
        return end(Ended.MAX_DEPTH, level);
      }
      expand(from, to);
      from = to;
    }
  }

  private void expand(int from, int to) {
    int[] row = new int[system.width()];
    TransitionSystem.Sink sink =
        (action, next) -> {
          transitions++;
          found(action, next);
        };
    for (parent = from; parent < to; parent++) {
      store.read(parent, row);
      long before = transitions;
      system.successors(row, sink);
      if (transitions == before && !system.mayEnd(row)) {
        deadlocked();
      }
    }
  }

  private void found(int action, int[] row) {
    if (!store.add(row, parent, action)) {
      return;
    }
    for (int q = 0; q < answers.length; q++) {
      switch (questions.get(q)) {
        case Question.Never(RowTest bad, RowTest premise) -> {
          premises[q] |= premise.holds(row);
          answer(q, bad, row);
        }
        case Question.Sometimes(RowTest good) -> answer(q, good, row);
        case Question.NoDeadlock() -> {}
      }
    }
  }

  private void answer(int question, RowTest test, int[] row) {
    if (answers[question] == NOWHERE && test.holds(row)) {
      answers[question] = store.size() - 1;
    }
  }

  private void deadlocked() {
    deadlocks++;
    for (int q = 0; q < answers.length; q++) {
      if (answers[q] == NOWHERE && questions.get(q) instanceof Question.NoDeadlock) {
        answers[q] = parent;
      }
    }
  }

  private Search end(Ended ended, int depth) {
    var verdicts = ImmutableList.<Verdict>builder();
    for (int q = 0; q < answers.length; q++) {
      verdicts.add(verdict(q, ended));
    }
    return new Search(
        store.size(), transitions, depth, deadlocks, store.bytes(), ended, verdicts.build());
  }

  private Verdict verdict(int question, Ended ended) {
    int at = answers[question];
    boolean complete = ended == Ended.COMPLETE;
    return switch (questions.get(question)) {
      case Question.Sometimes _ when at != NOWHERE -> new Verdict.Reached(path(at));
      case Question.Sometimes _ when complete -> new Verdict.NotReached();
      case Question.Sometimes _ -> new Verdict.Unknown("not reached before a bound was met");
      case Question.Never _, Question.NoDeadlock _ when at != NOWHERE ->
          new Verdict.Fails(path(at));
      case Question.Never _, Question.NoDeadlock _ when !complete -> new Verdict.HoldsWithin(ended);
      case Question.Never _ when !premises[question] -> new Verdict.HoldsVacuously();
      case Question.Never _, Question.NoDeadlock _ -> new Verdict.Holds();
    };
  }

  private Path path(int end) {
    Deque<ImmutableIntArray> rows = new ArrayDeque<>();
    Deque<Integer> actions = new ArrayDeque<>();
    int[] row = new int[system.width()];
    for (int at = end; at != NOWHERE; at = store.parent(at)) {
      store.read(at, row);
      rows.addFirst(ImmutableIntArray.copyOf(row));
      actions.addFirst(store.action(at));
    }
    actions.removeFirst();
    return new Path(ImmutableList.copyOf(rows), ImmutableIntArray.copyOf(actions));
  }
}
