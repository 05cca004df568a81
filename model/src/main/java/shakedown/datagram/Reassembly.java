package shakedown.datagram;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.TreeMap;
import shakedown.wire.Octets;

/**
 * Fragments on their way to messages, of which there is one at a time (RFC 6347 4.2.2). Bounded.
 *
 * @param next the number of the message that is due
 * @param waiting by message number
 */
record Reassembly(int next, ImmutableSortedMap<Integer, Partial> waiting) {
  /** Where this number is due. */
  static Reassembly from(int next) {
    return new Reassembly(next, ImmutableSortedMap.of());
  }

  /** Whether its message was taken before. */
  boolean isOld(Fragment fragment) {
    return fragment.number() < next;
  }

  /** Whether it is sound, of use, and there is room for it. */
  boolean takes(Fragment fragment) {
    int room = Limits.WAITING - (fragment.number() == next ? 0 : size());
    Partial before = waiting.get(fragment.number());
    return fragment.number() >= next
        && fragment.number() < next + Limits.AHEAD
        && fragment.isSound()
        && Octets.length(fragment.octets()) <= room
        && (before == null || before.takes(fragment));
  }

  /** With one more fragment that it takes. */
  Reassembly plus(Fragment fragment) {
    Partial before = waiting.get(fragment.number());
    var changed = new TreeMap<>(waiting);
    changed.put(fragment.number(), before == null ? Partial.of(fragment) : before.plus(fragment));
    return new Reassembly(next, ImmutableSortedMap.copyOfSorted(changed));
  }

  /** The message that is due, if it is whole. */
  Optional<Octets> message() {
    return Optional.ofNullable(waiting.get(next)).filter(Partial::isWhole).map(Partial::message);
  }

  /** Where the message that was due is taken. */
  Reassembly taken() {
    return new Reassembly(next + 1, waiting.tailMap(next, false));
  }

  /** Where what came of the message that is due is forgotten. */
  Reassembly without() {
    return new Reassembly(next, waiting.tailMap(next, false));
  }

  private int size() {
    return waiting.values().stream().mapToInt(Partial::size).sum();
  }
}
