package shakedown.client12;

import static shakedown.rules.Rule.SHARE_IS_VALID;
import static shakedown.rules.Rule.SIGNATURE_IS_VALID;
import static shakedown.rules.Rule.TLS12_GROUP_WAS_OFFERED;
import static shakedown.rules.Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS;
import static shakedown.rules.Rule.TLS12_SERVER_KEY_EXCHANGE_CAME;
import static shakedown.rules.Rule.VERIFY_SCHEME_FITS_KEY;
import static shakedown.rules.Rule.VERIFY_SCHEME_OFFERED;

import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Step;
import shakedown.wire.Content.SignedParameters;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Message.Signed;
import shakedown.wire.Parameters;
import shakedown.wire.Value;

/** The server has shown a chain, but not that it holds the key (RFC 8422 5.4). */
record ExpectServerKeyExchange(Shown shown) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ServerKeyExchange(_, Parameters.Share parameters, Signed signed)) ->
          exchanged(parameters, signed, context);
      case Received(ServerHelloDone _) ->
          shown
              .judged(context)
              .require(TLS12_SERVER_KEY_EXCHANGE_CAME, () -> false)
              .skipped(SIGNATURE_IS_VALID)
              .prove(
                  context.policy().host(),
                  peer ->
                      next(shown.transcript(), new ServerKey.Missing(), peer).on(input, context));
      default -> otherwise(input);
    };
  }

  private Step exchanged(Parameters.Share parameters, Signed signed, Context context) {
    ClientHello hello = shown.agreed().client();
    var key = new ServerKey.Share(parameters.group(), parameters.share());
    return shown
        .judged(context)
        .require(
            TLS12_GROUP_WAS_OFFERED, () -> hello.groups().stream().anyMatch(key.group()::equals))
        .require(SHARE_IS_VALID, () -> context.crypto().isShare(key.group(), key.share()))
        .require(VERIFY_SCHEME_OFFERED, () -> hello.schemes().contains(signed.scheme()))
        .require(VERIFY_SCHEME_FITS_KEY, () -> signed.scheme().fits(shown.chain().leaf().keyType()))
        .require(SIGNATURE_IS_VALID, () -> isSigned(parameters, signed, context))
        .prove(
            context.policy().host(),
            peer ->
                Step.to(
                    next(
                        shown.transcript().add(new ServerKeyExchange(null, parameters, signed)),
                        key,
                        peer)));
  }

  private ExpectServerHelloDone next(Transcript heard, ServerKey key, PeerProven peer) {
    return new ExpectServerHelloDone(shown.agreed(), heard, key, peer);
  }

  private boolean isSigned(Parameters.Share parameters, Signed signed, Context context) {
    Value clientRandom =
        context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, () -> shown.agreed().client().random());
    Value serverRandom =
        context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, () -> shown.agreed().server().random());
    var content = new SignedParameters(clientRandom, serverRandom, parameters);
    Value key = shown.chain().leaf().publicKey();
    return context.crypto().verifies(key, signed.scheme(), content, signed.signature());
  }
}
