package shakedown.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shakedown.engine.Clock;

class CpuTest {
  private final Clock clock = new Clock();
  private final List<String> ended = new ArrayList<>();

  @Test
  void tasks_wait_for_a_core_in_the_order_in_which_they_came() {
    Cpu cpu = new Cpu(clock, 2);
    for (int nanos : new int[] {10, 30, 5, 5}) {
      take(cpu, nanos);
    }
    assertThat(cpu.waiting()).isEqualTo(2);

    run();

    assertThat(ended).containsExactly("10 took 10", "15 took 5", "20 took 5", "30 took 30");
    assertThat(cpu.busyNanos()).isEqualTo(50);
  }

  @Test
  void many_tasks_that_take_no_time_do_not_pile_up() {
    Cpu cpu = new Cpu(clock, 1);
    take(cpu, 10);
    int[] granted = new int[1];
    for (int i = 0; i < 100_000; i++) {
      cpu.acquire(
          () -> {
            granted[0]++;
            cpu.release();
          });
    }

    run();

    assertThat(granted[0]).isEqualTo(100_000);
  }

  private void take(Cpu cpu, int nanos) {
    int computed =
        clock.register(
            _ -> {
              ended.add(clock.now() + " took " + nanos);
              cpu.release();
            });
    cpu.acquire(() -> clock.schedule(clock.now() + nanos, computed, 0));
  }

  private void run() {
    while (!clock.isIdle()) {
      clock.step();
    }
  }
}
