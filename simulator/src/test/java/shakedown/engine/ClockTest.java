package shakedown.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {
  private final Clock clock = new Clock();
  private final List<String> happened = new ArrayList<>();
  private final int handler = clock.register(number -> note("event " + number));

  @Test
  void events_of_one_instant_run_in_the_order_in_which_they_were_scheduled() {
    clock.schedule(7, handler, 1);
    clock.schedule(5, handler, 2);
    clock.schedule(7, handler, 3);
    clock.schedule(5, handler, 4);

    run();

    assertThat(happened).containsExactly("5: event 2", "5: event 4", "7: event 1", "7: event 3");
  }

  @Test
  void a_deadline_that_moves_keeps_its_place_in_the_instant() {
    Timer timer = new Timer(clock, () -> note("timer"));
    timer.set(3);
    clock.schedule(9, handler, 1);
    timer.set(9);
    clock.schedule(9, handler, 2);

    run();

    assertThat(happened).containsExactly("9: event 1", "9: timer", "9: event 2");
  }

  @Test
  void a_deadline_that_moves_forward_expires_once() {
    Timer timer = new Timer(clock, () -> note("timer"));
    timer.set(9);
    timer.set(4);

    run();

    assertThat(happened).containsExactly("4: timer");
    assertThat(timer.isSet()).isFalse();
  }

  @Test
  void a_timer_that_was_stopped_and_set_again_keeps_the_later_place() {
    Timer timer = new Timer(clock, () -> note("timer"));
    timer.set(4);
    timer.stop();
    clock.schedule(4, handler, 1);
    timer.set(4);

    run();

    assertThat(happened).containsExactly("4: event 1", "4: timer");
  }

  @Test
  void a_timer_that_was_reset_forgets_its_event() {
    Timer timer = new Timer(clock, () -> note("timer"));
    timer.set(4);
    timer.reset();

    run();

    assertThat(happened).isEmpty();
  }

  @Test
  void nothing_can_be_scheduled_in_the_past() {
    clock.schedule(5, handler, 1);
    clock.step();

    assertThatThrownBy(() -> clock.schedule(4, handler, 2))
        .isInstanceOf(AssertionError.class)
        .hasMessage("an event at 4 ns, but it is 5 ns");
  }

  private void note(String what) {
    happened.add(clock.now() + ": " + what);
  }

  private void run() {
    while (!clock.isIdle()) {
      clock.step();
    }
  }
}
