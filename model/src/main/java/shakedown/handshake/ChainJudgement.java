package shakedown.handshake;

import static shakedown.rules.Rule.CERTIFICATE_KEY_MAY_SIGN;
import static shakedown.rules.Rule.CERTIFICATE_MATCHES_NAME;
import static shakedown.rules.Rule.CERTIFICATE_NOT_REVOKED;
import static shakedown.rules.Rule.CERTIFICATE_SIGNATURES_VERIFY;
import static shakedown.rules.Rule.CHAIN_IN_VALIDITY;
import static shakedown.rules.Rule.CHAIN_TRUSTED;
import static shakedown.rules.Rule.CRITICAL_EXTENSIONS_KNOWN;
import static shakedown.rules.Rule.EXTENDED_KEY_USAGE_FITS;
import static shakedown.rules.Rule.ISSUERS_ARE_AUTHORITIES;
import static shakedown.rules.Rule.ISSUERS_MAY_SIGN;
import static shakedown.rules.Rule.NAME_CONSTRAINTS_KEPT;
import static shakedown.rules.Rule.NO_MD5_IN_CHAIN;
import static shakedown.rules.Rule.NO_SHA1_IN_CHAIN;
import static shakedown.rules.Rule.OCSP_RESPONSE_VALID;
import static shakedown.rules.Rule.PATH_LENGTH_KEPT;
import static shakedown.rules.Rule.RAW_PUBLIC_KEY_TRUSTED;
import static shakedown.rules.Rule.STAPLE_CAME_IF_DEMANDED;
import static shakedown.rules.Rule.TLS12_KEY_USAGE_FITS;

import com.google.common.base.Suppliers;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shakedown.pki.BareKey;
import shakedown.pki.Chain;
import shakedown.pki.Evidence;
import shakedown.pki.Fault;
import shakedown.pki.Purpose;
import shakedown.pki.Validation;
import shakedown.rules.Rule;
import shakedown.wire.Value;

/** Holds what a peer has shown of who it is against whom an endpoint trusts and means. */
public final class ChainJudgement {
  private final Supplier<Optional<Fault>> fault;

  private ChainJudgement(Chain chain, Purpose purpose, Context context) {
    var validation = new Validation(context.trust(), purpose, context.rules(), context.crypto());
    this.fault = Suppliers.memoize(() -> validation.fault(chain));
  }

  /**
   * A server's who has none: a pre-shared key stands for it, which its Finished shows (RFC 4279 2),
   * or nothing does.
   */
  public static Judgement ofNone(Context context) {
    return new Judgement(context.rules())
        .skipped(CHAIN_TRUSTED, CERTIFICATE_MATCHES_NAME, CERTIFICATE_SIGNATURES_VERIFY);
  }

  /** Asks all that is asked of what was shown for this purpose. */
  public static Judgement of(Evidence shown, Purpose purpose, Context context) {
    return switch (shown) {
      case Chain chain -> of(chain, purpose, context);
      case BareKey key -> of(key, purpose, context);
    };
  }

  private static Judgement of(Chain chain, Purpose purpose, Context context) {
    ChainJudgement chains = new ChainJudgement(chain, purpose, context);
    return context
        .require(CHAIN_TRUSTED, chains.keeps(CHAIN_TRUSTED))
        .require(ISSUERS_ARE_AUTHORITIES, chains.keeps(ISSUERS_ARE_AUTHORITIES))
        .require(ISSUERS_MAY_SIGN, chains.keeps(ISSUERS_MAY_SIGN))
        .require(PATH_LENGTH_KEPT, chains.keeps(PATH_LENGTH_KEPT))
        .require(NAME_CONSTRAINTS_KEPT, chains.keeps(NAME_CONSTRAINTS_KEPT))
        .require(CRITICAL_EXTENSIONS_KNOWN, chains.keeps(CRITICAL_EXTENSIONS_KNOWN))
        .require(CHAIN_IN_VALIDITY, chains.keeps(CHAIN_IN_VALIDITY))
        .require(EXTENDED_KEY_USAGE_FITS, chains.keeps(EXTENDED_KEY_USAGE_FITS))
        .require(CERTIFICATE_KEY_MAY_SIGN, chains.keeps(CERTIFICATE_KEY_MAY_SIGN))
        .require(TLS12_KEY_USAGE_FITS, chains.keeps(TLS12_KEY_USAGE_FITS))
        .require(CERTIFICATE_MATCHES_NAME, chains.keeps(CERTIFICATE_MATCHES_NAME))
        .require(NO_MD5_IN_CHAIN, chains.keeps(NO_MD5_IN_CHAIN))
        .require(NO_SHA1_IN_CHAIN, chains.keeps(NO_SHA1_IN_CHAIN))
        .require(CERTIFICATE_SIGNATURES_VERIFY, chains.keeps(CERTIFICATE_SIGNATURES_VERIFY))
        .require(STAPLE_CAME_IF_DEMANDED, chains.keeps(STAPLE_CAME_IF_DEMANDED))
        .require(OCSP_RESPONSE_VALID, chains.keeps(OCSP_RESPONSE_VALID))
        .require(CERTIFICATE_NOT_REVOKED, chains.keeps(CERTIFICATE_NOT_REVOKED));
  }

  /** The fault is found without the waived rules, hence is that of the first rule that fails. */
  private BooleanSupplier keeps(Rule rule) {
    return () -> fault.get().filter(found -> found.rule() == rule).isEmpty();
  }

  /** A key alone is known to be the peer's, or not (RFC 7250 6). */
  private static Judgement of(BareKey key, Purpose purpose, Context context) {
    return context
        .require(RAW_PUBLIC_KEY_TRUSTED, () -> isKnown(key.publicKey(), purpose.host(), context))
        .skipped(CHAIN_TRUSTED, CERTIFICATE_MATCHES_NAME, CERTIFICATE_SIGNATURES_VERIFY);
  }

  private static boolean isKnown(Value key, @Nullable String host, Context context) {
    return host == null
        ? context.trust().whose(key, context.crypto()).isPresent()
        : context.trust().knows(host, key, context.crypto());
  }

  /** A server's of TLS 1.3, which must name the host that the client meant. */
  public static Judgement ofServer(Evidence shown, Context context) {
    return of(shown, Purpose.server13(context.policy().host()), context);
  }

  /** A client's of TLS 1.3, of which a server means none in particular. */
  public static Judgement ofClient(Evidence shown, Context context) {
    return of(shown, Purpose.client13(), context);
  }
}
