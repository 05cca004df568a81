package shakedown.interop;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Alert;

/**
 * How the sessions of a feature go.
 *
 * @param wishes what peers must be told
 * @param deed what happens after the last handshake; null if nothing
 * @param refusal the alert that the server ends the handshake with; null where it completes
 */
record Course(ImmutableSet<Wish> wishes, @Nullable Deed deed, @Nullable Alert refusal) {
  static final Course PLAIN = new Course(ImmutableSet.of(), null, null);

  Course wishing(Wish... more) {
    return new Course(
        Sets.immutableEnumSet(Sets.union(wishes, ImmutableSet.copyOf(more))), deed, refusal);
  }

  Course then(Deed next) {
    return new Course(wishes, next, refusal);
  }

  Course refused(Alert alert) {
    return new Course(wishes, deed, alert);
  }
}
