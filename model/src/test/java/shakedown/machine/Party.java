package shakedown.machine;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shakedown.crypto.Facts;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.PreSharedKey;
import shakedown.handshake.Session;
import shakedown.pki.Identity;
import shakedown.pki.RawKey;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.KeyType;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** One side of a session, told by what is not as usual. */
record Party(String session, Policy policy, Credentials credentials, Rules rules, Trust trust) {
  static final String HOST = "www.example";
  private static final long NOW = 1_000;
  static final Value ROOT_KEY = Term.of("key", "root");
  static final Value TICKET_KEY = Term.of("key", "tickets");
  private static final Value ROOT =
      Terms.certificate(
          facts(Facts.Subject.of("root"), ROOT_KEY, KeyType.ECDSA_P256)
              .withAuthority(Facts.Authority.UNLIMITED),
          Terms.publicKey(ROOT_KEY));
  private static final Trust TRUST = new Trust(ImmutableList.of(ROOT), NOW);

  /** Speaks TLS 1.2 only, with every option but False Start. */
  static Party client12() {
    return client().with(policy -> policy.withVersions(Version.TLS12));
  }

  static Party client() {
    return new Party("client 1", Policy.of(HOST), Credentials.NONE, Rules.RFC, TRUST);
  }

  /** Speaks TLS 1.2 only, with a certificate of this type and a ticket key. */
  static Party server12(KeyType type) {
    return server(type).with(policy -> policy.withVersions(Version.TLS12));
  }

  static Party server(KeyType type) {
    Credentials credentials =
        Credentials.NONE.withIdentity(identity(type, HOST)).withTicketKey(TICKET_KEY);
    return new Party("server 1", Policy.of(HOST), credentials, Rules.RFC, TRUST);
  }

  static Identity identity(KeyType type, String host) {
    Value key = Term.of("key", host, type);
    return issued(facts(Facts.Subject.of(host, host), key, type), key);
  }

  /** What a certificate of the usual root says. */
  static Facts facts(Facts.Subject subject, Value key, KeyType type) {
    return Facts.of(subject, "root", Terms.publicKey(key), type)
        .withValidity(new Facts.Validity(0, 2 * NOW));
  }

  /** A key without a certificate. */
  static Identity bare(String name) {
    Value key = Term.of("bare key", name);
    return Identity.of(Terms.publicKey(key), key, KeyType.ECDSA_P256);
  }

  /** With a certificate that says this, and really is of the root. */
  static Identity issued(Facts facts, Value key) {
    Value leaf = Terms.certificate(facts, Terms.publicKey(ROOT_KEY));
    return new Identity(ImmutableList.of(leaf), key, facts.keyType());
  }

  Party with(UnaryOperator<Policy> change) {
    return new Party(session, change.apply(policy), credentials, rules, trust);
  }

  Party without(Option... fewer) {
    return with(policy -> policy.without(fewer));
  }

  Party credited(UnaryOperator<Credentials> change) {
    return new Party(session, policy, change.apply(credentials), rules, trust);
  }

  Party waiving(Rule... waived) {
    return new Party(session, policy, credentials, rules.without(waived), trust);
  }

  /** Without a key to seal tickets with. */
  Party keyless() {
    return credited(all -> Credentials.NONE.withIdentity(all.self()));
  }

  /** Knows whose these keys are. */
  Party knowing(String... names) {
    RawKey[] known =
        Stream.of(names)
            .map(name -> new RawKey(name, bare(name).chain().getFirst()))
            .toArray(RawKey[]::new);
    return new Party(session, policy, credentials, rules, trust.withKeys(known));
  }

  Party trustingNobody() {
    return new Party(session, policy, credentials, rules, new Trust(ImmutableList.of(), NOW));
  }

  /** When no certificate holds any more. */
  Party muchLater() {
    return new Party(session, policy, credentials, rules, new Trust(trust.anchors(), 3 * NOW));
  }

  /** The same party in its second session. */
  Party again() {
    return new Party(session.replace('1', '2'), policy, credentials, rules, trust);
  }

  /** Someone who knows nothing but this key, and no certificate. */
  Party holding(PreSharedKey... keys) {
    return credited(all -> Credentials.NONE.withPreShared(keys));
  }

  /** The same party in its second session, with something to resume. */
  Party offering(Session resumable) {
    var offer = new Credentials.Offer(resumable, Term.of("age"));
    return again().credited(credentials -> credentials.withOffers(offer));
  }

  Context context() {
    return new Context(policy, credentials, trust, rules, new Terms(session));
  }
}
