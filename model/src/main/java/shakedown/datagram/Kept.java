package shakedown.datagram;

import com.google.common.collect.ImmutableList;

/** Lists that forget their beginning. */
final class Kept {
  private Kept() {}

  static <T> ImmutableList<T> plus(ImmutableList<T> list, T more) {
    return ImmutableList.<T>builderWithExpectedSize(list.size() + 1).addAll(list).add(more).build();
  }

  static <T> ImmutableList<T> last(ImmutableList<T> list, int most) {
    return list.subList(Math.max(0, list.size() - most), list.size());
  }
}
