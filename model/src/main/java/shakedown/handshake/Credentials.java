package shakedown.handshake;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.pki.Identity;
import shakedown.wire.CertificateType;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.KeyExchange;
import shakedown.wire.Value;

/**
 * The values that an endpoint brings to a session; null where it has none.
 *
 * @param identities who it is, best first: several where keys of several types are wanted
 * @param offers what a client wants to resume, best first
 * @param earlyData what a client says before it is answered
 * @param ticketKey what a server seals its tickets with
 * @param cache the sessions that a server remembers by id
 * @param preShared keys that the peer was given, too, best first
 * @param replays what a server knows of early data that came before
 * @param own what a server of TLS 1.2 tells in ServerKeyExchange
 */
public record Credentials(
    ImmutableList<Identity> identities,
    ImmutableList<Offer> offers,
    @Nullable Value earlyData,
    @Nullable Value ticketKey,
    ImmutableList<Cached> cache,
    ImmutableList<PreSharedKey> preShared,
    AntiReplay replays,
    OwnParameters own) {
  public static final Credentials NONE =
      new Credentials(
          ImmutableList.of(),
          ImmutableList.of(),
          null,
          null,
          ImmutableList.of(),
          ImmutableList.of(),
          AntiReplay.NOTHING_SEEN,
          OwnParameters.NONE);

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

  /** Who this is, as shown so. */
  public Stream<Identity> identities(CertificateType type) {
    return identities.stream().filter(each -> each.type().equals(type));
  }

  /** Who a server is where a suite of TLS 1.2 exchanges keys so. */
  public Optional<Identity> identity(KeyExchange exchange, CertificateType type) {
    return identities(type).filter(each -> exchange.fits(each.keyType())).findFirst();
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
    return preShared.stream().filter(each -> crypto.same(identity, each.identity())).findFirst();
  }

  /** The keys that TLS 1.2 may use: those that were not made for TLS 1.3 (RFC 9258 4). */
  public ImmutableList<PreSharedKey> preShared12() {
    return preShared.stream()
        .filter(each -> each.binding() == Binding.EXTERNAL)
        .collect(toImmutableList());
  }

  /** The key of this identity for TLS 1.2. */
  public Optional<PreSharedKey> preShared12(Value identity, Crypto crypto) {
    return preShared12().stream()
        .filter(each -> crypto.same(identity, each.identity()))
        .findFirst();
  }

  /** With this identity, and no other. */
  public Credentials withIdentity(Identity other) {
    return withIdentities(other);
  }

  public Credentials withIdentities(Identity... best) {
    return new Credentials(
        ImmutableList.copyOf(best), offers, earlyData, ticketKey, cache, preShared, replays, own);
  }

  /** With these to resume, and no other. */
  public Credentials withOffers(Offer... best) {
    return new Credentials(
        identities,
        ImmutableList.copyOf(best),
        earlyData,
        ticketKey,
        cache,
        preShared,
        replays,
        own);
  }

  /** With nothing to resume, and so nothing to say early. */
  public Credentials withoutResumable() {
    return new Credentials(
        identities, ImmutableList.of(), null, ticketKey, cache, preShared, replays, own);
  }

  public Credentials withEarlyData(Value other) {
    return new Credentials(identities, offers, other, ticketKey, cache, preShared, replays, own);
  }

  public Credentials withTicketKey(Value other) {
    return new Credentials(identities, offers, earlyData, other, cache, preShared, replays, own);
  }

  public Credentials withCached(Cached more) {
    ImmutableList<Cached> all = ImmutableList.<Cached>builder().addAll(cache).add(more).build();
    return new Credentials(identities, offers, earlyData, ticketKey, all, preShared, replays, own);
  }

  public Credentials withPreShared(PreSharedKey... best) {
    return new Credentials(
        identities, offers, earlyData, ticketKey, cache, ImmutableList.copyOf(best), replays, own);
  }

  public Credentials withOwn(OwnParameters other) {
    return new Credentials(
        identities, offers, earlyData, ticketKey, cache, preShared, replays, other);
  }

  public Credentials withReplays(AntiReplay other) {
    return new Credentials(identities, offers, earlyData, ticketKey, cache, preShared, other, own);
  }
}
