package shakedown.client13;

import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.PSK_KE_WITHOUT_SHARE;
import static shakedown.rules.Rule.PSK_WAS_OFFERED;
import static shakedown.rules.Rule.SELECTED_IDENTITY_IN_RANGE;
import static shakedown.rules.Rule.SELECTED_SUITE_HASH_FITS_PSK;
import static shakedown.rules.Rule.SERVER_HELLO_HAS_SHARE;
import static shakedown.rules.Rule.SERVER_SHARE_GROUP_WAS_SHARED;
import static shakedown.rules.Rule.SESSION_ID_ECHOED;
import static shakedown.rules.Rule.SHARE_IS_VALID;
import static shakedown.rules.Rule.SHARE_PRESENT_IF_MODE_NEEDS_IT;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.crypto.KeySchedule13;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Epoch;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.OfferedKey;
import shakedown.handshake.Psk;
import shakedown.handshake.Step;
import shakedown.wire.Bearer;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extensions;
import shakedown.wire.Hash;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.PskMode;
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
    KeyShare share = answered.find(KeyShare.class).orElse(null);
    Optional<SelectedPsk> selected = answered.find(SelectedPsk.class);
    ImmutableList<OfferedKey> offered = offered(agreed, context);
    if (share == null && selected.isEmpty()) {
      return Step.abort(SERVER_HELLO_HAS_SHARE);
    }
    if (selected.isPresent() && offered.isEmpty()) {
      return Step.abort(PSK_WAS_OFFERED);
    }
    Psk resumed = selected.map(psk -> key(offered, psk.index())).orElse(null);
    Hash hash = agreed.suite().hash();
    return context
        .require(EXTENSION_IN_ITS_PLACE, () -> answered.areIn(Bearer.SERVER_HELLO))
        .require(
            SESSION_ID_ECHOED,
            () -> Echo.isOf13(agreed.client(), agreed.server().sessionId(), context))
        .require(
            SHARE_PRESENT_IF_MODE_NEEDS_IT,
            () -> share != null || agreed.client().takes(PskMode.PSK_KE))
        .require(
            PSK_KE_WITHOUT_SHARE,
            () -> share == null || resumed == null || agreed.client().takes(PskMode.PSK_DHE_KE))
        .require(
            SERVER_SHARE_GROUP_WAS_SHARED,
            () -> share == null || agreed.client().sharesFor(share.group()))
        .require(
            SHARE_IS_VALID,
            () -> share == null || context.crypto().isAnswer(share.group(), share.exchange()))
        .require(
            SELECTED_IDENTITY_IN_RANGE,
            () -> selected.stream().allMatch(psk -> psk.index() < offered.size()))
        .require(SELECTED_SUITE_HASH_FITS_PSK, () -> resumed == null || resumed.hash() == hash)
        .then(() -> keyed(agreed, share, resumed, context));
  }

  /** What the last hello offered. */
  private static ImmutableList<OfferedKey> offered(Agreed agreed, Context context) {
    if (!agreed.client().extensions().has(PreSharedKeys.class)) {
      return ImmutableList.of();
    }
    return agreed.transcript().isRestarted()
        ? OfferedKey.afterRetry(agreed.suite().hash(), context)
        : OfferedKey.first(context);
  }

  /** One out of range, where that is not asked, is taken for the last. */
  private static Psk key(ImmutableList<OfferedKey> offered, int index) {
    return offered.get(Math.min(index, offered.size() - 1)).key();
  }

  private static Step keyed(
      Agreed agreed, @Nullable KeyShare theirs, @Nullable Psk resumed, Context context) {
    Crypto crypto = context.crypto();
    var schedule = new KeySchedule13(crypto, agreed.suite().hash());
    Value early = resumed == null ? schedule.earlySecret() : schedule.earlySecret(resumed.psk());
    Value secret = schedule.handshakeSecret(early, shared(theirs, agreed, context));
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

  /** Zeros where a pre-shared key is all (RFC 8446 7.1). */
  private static Value shared(@Nullable KeyShare theirs, Agreed agreed, Context context) {
    return theirs == null
        ? context.crypto().zeros(agreed.suite().hash())
        : context
            .crypto()
            .agree(theirs.group(), Ephemeral.secret(theirs.group(), context), theirs.exchange());
  }

  /** Before Finished, a middlebox's ChangeCipherSpec is dropped (RFC 8446 5). */
  default Step otherwise(Input input) {
    return input instanceof Received(ChangeCipherSpec _)
        ? Step.to(this)
        : Step.unexpected(this, input);
  }
}
