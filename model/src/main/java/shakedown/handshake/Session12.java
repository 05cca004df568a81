package shakedown.handshake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.wire.CipherSuite;
import shakedown.wire.Remembered;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * A session of TLS 1.2: by its id (RFC 5246 7.4.1.2), or by a ticket (RFC 5077).
 *
 * @param id null where the server gave none
 * @param ticket null where the server gave none
 * @param extended whether the master secret is an extended one (RFC 7627)
 */
public record Session12(
    @Nullable Value id,
    @Nullable Value ticket,
    CipherSuite suite,
    boolean extended,
    Value masterSecret,
    PeerProven peer,
    Remembered remembered)
    implements Session {
  /** The one that a client offers: the best with whom it means. */
  public static Optional<Session12> offered(Context context) {
    return context.policy().speaks(Version.TLS12)
        ? context.credentials().offers().stream()
            .map(Credentials.Offer::session)
            .filter(Session12.class::isInstance)
            .map(Session12.class::cast)
            .filter(session -> session.isWith(context))
            .filter(session -> session.keepsFragment(context))
            .findFirst()
        : Optional.empty();
  }

  /** Whether the client would ask for the fragments that the session has (RFC 6066 4). */
  private boolean keepsFragment(Context context) {
    return remembered.fragment() == 0
        || remembered.fragment() == context.policy().sizes().maxFragmentLength();
  }
}
