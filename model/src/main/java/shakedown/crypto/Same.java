package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import shakedown.wire.Blank;
import shakedown.wire.Structure;
import shakedown.wire.Value;

/** Equality of whole structures: forms by {@code equals}, values by the algebra. */
public final class Same {
  private Same() {}

  public static boolean of(Crypto crypto, Structure seen, Structure expected) {
    var seenValues = ImmutableList.<Value>builder();
    var expectedValues = ImmutableList.<Value>builder();
    if (!form(seen, seenValues).equals(form(expected, expectedValues))) {
      return false;
    }
    Iterator<Value> wanted = expectedValues.build().iterator();
    return seenValues.build().stream().allMatch(value -> crypto.same(value, wanted.next()));
  }

  private static Structure form(Structure structure, ImmutableList.Builder<Value> values) {
    return structure.map(
        (kind, value) -> {
          values.add(value);
          return new Blank(kind);
        });
  }
}
