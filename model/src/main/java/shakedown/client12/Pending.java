package shakedown.client12;

import static java.util.Objects.requireNonNull;
import static shakedown.rules.Rule.FALSE_START_CIPHER_ALLOWED;
import static shakedown.rules.Rule.FALSE_START_KEY_EXCHANGE_ALLOWED;
import static shakedown.rules.Rule.FALSE_START_STRONG_GROUP;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.Context;
import shakedown.handshake.Exporter12;
import shakedown.handshake.Finishes;
import shakedown.handshake.Flight;
import shakedown.handshake.Keyed12;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Session12;
import shakedown.handshake.Signal;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * What a client holds until the server's Finished.
 *
 * @param self whom the client has shown itself to be
 * @param ticket what NewSessionTicket brought; null where it did not come
 */
record Pending(Keyed12 keyed, PeerProven peer, String self, @Nullable Value ticket) {
  Pending heard(NewSessionTicket12 message) {
    return new Pending(keyed.heard(message), peer, self, message.ticket());
  }

  Pending heard(Finished finished) {
    return new Pending(keyed.heard(finished), peer, self, ticket);
  }

  boolean isFinished(Finished finished, Context context) {
    return keyed.isFinished(finished, Role.SERVER, context);
  }

  /** Under an AEAD only, and with forward secrecy in a good group (RFC 7918 5.1, 5.3). */
  boolean mayFalseStart(Context context) {
    CipherSuite suite = keyed.agreed().suite();
    KeyExchange exchange = suite.keyExchange();
    return context.policy().has(Option.FALSE_START)
        && context.grants(FALSE_START_CIPHER_ALLOWED, () -> suite.cipher().isAead())
        && context.grants(
            FALSE_START_KEY_EXCHANGE_ALLOWED,
            () -> exchange.isEphemeral() && exchange.isSigned() && !exchange.isWeak())
        && context.grants(FALSE_START_STRONG_GROUP, () -> !isCustom());
  }

  /** Whether the server made the field up, perhaps for an attacker's hello (RFC 7919 8.9). */
  private boolean isCustom() {
    return keyed.transcript().messages().stream()
        .anyMatch(
            said ->
                said instanceof ServerKeyExchange told
                    && told.parameters() instanceof Parameters.Share share
                    && !(share.group() instanceof NamedGroup));
  }

  /** What a full handshake began: resumed by its ticket if it has one, which makes the id idle. */
  Optional<Session12> session(Context context) {
    boolean byId = ticket == null && context.policy().has(Option.SESSION_IDS);
    return resumable(byId ? keyed.agreed().server().sessionId() : null);
  }

  /** What a resumption renewed: nothing without a new ticket. */
  Optional<Session12> renewed() {
    return resumable(null);
  }

  /** Claims that the handshake is done. */
  Flight complete(Flight flight) {
    return flight
        .claim(new Signal.Commit(Role.CLIENT, peer.name(), keyed.agreement()))
        .claim(new Signal.MaySend(Permission.FULL));
  }

  /**
   * Where all is done.
   *
   * @param whole with both Finished
   * @param first who finished first
   */
  Connected connected(Keyed12 whole, Role first) {
    return new Connected(
        peer,
        Finishes.of(whole, first),
        Exporter12.of(whole),
        requireNonNull(keyed.agreed().opening()));
  }

  private Optional<Session12> resumable(@Nullable Value id) {
    return id == null && ticket == null
        ? Optional.empty()
        : Optional.of(
            new Session12(
                id,
                ticket,
                keyed.agreed().suite(),
                Keyed12.isExtended(keyed.agreed()),
                keyed.masterSecret(),
                peer,
                keyed.remembered(self)));
  }
}
