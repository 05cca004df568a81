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
 * @param resumable what a client wants to resume
 * @param earlyData what a client says before it is answered
 * @param ticketKey what a server seals its tickets with
 * @param cache the sessions that a server remembers by id
 */
public record Credentials(
    @Nullable Identity identity,
    @Nullable Offer resumable,
    @Nullable Value earlyData,
    @Nullable Value ticketKey,
    ImmutableList<Cached> cache) {
  public static final Credentials NONE =
      new Credentials(null, null, null, null, ImmutableList.of());

  /** A session to resume, and the milliseconds since its ticket came. */
  public record Offer(Session session, Value age) {}

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

  /** The session of TLS 1.3 that a client offers. */
  public Optional<Session13> offered13() {
    return resumable != null && resumable.session() instanceof Session13 session
        ? Optional.of(session)
        : Optional.empty();
  }

  /** The session of TLS 1.2 that a client offers. */
  public Optional<Session12> offered12() {
    return resumable != null && resumable.session() instanceof Session12 session
        ? Optional.of(session)
        : Optional.empty();
  }

  /** The session that a server remembers under this id. */
  public Optional<SealedSession> cached(Value id, Crypto crypto) {
    return cache.stream()
        .filter(each -> crypto.same(id, each.id()))
        .map(Cached::session)
        .findFirst();
  }

  public Credentials withIdentity(Identity other) {
    return new Credentials(other, resumable, earlyData, ticketKey, cache);
  }

  public Credentials withResumable(Offer other) {
    return new Credentials(identity, other, earlyData, ticketKey, cache);
  }

  public Credentials withEarlyData(Value other) {
    return new Credentials(identity, resumable, other, ticketKey, cache);
  }

  public Credentials withTicketKey(Value other) {
    return new Credentials(identity, resumable, earlyData, other, cache);
  }

  public Credentials withCached(Cached more) {
    return new Credentials(
        identity,
        resumable,
        earlyData,
        ticketKey,
        ImmutableList.<Cached>builder().addAll(cache).add(more).build());
  }
}
