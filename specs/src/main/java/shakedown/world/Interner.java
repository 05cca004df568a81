package shakedown.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers things in the order in which it is first shown them. */
final class Interner<T> {
  private final Map<T, Integer> ids = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  int id(T thing) {
    int next = things.size();
    Integer known = ids.putIfAbsent(thing, next);
    if (known != null) {
      return known;
    }
    things.add(thing);
    return next;
  }

  T get(int id) {
    return things.get(id);
  }

  int size() {
    return things.size();
  }
}
