package shakedown.client13;

import static shakedown.handshake.Answers.Place.SERVER_HELLO;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.PSK_WAS_OFFERED;
import static shakedown.rules.Rule.SELECTED_IDENTITY_IN_RANGE;
import static shakedown.rules.Rule.SELECTED_SUITE_HASH_FITS_PSK;
import static shakedown.rules.Rule.SERVER_HELLO_HAS_SHARE;
import static shakedown.rules.Rule.SERVER_SHARE_GROUP_WAS_SHARED;
import static shakedown.rules.Rule.SESSION_ID_ECHOED;
import static shakedown.rules.Rule.SHARE_IS_VALID;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.crypto.KeySchedule13;
import shakedown.handshake.Agreed;
import shakedown.handshake.Answers;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Epoch;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Session13;
import shakedown.handshake.Step;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extensions;
import shakedown.wire.Hash;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** The client after a ServerHello of version 1.3. */
public sealed interface Client13 extends Endpoint
    permits ExpectEncryptedExtensions,
        ExpectCertificateRequestOrCertificate,
        ExpectCertificate,
        ExpectCertificateVerify,
        ExpectFinished,
        Connected {
  /** Takes over from the hellos. */
  static Step begin(Agreed agreed, Context context) {
    Extensions answered = agreed.server().extensions();
    Optional<KeyShare> share = answered.find(KeyShare.class);
    Optional<SelectedPsk> selected = answered.find(SelectedPsk.class);
    Optional<Session13> offered =
        context
            .credentials()
            .offered13()
            .filter(_ -> agreed.client().extensions().has(PreSharedKeys.class));
    if (share.isEmpty()) {
      return Step.abort(SERVER_HELLO_HAS_SHARE);
    }
    if (selected.isPresent() && offered.isEmpty()) {
      return Step.abort(PSK_WAS_OFFERED);
    }
    Session13 resumed = selected.flatMap(_ -> offered).orElse(null);
    Hash hash = agreed.suite().hash();
    return context
        .require(
            EXTENSION_IN_ITS_PLACE,
            () -> Answers.areIn(SERVER_HELLO, answered, agreed.client().extensions()))
        .require(
            SESSION_ID_ECHOED,
            () -> Echo.isOf(agreed.client(), agreed.server().sessionId(), context))
        .require(
            SERVER_SHARE_GROUP_WAS_SHARED, () -> agreed.client().sharesFor(share.get().group()))
        .require(
            SHARE_IS_VALID,
            () -> context.crypto().isShare(share.get().group(), share.get().exchange()))
        .require(
            SELECTED_IDENTITY_IN_RANGE, () -> selected.stream().allMatch(psk -> psk.index() == 0))
        .require(
            SELECTED_SUITE_HASH_FITS_PSK, () -> resumed == null || resumed.suite().hash() == hash)
        .then(() -> keyed(agreed, share.get(), resumed, context));
  }

  private static Step keyed(
      Agreed agreed, KeyShare theirs, @Nullable Session13 resumed, Context context) {
    Crypto crypto = context.crypto();
    var schedule = new KeySchedule13(crypto, agreed.suite().hash());
    Value early = resumed == null ? schedule.earlySecret() : schedule.earlySecret(resumed.psk());
    Value own = Ephemeral.secret(theirs.group(), context);
    Value secret =
        schedule.handshakeSecret(early, crypto.agree(theirs.group(), own, theirs.exchange()));
    Keyed keyed =
        new Keyed(
            agreed,
            agreed.transcript(),
            secret,
            schedule.derive(secret, "c hs traffic", agreed.transcript()),
            schedule.derive(secret, "s hs traffic", agreed.transcript()),
            resumed,
            null);
    // where early data may still flow, EncryptedExtensions tells when it ends
    return Flight.after(agreed.transcript())
        .speak(Version.TLS13, agreed.suite())
        .readUnder(Epoch.HANDSHAKE, keyed.theirs())
        .when(!keyed.offersEarlyData(), told -> keyed.writeHandshake(told, context))
        .to(new ExpectEncryptedExtensions(keyed));
  }

  /** Before Finished, a middlebox's ChangeCipherSpec is dropped (RFC 8446 5). */
  default Step otherwise(Input input) {
    return input instanceof Received(ChangeCipherSpec _)
        ? Step.to(this)
        : Step.unexpected(this, input);
  }
}
