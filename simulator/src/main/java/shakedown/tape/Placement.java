package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Keys;
import shakedown.handshake.Effect;
import shakedown.wire.Structure;
import shakedown.wire.Value;

/**
 * Where among the effects of a step its operations run. A pure step tells the order of both, but
 * not how they interleave; a stack computes as late as it can. So an operation runs before the
 * first effect that carries its result; what nothing carries runs where the next operation does,
 * and the last of all, checks mostly, before the next claim; no operation runs before an earlier
 * one.
 */
final class Placement {
  private Placement() {}

  /** For each operation the index of the effect before which it runs; one past the last if none. */
  static int[] of(List<Ran> operations, ImmutableList<Effect> effects) {
    List<Set<Value>> carried = effects.stream().map(Placement::values).toList();
    int[] places = new int[operations.size()];
    int last = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = firstCarrier(operations.get(i).result(), carried, effects.size());
      last = places[i] < effects.size() ? Integer.max(last, places[i]) : last;
    }
    int next = firstClaim(effects, last);
    for (int i = places.length - 1; i >= 0; i--) {
      next = places[i] < effects.size() ? Integer.min(next, places[i]) : next;
      places[i] = next;
    }
    return places;
  }

  private static int firstClaim(ImmutableList<Effect> effects, int from) {
    int index = from;
    while (index < effects.size() && !(effects.get(index) instanceof Effect.Claim)) {
      index++;
    }
    return index;
  }

  private static int firstCarrier(@Nullable Value result, List<Set<Value>> carried, int none) {
    for (int i = 0; result != null && i < carried.size(); i++) {
      if (carried.get(i).contains(result)) {
        return i;
      }
    }
    return none;
  }

  private static Set<Value> values(Effect effect) {
    Set<Value> values = Collections.newSetFromMap(new IdentityHashMap<>());
    switch (effect) {
      case Effect.Send(var message) -> addAll(message, values);
      case Effect.WriteUnder(var _, Keys(var _, var _, var secret, var _)) -> values.add(secret);
      case Effect.ReadUnder(var _, Keys(var _, var _, var secret, var _)) -> values.add(secret);
      default -> {}
    }
    return values;
  }

  private static void addAll(Structure structure, Set<Value> values) {
    var _ =
        structure.map(
            (kind, value) -> {
              values.add(value);
              return value;
            });
  }
}
