package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shakedown.crypto.ExtendedKeyUsage;
import shakedown.crypto.Facts;
import shakedown.crypto.Status;
import shakedown.crypto.Status.Standing;
import shakedown.handshake.ChainJudgement;
import shakedown.handshake.Effect.Claim;
import shakedown.handshake.Judgement;
import shakedown.handshake.Signal.Alerted;
import shakedown.handshake.Step;
import shakedown.pki.Chain;
import shakedown.pki.Identity;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.KeyType;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** What is asked of an OCSP response that came with a chain (RFC 6066 8). */
final class StapleTest {
  private static final Party CLIENT = Party.client();
  private static final Facts.Validity NOW = new Facts.Validity(900, 1_100);
  private static final Facts.Validity BEFORE = new Facts.Validity(800, 900);
  private static final Value ROOT_KEY = Terms.publicKey(Party.ROOT_KEY);
  private static final Value STRAY = Term.of("stray");
  private static final Value RESPONDER = Term.of("key", "responder");

  private final Value leaf = Party.identity(KeyType.RSA, Party.HOST).chain().getFirst();

  @Test
  void a_good_response_of_the_issuer_is_accepted() {
    assertThat(broken(shown(leaf, response(Standing.GOOD, NOW, ROOT_KEY)))).isEmpty();
  }

  @Test
  void a_server_of_tls13_staples_what_a_client_asks_for() {
    Pair plain = new Pair(CLIENT, Party.server(KeyType.RSA));
    Pair asking = plain.client(party -> party.with(policy -> policy.with(Option.STATUS_REQUEST)));

    assertThat(stapling(asking, Standing.GOOD).run().isConnected()).isTrue();
    stapling(asking, Standing.REVOKED)
        .refuse(Lines.UNTOUCHED, Role.CLIENT, Rule.CERTIFICATE_NOT_REVOKED);
    stapling(asking, Standing.UNKNOWN)
        .refuse(Lines.UNTOUCHED, Role.CLIENT, Rule.OCSP_RESPONSE_VALID);
    assertThat(stapling(plain, Standing.REVOKED).run().isConnected()).isTrue();
  }

  private static Pair stapling(Pair pair, Standing standing) {
    Identity plain = Party.identity(KeyType.RSA, Party.HOST);
    Status status = new Status(standing, NOW, ImmutableList.of());
    Value response = Terms.response(status, plain.chain().getFirst(), ROOT_KEY);
    return pair.server(
        party -> party.credited(all -> all.withIdentity(plain.withStaple(response))));
  }

  @Test
  void a_revoked_certificate_is_refused() {
    refuses(Rule.CERTIFICATE_NOT_REVOKED, response(Standing.REVOKED, NOW, ROOT_KEY));
  }

  @Test
  void a_response_that_is_none_or_says_nothing_is_refused() {
    refuses(Rule.OCSP_RESPONSE_VALID, STRAY);
    refuses(Rule.OCSP_RESPONSE_VALID, response(Standing.UNKNOWN, NOW, ROOT_KEY));
  }

  @Test
  void a_response_about_another_certificate_is_refused() {
    Value other = Party.identity(KeyType.RSA, "other.example").chain().getFirst();
    Status good = new Status(Standing.GOOD, NOW, ImmutableList.of());

    refuses(Rule.OCSP_RESPONSE_VALID, Terms.response(good, other, ROOT_KEY));
  }

  @Test
  void an_old_response_is_refused() {
    refuses(Rule.OCSP_RESPONSE_VALID, response(Standing.GOOD, BEFORE, ROOT_KEY));
  }

  @Test
  void a_response_of_somebody_else_is_refused() {
    refuses(Rule.OCSP_RESPONSE_VALID, response(Standing.GOOD, NOW, STRAY));
  }

  @Test
  void a_responder_that_the_issuer_appointed_may_sign() {
    assertThat(broken(shown(leaf, responded(ExtendedKeyUsage.OCSP_SIGNING, NOW, Party.ROOT_KEY))))
        .isEmpty();
  }

  @Test
  void nobody_else_may_sign_in_the_place_of_the_issuer() {
    refuses(Rule.OCSP_RESPONSE_VALID, responded(ExtendedKeyUsage.SERVER_AUTH, NOW, Party.ROOT_KEY));
    refuses(Rule.OCSP_RESPONSE_VALID, responded(ExtendedKeyUsage.ANY, NOW, Party.ROOT_KEY));
    refuses(
        Rule.OCSP_RESPONSE_VALID, responded(ExtendedKeyUsage.OCSP_SIGNING, BEFORE, Party.ROOT_KEY));
    refuses(Rule.OCSP_RESPONSE_VALID, responded(ExtendedKeyUsage.OCSP_SIGNING, NOW, STRAY));
  }

  @Test
  void a_certificate_that_demands_a_staple_is_refused_without_one_where_it_was_asked_for() {
    Value demanding = demanding();

    assertThat(broken(Chain.of(ImmutableList.of(demanding), new Terms("")).orElseThrow()))
        .isEmpty();
    assertThat(broken(shown(leaf, null))).isEmpty();
    assertThat(broken(shown(demanding, null))).hasValue(Rule.STAPLE_CAME_IF_DEMANDED);
    assertThat(broken(shown(demanding, null), Rule.STAPLE_CAME_IF_DEMANDED)).isEmpty();
  }

  private static Value demanding() {
    Value key = Term.of("key", "demanding");
    Facts facts = Party.facts(Facts.Subject.of(Party.HOST, Party.HOST), key, KeyType.RSA);
    Facts.Usage usage = facts.usage();
    var staple = new Facts.Usage(usage.keys(), usage.extended(), false, true);
    return Party.issued(facts.withUsage(staple), key).chain().getFirst();
  }

  private void refuses(Rule rule, Value response) {
    assertThat(broken(shown(leaf, response))).hasValue(rule);
    assertThat(broken(shown(leaf, response), rule)).isEmpty();
  }

  private Value response(Standing standing, Facts.Validity current, Value key) {
    return Terms.response(new Status(standing, current, ImmutableList.of()), leaf, key);
  }

  /** A server that staples what the issuer says of its certificate. */
  static Party stapling(Party server, Standing standing) {
    Value leaf = server.credentials().self().chain().getFirst();
    Value response = Terms.response(new Status(standing, NOW, ImmutableList.of()), leaf, ROOT_KEY);
    return server.credited(all -> all.withIdentity(all.self().withStaple(response)));
  }

  /** By a responder with a certificate of its own. */
  private Value responded(ExtendedKeyUsage usage, Facts.Validity validity, Value issuer) {
    Facts facts =
        Party.facts(Facts.Subject.of("responder"), RESPONDER, KeyType.ECDSA_P256)
            .withUsage(Facts.Usage.ANY.withExtended(usage))
            .withValidity(validity);
    Value certificate = Terms.certificate(facts, Terms.publicKey(issuer));
    Status status = new Status(Standing.GOOD, NOW, ImmutableList.of(certificate));
    return Terms.response(status, leaf, Terms.publicKey(RESPONDER));
  }

  private static Chain shown(Value leaf, @Nullable Value response) {
    return Chain.of(ImmutableList.of(leaf), new Terms("")).orElseThrow().withStaple(response);
  }

  private static Optional<Rule> broken(Chain chain, Rule... waived) {
    return broken(ChainJudgement.ofServer(chain, CLIENT.waiving(waived).context()));
  }

  private static Optional<Rule> broken(Judgement judgement) {
    Step step = judgement.then(() -> Step.abort(Rule.MESSAGE_IN_ORDER));
    return step.effects().stream()
        .filter(Claim.class::isInstance)
        .map(effect -> ((Claim) effect).signal())
        .filter(Alerted.class::isInstance)
        .map(signal -> ((Alerted) signal).broken())
        .filter(rule -> rule != Rule.MESSAGE_IN_ORDER)
        .findFirst();
  }
}
