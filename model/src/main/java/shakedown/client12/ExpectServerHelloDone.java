package shakedown.client12;

import static shakedown.rules.Rule.TLS12_ANONYMOUS_REQUESTS_NOTHING;
import static shakedown.rules.Rule.TLS12_SERVER_KEY_EXCHANGE_IFF_NEEDED;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.Agreed;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Parameters.TemporaryKey;
import shakedown.wire.Remembered;
import shakedown.wire.Role;

/**
 * The server's key is known, and all checks of it are made (RFC 5246 7.4.5).
 *
 * @param request what the server asks of who the client is; null where it does not
 */
record ExpectServerHelloDone(
    Shown shown, ServerKey key, PeerProven peer, @Nullable CertificateRequest12 request)
    implements Client12 {
  /** Nothing is asked of the client so far. */
  ExpectServerHelloDone(Shown shown, ServerKey key, PeerProven peer) {
    this(shown, key, peer, null);
  }

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ServerHelloDone done) -> answer(shown.heard(done), context);
      case Received(CertificateRequest12 asked) when request == null ->
          context
              .require(TLS12_ANONYMOUS_REQUESTS_NOTHING, () -> shown.keyExchange().isCertified())
              .then(() -> Step.to(new ExpectServerHelloDone(shown.heard(asked), key, peer, asked)));
      // clients took an export suite's message under any that encrypts a secret (FREAK, 2015)
      case Received(ServerKeyExchange told) when told.parameters() instanceof TemporaryKey ->
          context
              .require(TLS12_SERVER_KEY_EXCHANGE_IFF_NEEDED, () -> false)
              .then(() -> new Told(shown, told, KeyExchange.RSA_EXPORT).judged(context));
      default -> otherwise(input);
    };
  }

  private static CertificateTypes types(Agreed agreed) {
    return CertificateTypes.told(agreed.server().extensions());
  }

  private Step answer(Shown done, Context context) {
    Agreed agreed = done.agreed();
    Optional<ClientCertificate> self =
        Optional.ofNullable(request)
            .map(asked -> ClientCertificate.to(asked, types(agreed).client(), context));
    Answered answered = Answered.to(key, agreed, context);
    Flight exchange =
        Flight.after(done.transcript())
            .when(self.isPresent(), said -> said.say(self.orElseThrow().certificate()))
            .say(answered.message());
    Keyed12 keyed = Keyed12.of(agreed, exchange.transcript(), answered.premaster(), context);
    Flight proven =
        exchange.when(self.isPresent(), said -> self.orElseThrow().verify(said, context));
    String name = self.map(shown -> shown.name(context)).orElse(Remembered.ANYONE);
    Flight flight = keyed.at(proven.transcript()).finish(proven, Role.CLIENT, name, context);
    var pending = new Pending(keyed.at(flight.transcript()), peer, name, null);
    return flight
        .when(
            pending.mayFalseStart(context),
            said -> said.claim(new Signal.MaySend(Permission.FALSE_START)))
        .to(
            Client12.promisesTicket(agreed)
                ? new ExpectNewSessionTicket(pending)
                : new ExpectChangeCipherSpec(pending));
  }
}
