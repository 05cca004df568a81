package shakedown.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private record Event(long time, long order) {}

  @Test
  void events_leave_by_time_and_then_in_the_order_of_their_numbers() {
    Random random = new Random(1);
    EventQueue queue = new EventQueue();
    PriorityQueue<Event> expected =
        new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::order));
    for (long order = 0; order < 20_000; order++) {
      Event event = new Event(random.nextInt(500), order);
      queue.add(event.time(), event.order(), -event.order());
      expected.add(event);
      if (random.nextInt(3) == 0) {
        assertFirst(queue, expected.remove());
      }
    }

    while (!expected.isEmpty()) {
      assertFirst(queue, expected.remove());
    }

    assertThat(queue.isEmpty()).isTrue();
  }

  private static void assertFirst(EventQueue queue, Event event) {
    assertThat(queue.firstTime()).isEqualTo(event.time());
    assertThat(queue.firstPayload()).isEqualTo(-event.order());
    queue.removeFirst();
  }
}
