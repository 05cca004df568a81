package shakedown.server13;

import static shakedown.rules.Rule.EXTERNAL_PSK_NO_POST_HANDSHAKE_AUTH;

import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Decompression;
import shakedown.handshake.Effect;
import shakedown.handshake.Established;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Authenticate;
import shakedown.handshake.Input.Export;
import shakedown.handshake.Input.GiveTicket;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Input.UpdateKeys;
import shakedown.handshake.Input.Write;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.handshake.Traffic;
import shakedown.wire.Extension.PostHandshakeAuth;
import shakedown.wire.Message;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Value;

/**
 * RFC 8446 A.2: CONNECTED.
 *
 * @param tickets how many were given
 */
record Connected(Established established, int tickets, Traffic traffic, Requests requests)
    implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ApplicationData(Value data)) ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Write(Value data) -> Step.write(this, Permission.FULL, data);
      case GiveTicket _ ->
          new Tickets(established, context)
              .given(Flight.after(Transcript.EMPTY), tickets, 1)
              .to(new Connected(established, tickets + 1, traffic, requests));
      case Received(KeyUpdate update) -> traffic.heard(update, context, this::under);
      case UpdateKeys(boolean mutual) -> traffic.update(mutual, context, this::under);
      case Authenticate _ when mayAsk(context) -> asked(requests.request(context));
      case Received(Certificate shown) when requests.pending() != null ->
          answered(requests.pending(), shown, shown, context);
      case Received(CompressedCertificate shown) when requests.pending() != null -> {
        CertificateRequest pending = requests.pending();
        yield Decompression.of(shown, context, plain -> answered(pending, plain, shown, context));
      }
      case Export asked ->
          Step.to(
              this, new Effect.Claim(new Signal.Exported(established.exported(asked, context))));
      default -> Step.unexpected(this, input);
    };
  }

  private Connected under(Traffic updated) {
    return new Connected(established, tickets, updated, requests);
  }

  /** A ticket from now on remembers this client. */
  Connected knowing(PeerProven client) {
    return new Connected(established.with(client.name()), tickets, traffic, requests);
  }

  private Connected with(Requests others) {
    return new Connected(established, tickets, traffic, others);
  }

  /** One at a time, and none of a client that does not expect it (RFC 8446 4.6.2). */
  private boolean mayAsk(Context context) {
    return requests.pending() == null
        && established.offers(PostHandshakeAuth.class)
        && context.grants(
            EXTERNAL_PSK_NO_POST_HANDSHAKE_AUTH, () -> !established.isExternal(context));
  }

  private Step asked(CertificateRequest request) {
    return Step.to(with(requests.and(request)), new Effect.Send(request), new Effect.Flush());
  }

  private Step answered(
      CertificateRequest request, Certificate certificate, Message message, Context context) {
    Transcript asked = established.requested(request, context);
    var last = new ExpectLateFinished(with(requests.answered()), asked, PeerProven.ANYONE);
    return new ClientCertificate(request, last).shown(certificate, message, context);
  }
}
