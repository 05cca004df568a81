package shakedown.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowStoreTest {
  @Test
  void a_row_is_kept_once_under_the_number_of_its_arrival() {
    var store = new RowStore(3);
    Map<ImmutableIntArray, Integer> known = new HashMap<>();
    var random = new SplittableRandom(1);

    for (int i = 0; i < 300_000; i++) {
      int[] row = {random.nextInt(-40, 40), random.nextInt(40), random.nextInt(40)};
      boolean isNew = known.putIfAbsent(ImmutableIntArray.copyOf(row), known.size()) == null;
      assertThat(store.add(row, i, -i)).isEqualTo(isNew);
    }

    assertThat(store.size()).isEqualTo(known.size());
    int[] row = new int[3];
    known.forEach(
        (expected, number) -> {
          store.read(number, row);
          assertThat(ImmutableIntArray.copyOf(row)).isEqualTo(expected);
        });
  }

  @Test
  void a_row_remembers_where_it_came_from() {
    var store = new RowStore(1);
    store.add(new int[] {7}, -1, 0);
    store.add(new int[] {8}, 0, 42);
    store.add(new int[] {8}, 1, 43);

    assertThat(store.size()).isEqualTo(2);
    assertThat(store.parent(1)).isZero();
    assertThat(store.action(1)).isEqualTo(42);
  }

  @Test
  void a_row_that_is_there_already_costs_no_memory() {
    var store = new RowStore(2);
    int[] row = new int[2];
    fill(store, row);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    fill(store, row);
    long after = threads.getCurrentThreadAllocatedBytes();

    assertThat(after - before).isLessThan(10_000);
  }

  private static void fill(RowStore store, int[] row) {
    for (int i = 0; i < 100_000; i++) {
      row[0] = i;
      row[1] = -i;
      store.add(row, -1, 0);
    }
  }
}
