package shakedown.handshake;

import static shakedown.rules.Rule.POST_HANDSHAKE_CONTEXT_COVERS_MAIN;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Crypto;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content.ExporterContext;
import shakedown.wire.Extension;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Message;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Remembered;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * What a finished handshake of TLS 1.3 leaves at either side (RFC 8446 7.1).
 *
 * @param untilServer all messages up to the server's Finished
 * @param whole all messages up to the client's Finished
 * @param client whom the client has shown itself to be
 */
public record Established(
    CipherSuite suite,
    Value masterSecret,
    Transcript untilServer,
    Transcript whole,
    String client) {
  /** Once the client has shown itself to be this one. */
  public Established with(String shown) {
    return new Established(suite, masterSecret, untilServer, whole, shown);
  }

  /** RFC 8446 4.6.1. */
  public Value resumptionPsk(Value nonce, Context context) {
    return schedule(context.crypto()).resumptionPsk(masterSecret, whole, nonce);
  }

  /** RFC 8446 7.5: no context is an empty one. */
  public Value exported(Input.Export asked, Context context) {
    Crypto crypto = context.crypto();
    Value about = asked.context();
    var hashed = new ExporterContext(about == null ? crypto.absent("context") : about);
    return schedule(crypto)
        .exported(
            masterSecret,
            untilServer,
            asked.label(),
            crypto.digest(suite.hash(), ImmutableList.of(hashed)),
            asked.length());
  }

  /** What both sides share of the handshake. */
  public Agreement agreement(Context context) {
    return new Agreement(Version.TLS13, suite, untilServer.digest(context.crypto(), suite.hash()));
  }

  /** Whether the client's hello holds this. */
  public boolean offers(Class<? extends Extension> type) {
    return said(ClientHello.class).extensions().has(type);
  }

  /** Whether a key from outside of TLS stands for certificates (RFC 9257). */
  public boolean isExternal(Context context) {
    Optional<SelectedPsk> selected = said(ServerHello.class).extensions().find(SelectedPsk.class);
    return said(ClientHello.class).extensions().find(PreSharedKeys.class).stream()
        .flatMap(offered -> selected.stream().map(psk -> offered.identities().get(psk.index())))
        .anyMatch(
            identity ->
                context.credentials().preShared(identity.ticket(), context.crypto()).isPresent());
  }

  /** What a ticket of this handshake remembers. */
  public Remembered remembered() {
    return Remembered.of(
        said(ClientHello.class), said(EncryptedExtensions.class).extensions(), client);
  }

  /** Of two hellos it is the second: the first left its hash only (RFC 8446 4.4.1). */
  private <M extends Message> M said(Class<M> type) {
    return untilServer.messages().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** What an authentication after the handshake begins with (RFC 8446 4.4). */
  public Transcript requested(CertificateRequest request, Context context) {
    return context
        .covered(POST_HANDSHAKE_CONTEXT_COVERS_MAIN, whole, Transcript.EMPTY)
        .add(request);
  }

  private KeySchedule13 schedule(Crypto crypto) {
    return new KeySchedule13(crypto, suite.hash());
  }
}
