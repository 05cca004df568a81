package shakedown.explore;

import java.util.function.Consumer;

/** Small systems whose counts are known. */
final class Systems {
  private Systems() {}

  static final Consumer<Progress> SILENT = progress -> {};

  /** A 3 and a 5 gallon jug, filled, emptied and poured (Lamport's DieHard; TLC finds 16). */
  static TransitionSystem jugs() {
    return new Made(
        2,
        sink -> sink.add(0, new int[] {0, 0}),
        (row, sink) -> {
          int small = row[0];
          int big = row[1];
          int intoBig = Math.min(small, 5 - big);
          int intoSmall = Math.min(big, 3 - small);
          sink.add(0, new int[] {3, big});
          sink.add(1, new int[] {small, 5});
          sink.add(2, new int[] {0, big});
          sink.add(3, new int[] {small, 0});
          sink.add(4, new int[] {small - intoBig, big + intoBig});
          sink.add(5, new int[] {small + intoSmall, big - intoSmall});
        });
  }

  /** Each takes the left fork, then the right one, then puts both down (0, 1, 2 forks in hand). */
  static TransitionSystem philosophers(int count) {
    return new Made(
        count,
        sink -> sink.add(0, new int[count]),
        (row, sink) -> {
          for (int i = 0; i < count; i++) {
            boolean leftIsFree = row[(i + count - 1) % count] != 2;
            boolean rightIsFree = row[(i + 1) % count] == 0;
            if (row[i] == 2 || (row[i] == 0 ? leftIsFree : rightIsFree)) {
              int[] next = row.clone();
              next[i] = (row[i] + 1) % 3;
              sink.add(i, next);
            }
          }
        });
  }

  /** Steps right or down through a square. */
  static TransitionSystem grid(int side) {
    return new Made(
        2,
        sink -> sink.add(0, new int[] {0, 0}),
        (row, sink) -> {
          for (int i = 0; i < 2; i++) {
            if (row[i] < side - 1) {
              int[] next = row.clone();
              next[i]++;
              sink.add(i, next);
            }
          }
        });
  }

  /** A graph of up to 5 nodes: bit {@code from * nodes + to} is an edge; node 0 starts. */
  static TransitionSystem graph(int nodes, int edges) {
    return new Made(
        1,
        sink -> sink.add(0, new int[] {0}),
        (row, sink) -> {
          for (int to = 0; to < nodes; to++) {
            if ((edges >> (row[0] * nodes + to) & 1) == 1) {
              sink.add(to, new int[] {to});
            }
          }
        });
  }

  interface Successors {
    void of(int[] row, TransitionSystem.Sink sink);
  }

  record Made(int width, Consumer<TransitionSystem.Sink> starts, Successors next)
      implements TransitionSystem {
    @Override
    public void start(Sink sink) {
      starts.accept(sink);
    }

    @Override
    public void successors(int[] row, Sink sink) {
      next.of(row, sink);
    }

    @Override
    public boolean mayEnd(int[] row) {
      return false;
    }

    @Override
    public String describe(int action) {
      return "action " + action;
    }
  }
}
