package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.crypto.ExtendedKeyUsage;
import shakedown.crypto.Facts;
import shakedown.crypto.Facts.Authority;
import shakedown.crypto.Facts.Digest;
import shakedown.crypto.KeyUsage;
import shakedown.crypto.Name;
import shakedown.pki.Identity;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/** What is asked of a server's chain (RFC 5280 6), in both versions. */
final class ChainTest {
  private static final Pair TLS13 = new Pair(Party.client(), Party.server(KeyType.RSA));
  private static final Pair TLS12 = new Pair(Party.client12(), Party.server12(KeyType.RSA));

  static Stream<Pair> pairs() {
    return Stream.of(TLS13, TLS12);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_chain_of_any_length_is_accepted(Pair pair) {
    assertThat(showing(pair, identity(as(), authority(), authority())).run().isConnected())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void certificates_after_the_leaf_may_come_in_any_order_and_more_than_once(Pair pair) {
    Identity straight = identity(as(), authority(), authority());
    ImmutableList<Value> chain = straight.chain();
    ImmutableList<Value> turned =
        ImmutableList.<Value>builder()
            .add(chain.getFirst())
            .addAll(chain.reverse())
            .add(Term.of("garbage", ""))
            .add(chain.getFirst())
            .build();

    var shown = new Identity(turned, straight.privateKey(), straight.keyType());

    assertThat(showing(pair, shown).run().isConnected()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void an_issuer_that_is_no_authority_is_refused(Pair pair) {
    refuses(pair, Rule.ISSUERS_ARE_AUTHORITIES, identity(as(), as()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void an_authority_that_may_not_sign_certificates_is_refused(Pair pair) {
    UnaryOperator<Facts> bare = using(usage -> usage.withKeys(KeyUsage.CRL_SIGN));

    refuses(pair, Rule.ISSUERS_MAY_SIGN, identity(as(), facts -> bare.apply(ca(facts))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_path_that_is_too_long_is_refused(Pair pair) {
    UnaryOperator<Facts> last = limited(Authority.UNLIMITED.withPathLength(0));

    assertThat(showing(pair, identity(as(), last)).run().isConnected()).isTrue();
    refuses(pair, Rule.PATH_LENGTH_KEPT, identity(as(), authority(), last));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_name_that_the_authority_may_not_certify_is_refused(Pair pair) {
    var elsewhere = new Name.Dns("other.example");
    var here = new Name.Dns("example");

    refuses(
        pair,
        Rule.NAME_CONSTRAINTS_KEPT,
        identity(as(), limited(Authority.UNLIMITED.withPermitted(elsewhere))));
    refuses(
        pair,
        Rule.NAME_CONSTRAINTS_KEPT,
        identity(as(), authority(), limited(Authority.UNLIMITED.withExcluded(here))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_critical_extension_that_nobody_knows_is_refused(Pair pair) {
    refuses(
        pair,
        Rule.CRITICAL_EXTENSIONS_KNOWN,
        identity(facts -> facts.withUnknownCritical("1.2.3.4"), authority()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void an_authority_out_of_its_time_is_refused(Pair pair) {
    UnaryOperator<Facts> young = facts -> ca(facts).withValidity(new Facts.Validity(1_001, 1_002));

    refuses(pair, Rule.CHAIN_IN_VALIDITY, identity(as(), young));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_certificate_for_clients_alone_is_refused(Pair pair) {
    refuses(
        pair,
        Rule.EXTENDED_KEY_USAGE_FITS,
        identity(using(usage -> usage.withExtended(ExtendedKeyUsage.CLIENT_AUTH)), authority()));
  }

  @Test
  void a_key_that_may_not_sign_is_refused() {
    refusesToSign(TLS13, Rule.CERTIFICATE_KEY_MAY_SIGN);
    refusesToSign(TLS12, Rule.TLS12_KEY_USAGE_FITS);
  }

  private static void refusesToSign(Pair pair, Rule rule) {
    refuses(
        pair,
        rule,
        identity(using(usage -> usage.withKeys(KeyUsage.KEY_ENCIPHERMENT)), authority()));
  }

  @ParameterizedTest
  @MethodSource("transporting")
  void a_key_that_may_not_encipher_keys_is_refused_by_key_transport(Pair pair) {
    refuses(
        pair,
        Rule.TLS12_KEY_USAGE_FITS,
        identity(using(usage -> usage.withKeys(KeyUsage.DIGITAL_SIGNATURE)), authority()));
  }

  static Stream<Pair> transporting() {
    CipherSuite suite = CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256;
    return Stream.of(TLS12.client(party -> party.with(policy -> policy.withSuites(suite))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void weak_hashes_in_a_chain_are_refused(Pair pair) {
    refuses(pair, Rule.NO_MD5_IN_CHAIN, identity(as(), hashed(Digest.MD5)));
    refuses(pair, Rule.NO_SHA1_IN_CHAIN, identity(as(), hashed(Digest.SHA1)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_forged_certificate_is_refused(Pair pair) {
    Value key = Term.of("key", "forged");
    Facts facts = Party.facts(Facts.Subject.of(Party.HOST, Party.HOST), key, KeyType.RSA);
    Value forged = Terms.certificate(facts, Terms.publicKey(key));

    refuses(
        pair,
        Rule.CERTIFICATE_SIGNATURES_VERIFY,
        new Identity(ImmutableList.of(forged), key, KeyType.RSA));
  }

  /** Broken alone: waived, the handshake completes. */
  private static void refuses(Pair pair, Rule rule, Identity identity) {
    Pair showing = showing(pair, identity);

    showing.refuse(Lines.UNTOUCHED, CLIENT, rule);
    assertThat(showing.waiving(CLIENT, rule).run().isConnected()).isTrue();
  }

  private static Pair showing(Pair pair, Identity identity) {
    return pair.server(party -> party.credited(all -> all.withIdentity(identity)));
  }

  private static UnaryOperator<Facts> as() {
    return UnaryOperator.identity();
  }

  private static UnaryOperator<Facts> authority() {
    return ChainTest::ca;
  }

  private static Facts ca(Facts facts) {
    return facts.withAuthority(Authority.UNLIMITED);
  }

  private static UnaryOperator<Facts> limited(Authority authority) {
    return facts -> facts.withAuthority(authority);
  }

  private static UnaryOperator<Facts> using(UnaryOperator<Facts.Usage> change) {
    return facts -> facts.withUsage(change.apply(facts.usage()));
  }

  private static UnaryOperator<Facts> hashed(Digest digest) {
    return facts -> ca(facts).withIssued(new Facts.Issued(facts.issued().by(), digest));
  }

  /** A host's, and its authorities from the lowest on; the usual root issues the last. */
  @SafeVarargs
  private static Identity identity(UnaryOperator<Facts> leaf, UnaryOperator<Facts>... above) {
    var chain = ImmutableList.<Value>builder();
    String issuer = "root";
    Value issuerKey = Party.ROOT_KEY;
    var authorities = new ArrayList<Value>();
    for (int i = above.length - 1; i >= 0; i--) {
      Value key = Term.of("key", "authority", i);
      Facts facts =
          Party.facts(Facts.Subject.of("authority " + i), key, KeyType.ECDSA_P256)
              .withIssued(Facts.Issued.by(issuer));
      authorities.add(Terms.certificate(above[i].apply(facts), Terms.publicKey(issuerKey)));
      issuer = "authority " + i;
      issuerKey = key;
    }
    Collections.reverse(authorities);
    Value key = Term.of("key", "host");
    Facts facts =
        Party.facts(Facts.Subject.of(Party.HOST, Party.HOST), key, KeyType.RSA)
            .withIssued(Facts.Issued.by(issuer));
    chain.add(Terms.certificate(leaf.apply(facts), Terms.publicKey(issuerKey)));
    return new Identity(chain.addAll(authorities).build(), key, KeyType.RSA);
  }
}
