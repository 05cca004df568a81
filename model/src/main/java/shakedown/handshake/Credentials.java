package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.pki.Identity;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Value;

/**
 * The values that an endpoint brings to a session; null where it has none.
 *
 * @param offers what a client wants to resume, best first
 * @param externals the keys that it shares with the peer from outside of TLS
 * @param earlyData what a client says before it is answered
 * @param ticketKey what a server seals its tickets with
 * @param cache the sessions that a server remembers by id
 */
public record Credentials(
    @Nullable Identity identity,
    ImmutableList<Offer> offers,
    ImmutableList<ExternalPsk> externals,
    @Nullable Value earlyData,
    @Nullable Value ticketKey,
    ImmutableList<Cached> cache) {
  public static final Credentials NONE =
      new Credentials(null, ImmutableList.of(), ImmutableList.of(), null, null, ImmutableList.of());

  /**
   * A session to resume.
   *
   * @param age the milliseconds since its ticket came
   * @param isExpired whether that is longer than its lifetime: no state knows a clock
   */
  public record Offer(Session session, Value age, boolean isExpired) {
    /** One whose time is not up. */
    public Offer(Session session, Value age) {
      this(session, age, false);
    }
  }

  /** A session that a server remembers (RFC 5246 F.1.4). */
  public record Cached(Value id, SealedSession session) {}

  /**
   * Who this is.
   *
   * @throws IllegalStateException at an endpoint without a certificate
   */
  public Identity self() {
    if (identity == null) {
      throw new IllegalStateException("a server needs an identity");
    }
    return identity;
  }

  /** The session of TLS 1.2 that a client offers. */
  public Optional<Session12> offered12() {
    return offers.stream()
        .map(Offer::session)
        .filter(Session12.class::isInstance)
        .map(Session12.class::cast)
        .findFirst();
  }

  /** The session that a server remembers under this id. */
  public Optional<SealedSession> cached(Value id, Crypto crypto) {
    return cache.stream()
        .filter(each -> crypto.same(id, each.id()))
        .map(Cached::session)
        .findFirst();
  }

  /** The key from outside of TLS that has this identity. */
  public Optional<ExternalPsk> external(Value identity, Crypto crypto) {
    return externals.stream().filter(key -> crypto.same(identity, key.identity())).findFirst();
  }

  public Credentials withIdentity(Identity other) {
    return new Credentials(other, offers, externals, earlyData, ticketKey, cache);
  }

  /** With these to resume, and no other. */
  public Credentials withOffers(Offer... best) {
    return new Credentials(
        identity, ImmutableList.copyOf(best), externals, earlyData, ticketKey, cache);
  }

  /** With these from outside of TLS, and no other. */
  public Credentials withExternals(ExternalPsk... best) {
    return new Credentials(
        identity, offers, ImmutableList.copyOf(best), earlyData, ticketKey, cache);
  }

  public Credentials withEarlyData(Value other) {
    return new Credentials(identity, offers, externals, other, ticketKey, cache);
  }

  public Credentials withTicketKey(Value other) {
    return new Credentials(identity, offers, externals, earlyData, other, cache);
  }

  public Credentials withCached(Cached more) {
    return new Credentials(
        identity,
        offers,
        externals,
        earlyData,
        ticketKey,
        ImmutableList.<Cached>builder().addAll(cache).add(more).build());
  }
}
