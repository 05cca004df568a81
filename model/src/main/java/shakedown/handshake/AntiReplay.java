package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Crypto;
import shakedown.wire.Value;

/**
 * What a server knows of early data that may have been sent before (RFC 8446 8).
 *
 * @param taken the binders under which its instance has taken early data (RFC 8446 8.2)
 * @param isStale whether the ticket that is shown tells another age than the server's clock (RFC
 *     8446 8.3): no state knows a clock
 */
public record AntiReplay(ImmutableList<Value> taken, boolean isStale) {
  public static final AntiReplay NOTHING_SEEN = new AntiReplay(ImmutableList.of(), false);

  /** Whether early data came under this binder before. */
  public boolean has(Value binder, Crypto crypto) {
    return taken.stream().anyMatch(each -> crypto.same(binder, each));
  }

  public AntiReplay with(Value binder) {
    return new AntiReplay(
        ImmutableList.<Value>builder().addAll(taken).add(binder).build(), isStale);
  }

  /** The same for a ticket whose age does not fit. */
  public AntiReplay stale() {
    return new AntiReplay(taken, true);
  }
}
