package shakedown.client12;

import static shakedown.rules.Rule.MESSAGE_PARSES;
import static shakedown.rules.Rule.SIGNATURE_IS_VALID;
import static shakedown.rules.Rule.TLS12_CURVE_IS_NAMED;
import static shakedown.rules.Rule.TLS12_DHE_PRIME_LARGE;
import static shakedown.rules.Rule.TLS12_FFDHE_GROUP_ACCEPTABLE;
import static shakedown.rules.Rule.TLS12_GROUP_WAS_OFFERED;
import static shakedown.rules.Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS;
import static shakedown.rules.Rule.VERIFY_SCHEME_FITS_KEY;
import static shakedown.rules.Rule.VERIFY_SCHEME_OFFERED;

import shakedown.handshake.Context;
import shakedown.handshake.Judgement;
import shakedown.handshake.Shares12;
import shakedown.handshake.Step;
import shakedown.pki.Evidence;
import shakedown.wire.Content.SignedParameters;
import shakedown.wire.CustomGroup;
import shakedown.wire.ExplicitCurve;
import shakedown.wire.Group;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyExchange.Sharing;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Message.Signed;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * A server's ServerKeyExchange, to be judged (RFC 5246 7.4.3).
 *
 * @param exchange whose form it has: that of the suite
 */
record Told(Shown shown, ServerKeyExchange message, KeyExchange exchange) {
  Step judged(Context context) {
    if (!isWhole()) {
      return Step.abort(MESSAGE_PARSES);
    }
    return switch (message.parameters()) {
      case Parameters.Share(Group group, Value share) when isOf(group) ->
          shared(new ServerKey.Share(group, share), context);
      case Parameters.TemporaryKey(Value key) when exchange == KeyExchange.RSA_EXPORT ->
          proven(shown.judged(context), new ServerKey.Transport(key), context);
      case null, default ->
          exchange.needsServerKeyExchange() || message.parameters() != null
              ? Step.abort(MESSAGE_PARSES)
              : proven(shown.judged(context), shown.key(), context);
    };
  }

  private boolean isWhole() {
    return (message.hint() != null) == exchange.isPreShared()
        && (message.signed() != null) == exchange.isSigned();
  }

  private boolean isOf(Group group) {
    return exchange.sharing() == (group.isFiniteField() ? Sharing.FINITE_FIELD : Sharing.CURVE);
  }

  private Step shared(ServerKey.Share key, Context context) {
    Group group = key.group();
    Judgement judged =
        group.isFiniteField()
            ? shown
                .judged(context)
                .require(TLS12_FFDHE_GROUP_ACCEPTABLE, () -> isAcceptable(group))
                .require(TLS12_DHE_PRIME_LARGE, () -> isLarge(group, context))
            : shown
                .judged(context)
                .require(TLS12_CURVE_IS_NAMED, () -> group instanceof NamedGroup)
                .require(TLS12_GROUP_WAS_OFFERED, () -> isOffered(group));
    return proven(
        judged.require(
            Shares12.validity(group, Role.SERVER),
            () -> context.crypto().isShare(group, key.share())),
        key,
        context);
  }

  /** Of those with a name, one that was named; servers that know no names make up their own. */
  private boolean isAcceptable(Group group) {
    return group instanceof CustomGroup
        || hello().groups().stream().noneMatch(NamedGroup::isFiniteField)
        || isOffered(group);
  }

  private static boolean isLarge(Group group, Context context) {
    return !(group instanceof CustomGroup field) || context.crypto().isLarge(field);
  }

  /** A curve told by its numbers has no name to offer. */
  private boolean isOffered(Group group) {
    return group instanceof ExplicitCurve
        || (group instanceof NamedGroup named && hello().groups().contains(named));
  }

  /** Where nothing is signed, the peer shows by its Finished that it has the key. */
  private Step proven(Judgement judged, ServerKey key, Context context) {
    Signed signed = message.signed();
    Parameters parameters = message.parameters();
    Evidence evidence = shown.evidence();
    Judgement proof =
        signed == null || parameters == null || evidence == null
            ? judged.skipped(SIGNATURE_IS_VALID)
            : judged
                .require(VERIFY_SCHEME_OFFERED, () -> hello().schemes().contains(signed.scheme()))
                .require(VERIFY_SCHEME_FITS_KEY, () -> signed.scheme().fits(evidence.keyType()))
                .require(SIGNATURE_IS_VALID, () -> isSigned(parameters, signed, evidence, context));
    return proof.prove(context.policy().host(), shown.heard(message).with(key));
  }

  private boolean isSigned(
      Parameters parameters, Signed signed, Evidence evidence, Context context) {
    Value clientRandom = context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, hello()::random);
    Value serverRandom =
        context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, shown.agreed().server()::random);
    var content = new SignedParameters(clientRandom, serverRandom, parameters);
    return context
        .crypto()
        .verifies(evidence.publicKey(), signed.scheme(), content, signed.signature());
  }

  private ClientHello hello() {
    return shown.agreed().client();
  }
}
