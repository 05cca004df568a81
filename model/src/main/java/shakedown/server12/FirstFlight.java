package shakedown.server12;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.rules.Rule.ENCRYPT_THEN_MAC_KEPT;
import static shakedown.rules.Rule.TLS12_ANONYMOUS_REQUESTS_NOTHING;
import static shakedown.rules.Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Flight;
import shakedown.handshake.Rebinding;
import shakedown.handshake.Step;
import shakedown.pki.Identity;
import shakedown.policy.ClientAuthentication;
import shakedown.wire.ClientCertificateType;
import shakedown.wire.Content.SignedParameters;
import shakedown.wire.Extension.StatusPromised;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.CertificateStatus;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Message.Signed;
import shakedown.wire.Parameters;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/** A server's answer to a hello, as it begins a full handshake (RFC 5246 7.3). */
record FirstFlight(ClientHello hello, ServerHello server, Choice choice) {
  static Step answer(ClientHello hello, Choice choice, Context context) {
    ServerHello server = ServerHellos.full(hello, choice, context);
    return context
        .require(ENCRYPT_THEN_MAC_KEPT, () -> Rebinding.keepsMac(server, context))
        .then(() -> new FirstFlight(hello, server, choice).said(context));
  }

  private Step said(Context context) {
    Identity identity = choice.identity();
    ServerKeyExchange exchange = keyExchange(context);
    Flight flight = ServerHellos.said(hello, server, context);
    if (identity != null) {
      flight = flight.say(new Certificate12(identity.type(), identity.chain()));
      Value staple = identity.staple();
      if (staple != null && server.extensions().has(StatusPromised.class)) {
        flight = flight.say(new CertificateStatus(staple));
      }
    }
    if (exchange != null) {
      flight = flight.say(exchange);
    }
    Optional<CertificateRequest12> request = request(context);
    flight =
        flight
            .when(request.isPresent(), said -> said.say(request.orElseThrow()))
            .say(new ServerHelloDone())
            .flush();
    var next =
        new ExpectClientKeyExchange(
            new Agreed(hello, server, flight.transcript()), choice.group(), null);
    return flight.to(request.isPresent() ? new ExpectClientCertificate(next) : next);
  }

  /** Nobody without a certificate asks for one (RFC 5246 7.4.4). */
  private Optional<CertificateRequest12> request(Context context) {
    boolean asks =
        context.policy().authentication().clients() != ClientAuthentication.NOT_ASKED
            && context.grants(TLS12_ANONYMOUS_REQUESTS_NOTHING, () -> choice.identity() != null);
    return asks
        ? Optional.of(
            new CertificateRequest12(
                ClientCertificateType.ALL,
                context.policy().schemes().stream()
                    .filter(SignatureScheme::isFor12)
                    .collect(toImmutableList()),
                ImmutableList.of()))
        : Optional.empty();
  }

  /** Nothing where the certificate says all, and no hint is to be given. */
  private @Nullable ServerKeyExchange keyExchange(Context context) {
    KeyExchange exchange = choice.suite().keyExchange();
    Parameters parameters = parameters(exchange, context);
    Value hint = context.credentials().own().hint();
    if (!exchange.isPreShared()) {
      return parameters == null
          ? null
          : new ServerKeyExchange(null, parameters, signed(parameters, context));
    }
    if (parameters == null && hint == null) {
      return null;
    }
    Value said = hint == null ? context.crypto().absent("psk identity hint") : hint;
    return new ServerKeyExchange(said, parameters, null);
  }

  private @Nullable Parameters parameters(KeyExchange exchange, Context context) {
    if (exchange == KeyExchange.RSA_EXPORT) {
      Value key = Ephemeral.temporaryKey(context);
      return new Parameters.TemporaryKey(context.crypto().temporaryKey(key));
    }
    if (choice.group() == null || exchange.sharing() == KeyExchange.Sharing.FIXED) {
      return null;
    }
    Value secret = Ephemeral.secret(choice.group(), context);
    return new Parameters.Share(choice.group(), context.crypto().share(choice.group(), secret));
  }

  private @Nullable Signed signed(Parameters parameters, Context context) {
    Identity identity = choice.identity();
    SignatureScheme scheme = choice.scheme();
    if (identity == null || scheme == null) {
      return null;
    }
    var content =
        new SignedParameters(
            context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, hello::random),
            context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, server::random),
            parameters);
    return new Signed(scheme, context.crypto().sign(identity.privateKey(), scheme, content));
  }
}
