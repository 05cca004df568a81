package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import shakedown.adversary.Term;

/** What can be on its way in one direction, numbered: queues of records, oldest first. */
final class Channels {
  private record Pair(int first, int second) {}

  private final Interner<ImmutableList<Term>> contents = new Interner<>();
  private final Map<Pair, Integer> joined = new HashMap<>();
  private final int empty = contents.id(ImmutableList.of());

  int empty() {
    return empty;
  }

  int id(ImmutableList<Term> records) {
    return contents.id(records);
  }

  ImmutableList<Term> records(int id) {
    return contents.get(id);
  }

  int length(int id) {
    return contents.get(id).size();
  }

  Term head(int id) {
    return contents.get(id).getFirst();
  }

  int tail(int id) {
    ImmutableList<Term> records = contents.get(id);
    return contents.id(records.subList(1, records.size()));
  }

  /** The oldest records only. */
  int prefix(int id, int kept) {
    return contents.id(contents.get(id).subList(0, kept));
  }

  int append(int id, int more) {
    if (more == empty) {
      return id;
    }
    return joined.computeIfAbsent(
        new Pair(id, more),
        pair ->
            contents.id(
                ImmutableList.<Term>builder()
                    .addAll(contents.get(pair.first()))
                    .addAll(contents.get(pair.second()))
                    .build()));
  }
}
