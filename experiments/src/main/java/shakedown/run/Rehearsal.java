package shakedown.run;

import shakedown.config.Variant;
import shakedown.config.Variant.Resume;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.handshake.Credentials;
import shakedown.handshake.Session;
import shakedown.handshake.Signal;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.policy.clients.RealClient;
import shakedown.tape.Party;
import shakedown.tape.Recorder;
import shakedown.tape.Recording;
import shakedown.tape.Tape;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;

/** Plays a variant once with the real machine, so that it can be replayed. */
final class Rehearsal {
  private static final Octets TICKET_KEY = Octets.of(new byte[32]);
  private static final Octets AGE = Octets.of(new byte[4]);

  private final Variant variant;
  private final Recorder.Talk talk;
  private final long seed;
  private final Certified certified;

  private Rehearsal(Variant variant, Recorder.Talk talk, long seed) {
    this.variant = variant;
    this.talk = talk;
    this.seed = seed;
    this.certified = Certified.by(variant.chain(), seed);
  }

  /**
   * The tape of a variant; of the second session, where one is resumed.
   *
   * @throws IllegalArgumentException if client and server do not come to an answered request, as
   *     with a chain that does not lead to its root
   */
  static Tape tape(Variant variant, Recorder.Talk talk, long seed) {
    var rehearsal = new Rehearsal(variant, talk, seed);
    try {
      return variant.isResumed() ? rehearsal.resumed() : rehearsal.full(1).tape();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(variant.name() + ": " + e.getMessage(), e);
    }
  }

  private Recording full(long session) {
    return Recorder.record(
        client(session, Credentials.NONE), server(session, serving(), true), talk);
  }

  private Tape resumed() {
    Recording before = full(1);
    Session session =
        before
            .client(Signal.Resumable.class)
            .orElseThrow(() -> new IllegalStateException(variant.name() + " gave no session"))
            .session();
    Credentials offering = Credentials.NONE.withOffers(new Credentials.Offer(session, AGE));
    Credentials remembering =
        before
            .server(Signal.Cacheable.class)
            .map(cached -> serving().withCached(cached.session()))
            .orElse(serving());
    return Recorder.record(
            client(2, withEarlyData(offering)),
            server(2, remembering, variant.earlyData().accepted()),
            talk)
        .tape();
  }

  private Credentials withEarlyData(Credentials offering) {
    int octets = (int) Long.min(talk.request(), variant.earlyData().octets());
    return variant.earlyData().isSent()
        ? offering.withEarlyData(Octets.of(new byte[octets]))
        : offering;
  }

  private Credentials serving() {
    return Credentials.NONE.withIdentity(certified.identity()).withTicketKey(TICKET_KEY);
  }

  private Party client(long session, Credentials credentials) {
    RealClient real = variant.shortcuts().hello();
    Policy policy = real == null ? common().withGroups(clientGroups()) : like(real);
    return new Party(
        variant.shortcuts().falseStart() ? policy.with(Option.FALSE_START) : policy,
        credentials,
        certified.trust(),
        new Concrete(new Seed(seed, "client", session)));
  }

  private Party server(long session, Credentials credentials, boolean acceptsEarlyData) {
    Policy policy = common().withGroups(variant.group());
    return new Party(
        acceptsEarlyData ? policy : policy.without(Option.EARLY_DATA),
        credentials,
        Trust.NOBODY,
        new Concrete(new Seed(seed, "server", session)));
  }

  private Policy common() {
    return wishing(
        Policy.of(certified.host())
            .withVersions(variant.version())
            .withSuites(variant.suite())
            .withCompressions(
                variant.shortcuts().compressions().toArray(CompressionAlgorithm[]::new)));
  }

  /** All that a real client offers; what is chosen of it is the server's to say. */
  private Policy like(RealClient real) {
    Policy policy = wishing(real.policy(certified.host(), variant.version()));
    if (!variant.shortcuts().compressions().isEmpty()) {
      policy =
          policy.withCompressions(
              variant.shortcuts().compressions().toArray(CompressionAlgorithm[]::new));
    }
    NamedGroup first = clientGroups()[0];
    boolean retries = variant.shortcuts().helloRetry();
    return !retries && policy.shares().contains(first) ? policy : policy.withShares(first);
  }

  private Policy wishing(Policy plain) {
    Policy policy = variant.earlyData().isSent() ? plain.with(Option.EARLY_DATA) : plain;
    return variant.resume() == Resume.SESSION_ID ? policy.without(Option.TICKETS) : policy;
  }

  /** With a retry, the first share is for a group that the server does not take. */
  private NamedGroup[] clientGroups() {
    return variant.shortcuts().helloRetry()
        ? new NamedGroup[] {variant.otherGroup(), variant.group()}
        : new NamedGroup[] {variant.group(), variant.otherGroup()};
  }
}
