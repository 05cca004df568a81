package shakedown.server12;

import static shakedown.rules.Rule.CERTIFICATE_TYPES_OVERLAP;
import static shakedown.rules.Rule.PARAMETERS_OVERLAP;
import static shakedown.rules.Rule.TLS12_CERTIFICATE_CURVE_OFFERED;
import static shakedown.rules.Rule.TLS12_FFDHE_OVERLAPS;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Shares12;
import shakedown.pki.Identity;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Group;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyExchange.Sharing;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.SignatureScheme;

/**
 * What a server takes of an offer for a full handshake.
 *
 * @param identity null under a suite without certificates
 * @param scheme null where nothing is signed
 * @param group in which keys are agreed on; null where none are
 */
record Choice(
    CipherSuite suite,
    @Nullable Identity identity,
    @Nullable SignatureScheme scheme,
    @Nullable Group group) {
  /** Who signs how. */
  private record Signer(@Nullable Identity identity, @Nullable SignatureScheme scheme) {}

  /** The first suite that both have and that nothing is missing for, by the order of its policy. */
  static Optional<Choice> of(ClientHello hello, Context context) {
    return suites(hello, context).stream()
        .flatMap(suite -> with(suite, hello, context).stream())
        .findFirst();
  }

  /** Why there is none: all that both have may lack is a finite field (RFC 7919 4), or a type. */
  static Rule missing(ClientHello hello, Context context) {
    boolean lacksField =
        suites(hello, context).stream()
            .filter(suite -> suite.keyExchange().sharing() == Sharing.FINITE_FIELD)
            .anyMatch(suite -> signer(suite.keyExchange(), hello, context).isPresent());
    boolean lacksType = CertificateTypes.ofServer(hello, context).isEmpty();
    Rule other = lacksType ? CERTIFICATE_TYPES_OVERLAP : PARAMETERS_OVERLAP;
    return lacksField && Groups12.names(hello) ? TLS12_FFDHE_OVERLAPS : other;
  }

  private static ImmutableList<CipherSuite> suites(ClientHello hello, Context context) {
    return context.policy().common(hello.suites()).stream()
        .filter(suite -> suite.isKnown() && !suite.isFor13())
        .filter(suite -> !suite.keyExchange().isPreShared() || hasPreShared(context))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean hasPreShared(Context context) {
    return !context.credentials().preShared12().isEmpty();
  }

  private static Optional<Choice> with(CipherSuite suite, ClientHello hello, Context context) {
    return signer(suite.keyExchange(), hello, context)
        .flatMap(
            signer ->
                switch (suite.keyExchange().sharing()) {
                  case ENCRYPTED, NONE, NEGOTIATED -> Optional.of(with(suite, signer, null));
                  case CURVE, FINITE_FIELD, FIXED ->
                      Groups12.of(suite.keyExchange(), signer.identity(), hello, context)
                          .map(group -> with(suite, signer, group));
                });
  }

  private static Choice with(CipherSuite suite, Signer signer, @Nullable Group group) {
    return new Choice(suite, signer.identity(), signer.scheme(), group);
  }

  /** The best identity for the exchange, and where it is to sign, the best scheme for that. */
  private static Optional<Signer> signer(KeyExchange exchange, ClientHello hello, Context context) {
    if (!exchange.isCertified()) {
      return Optional.of(new Signer(null, null));
    }
    if (!exchange.isSigned()) {
      return CertificateTypes.ofServer(hello, context).stream()
          .flatMap(type -> context.credentials().identity(exchange, type).stream())
          .filter(identity -> isTaken(identity, hello, context))
          .map(each -> new Signer(each, null))
          .findFirst();
    }
    return CertificateTypes.ofServer(hello, context).stream()
        .flatMap(type -> context.credentials().identities(type))
        .filter(identity -> exchange.fits(identity.keyType()))
        .filter(identity -> isTaken(identity, hello, context))
        .flatMap(
            identity ->
                context.policy().schemes().stream()
                    .filter(scheme -> hello.schemes().contains(scheme) && scheme.isFor12())
                    .filter(scheme -> scheme.fits(identity.keyType()))
                    .map(scheme -> new Signer(identity, scheme)))
        .findFirst();
  }

  private static boolean isTaken(Identity identity, ClientHello hello, Context context) {
    return context.grants(
        TLS12_CERTIFICATE_CURVE_OFFERED, () -> Shares12.takes(hello, identity.keyType()));
  }
}
