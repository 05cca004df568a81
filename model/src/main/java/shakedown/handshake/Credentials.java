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
 * @param identities who it is, best first: several where keys of several types are wanted
 * @param resumable what a client wants to resume
 * @param earlyData what a client says before it is answered
 * @param ticketKey what a server seals its tickets with
 * @param cache the sessions that a server remembers by id
 * @param preShared keys that the peer was given, too, best first
 * @param own what a server of TLS 1.2 tells in ServerKeyExchange
 */
public record Credentials(
    ImmutableList<Identity> identities,
    @Nullable Offer resumable,
    @Nullable Value earlyData,
    @Nullable Value ticketKey,
    ImmutableList<Cached> cache,
    ImmutableList<PreSharedKey> preShared,
    OwnParameters own) {
  public static final Credentials NONE =
      new Credentials(
          ImmutableList.of(),
          null,
          null,
          null,
          ImmutableList.of(),
          ImmutableList.of(),
          OwnParameters.NONE);

  /** A session to resume, and the milliseconds since its ticket came. */
  public record Offer(Session session, Value age) {}

  /** A session that a server remembers (RFC 5246 F.1.4). */
  public record Cached(Value id, SealedSession session) {}

  /**
   * Who this is, if it is but one.
   *
   * @throws IllegalStateException at an endpoint without a certificate
   */
  public Identity self() {
    if (identities.isEmpty()) {
      throw new IllegalStateException("a server needs an identity");
    }
    return identities.getFirst();
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

  /** The key of this identity. */
  public Optional<PreSharedKey> preShared(Value identity, Crypto crypto) {
    return preShared.stream()
        .filter(each -> crypto.same(identity, each.identity()))
        .findFirst();
  }

  /** With this identity, and no other. */
  public Credentials withIdentity(Identity other) {
    return withIdentities(other);
  }

  public Credentials withIdentities(Identity... best) {
    return new Credentials(
        ImmutableList.copyOf(best), resumable, earlyData, ticketKey, cache, preShared, own);
  }

  public Credentials withResumable(Offer other) {
    return new Credentials(identities, other, earlyData, ticketKey, cache, preShared, own);
  }

  public Credentials withEarlyData(Value other) {
    return new Credentials(identities, resumable, other, ticketKey, cache, preShared, own);
  }

  public Credentials withTicketKey(Value other) {
    return new Credentials(identities, resumable, earlyData, other, cache, preShared, own);
  }

  public Credentials withCached(Cached more) {
    ImmutableList<Cached> all = ImmutableList.<Cached>builder().addAll(cache).add(more).build();
    return new Credentials(identities, resumable, earlyData, ticketKey, all, preShared, own);
  }

  public Credentials withPreShared(PreSharedKey... best) {
    return new Credentials(
        identities, resumable, earlyData, ticketKey, cache, ImmutableList.copyOf(best), own);
  }

  public Credentials withOwn(OwnParameters other) {
    return new Credentials(identities, resumable, earlyData, ticketKey, cache, preShared, other);
  }
}
