package shakedown.handshake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.rules.Rule.TICKET_NOT_EXPIRED;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import shakedown.wire.Hash;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * A pre-shared key in a client's hello (RFC 8446 4.2.11).
 *
 * @param obfuscatedAge of its ticket; zero for an external one (RFC 8446 4.2.11.1)
 */
public record OfferedKey(Psk key, Value obfuscatedAge) {
  /** Sessions before external keys, as the first hello has them; none without TLS 1.3. */
  public static ImmutableList<OfferedKey> first(Context context) {
    return context.policy().speaks(Version.TLS13)
        ? Stream.concat(sessions(context), externals(context)).collect(toImmutableList())
        : ImmutableList.of();
  }

  /** A key of another hash than the suite's is of no use after a retry (RFC 8446 4.1.4). */
  public static ImmutableList<OfferedKey> afterRetry(Hash hash, Context context) {
    return first(context).stream()
        .filter(offered -> offered.key().hash() == hash)
        .collect(toImmutableList());
  }

  private static Stream<OfferedKey> sessions(Context context) {
    return context.credentials().offers().stream()
        .flatMap(offer -> session(offer, context).stream());
  }

  private static Optional<OfferedKey> session(Credentials.Offer offer, Context context) {
    return offer.session() instanceof Session13 session && isOfUse(offer, session, context)
        ? Optional.of(
            new OfferedKey(session, context.crypto().obfuscatedAge(offer.age(), session.ageAdd())))
        : Optional.empty();
  }

  private static boolean isOfUse(Credentials.Offer offer, Session13 session, Context context) {
    return session.isWith(context) && context.grants(TICKET_NOT_EXPIRED, () -> !offer.isExpired());
  }

  private static Stream<OfferedKey> externals(Context context) {
    Value nothing = context.crypto().absent("age");
    return context.credentials().preShared().stream()
        .map(key -> new OfferedKey(key, context.crypto().obfuscatedAge(nothing, nothing)));
  }
}
