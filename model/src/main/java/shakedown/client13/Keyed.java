package shakedown.client13;

import org.jspecify.annotations.Nullable;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Epoch;
import shakedown.handshake.Flight;
import shakedown.handshake.Psk;
import shakedown.policy.Option;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Message;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * A handshake that has keys but no end yet.
 *
 * @param secret the handshake secret (RFC 8446 7.1)
 * @param resumed the key that the server took of those offered, if it did
 * @param request for a certificate of the client, if one came
 */
record Keyed(
    Agreed agreed,
    Transcript transcript,
    Value secret,
    Value clientSecret,
    Value serverSecret,
    @Nullable Psk resumed,
    @Nullable CertificateRequest request) {
  Keyed heard(Message message) {
    return new Keyed(
        agreed, transcript.add(message), secret, clientSecret, serverSecret, resumed, request);
  }

  /** The server wants to know who this is. */
  Keyed asked(CertificateRequest asked) {
    return new Keyed(
        agreed, transcript.add(asked), secret, clientSecret, serverSecret, resumed, asked);
  }

  boolean offersEarlyData() {
    return agreed.client().extensions().has(EarlyData.class);
  }

  /** Whether the server took the first of the keys that were offered. */
  boolean takesFirstKey() {
    return agreed.server().extensions().find(SelectedPsk.class).stream()
        .anyMatch(selected -> selected.index() == 0);
  }

  Keys theirs() {
    return new Keys(agreed.suite(), Role.SERVER, serverSecret);
  }

  /** Our handshake keys; before them, once a session, a sign for middleboxes (RFC 8446 D.4). */
  Flight writeHandshake(Flight flight, Context context) {
    boolean disguised = context.policy().has(Option.MIDDLEBOX_COMPATIBILITY);
    boolean signed = offersEarlyData() || transcript.isRestarted();
    return flight
        .when(disguised && !signed, said -> said.aside(new ChangeCipherSpec()))
        .writeUnder(Epoch.HANDSHAKE, new Keys(agreed.suite(), Role.CLIENT, clientSecret));
  }

  KeySchedule13 schedule(Context context) {
    return new KeySchedule13(context.crypto(), agreed.suite().hash());
  }

  Value digest(Context context) {
    return transcript.digest(context.crypto(), agreed.suite().hash());
  }
}
