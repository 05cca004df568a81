package shakedown.server12;

import static shakedown.rules.Rule.MESSAGE_PARSES;
import static shakedown.rules.Rule.TLS12_PREMASTER_FAILURE_HIDDEN;
import static shakedown.rules.Rule.TLS12_PSK_IDENTITY_KNOWN;

import org.jspecify.annotations.Nullable;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Judgement;
import shakedown.handshake.Keyed12;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Shares12;
import shakedown.handshake.Step;
import shakedown.pki.Evidence;
import shakedown.wire.ClientKey.CurveShare;
import shakedown.wire.ClientKey.EncryptedSecret;
import shakedown.wire.ClientKey.FiniteFieldShare;
import shakedown.wire.Group;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * The server has said all that it has to say of its key (RFC 5246 7.4.7).
 *
 * @param group in which keys are agreed on; null where none are
 * @param client what the client has shown; null if it has not
 */
record ExpectClientKeyExchange(Agreed agreed, @Nullable Group group, @Nullable Evidence client)
    implements Server12 {
  /** After the client's Certificate. */
  ExpectClientKeyExchange shown(Certificate12 certificate, @Nullable Evidence evidence) {
    return new ExpectClientKeyExchange(agreed.heard(certificate), group, evidence);
  }

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ClientKeyExchange exchange) ->
          hasForm(exchange) ? judged(exchange, context) : Step.abort(MESSAGE_PARSES);
      default -> otherwise(input);
    };
  }

  /** Of another form than its suite's it does not even parse. */
  private boolean hasForm(ClientKeyExchange exchange) {
    KeyExchange ours = agreed.suite().keyExchange();
    return (exchange.identity() != null) == ours.isPreShared()
        && switch (ours.sharing()) {
          case CURVE, FIXED -> exchange.key() instanceof CurveShare;
          case FINITE_FIELD -> exchange.key() instanceof FiniteFieldShare;
          case ENCRYPTED -> exchange.key() instanceof EncryptedSecret;
          case NONE, NEGOTIATED -> exchange.key() == null;
        };
  }

  private Step judged(ClientKeyExchange exchange, Context context) {
    var premaster = new Premaster(agreed, context);
    Judgement judged =
        context.require(TLS12_PSK_IDENTITY_KNOWN, () -> premaster.knows(exchange.identity()));
    return switch (exchange.key()) {
      case CurveShare(Value share) -> agreed(judged, exchange, share, context);
      case FiniteFieldShare(Value share) -> agreed(judged, exchange, share, context);
      case EncryptedSecret(Value encrypted) ->
          premaster.tells(encrypted)
              ? Step.abort(TLS12_PREMASTER_FAILURE_HIDDEN)
              : judged.then(() -> keyed(exchange, premaster.decrypted(encrypted), context));
      case null -> judged.then(() -> keyed(exchange, null, context));
    };
  }

  private Step agreed(Judgement judged, ClientKeyExchange exchange, Value share, Context context) {
    if (group == null) {
      throw new AssertionError("a share under " + agreed.suite() + ", and no group");
    }
    return judged
        .require(
            Shares12.validity(group, Role.CLIENT), () -> context.crypto().isShare(group, share))
        .then(() -> keyed(exchange, new Premaster(agreed, context).agreed(group, share), context));
  }

  /**
   * Goes on with what is shared.
   *
   * @param secret null where nothing but a pre-shared key is
   */
  private Step keyed(ClientKeyExchange exchange, @Nullable Value secret, Context context) {
    Value premaster = new Premaster(agreed, context).of(exchange.identity(), secret);
    Keyed12 keyed = Keyed12.of(agreed, agreed.transcript().add(exchange), premaster, context);
    return Step.to(
        client == null
            ? new ExpectChangeCipherSpec(keyed, PeerProven.ANYONE)
            : new ExpectCertificateVerify(keyed, client));
  }
}
