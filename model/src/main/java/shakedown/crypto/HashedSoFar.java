package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import shakedown.wire.Codec;
import shakedown.wire.Hash;
import shakedown.wire.Structure;

/**
 * Which transcripts a session has hashed. A stack keeps a running hash, and pays for each message
 * once, however often it asks for a digest.
 */
final class HashedSoFar {
  private final Map<Hash, List<ImmutableList<Structure>>> hashed = new EnumMap<>(Hash.class);

  /** The octets of a transcript that no hash has run over yet; from now on it has. */
  int add(Hash hash, ImmutableList<Structure> structures) {
    List<ImmutableList<Structure>> before = hashed.computeIfAbsent(hash, _ -> new ArrayList<>());
    int known = before.stream().mapToInt(each -> commonPrefix(each, structures)).max().orElse(0);
    before.add(structures);
    return structures.stream()
        .skip(known)
        .mapToInt(structure -> Codec.encode(structure).length)
        .sum();
  }

  /** By identity: a transcript grows by being handed on, and values know no {@code equals}. */
  @SuppressWarnings("ReferenceEquality")
  private static int commonPrefix(
      ImmutableList<Structure> before, ImmutableList<Structure> structures) {
    int most = Math.min(before.size(), structures.size());
    int length = 0;
    while (length < most && before.get(length) == structures.get(length)) {
      length++;
    }
    return length;
  }
}
