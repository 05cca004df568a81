package shakedown.handshake;

import static shakedown.rules.Rule.KEY_UPDATE_ANSWERED;
import static shakedown.rules.Rule.KEY_UPDATE_REQUEST_VALID;

import java.util.function.Function;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Role;
import shakedown.wire.Value;

/**
 * What protects data of TLS 1.3 now: each update makes the next secret of the last (RFC 8446 7.2).
 *
 * @param ours the secret that this side writes under
 * @param theirs the secret that the peer writes under
 * @param awaited whether the peer was asked to update its own, and has not yet
 */
public record Traffic(CipherSuite suite, Role self, Value ours, Value theirs, boolean awaited) {
  public static Traffic of(CipherSuite suite, Role self, Value ours, Value theirs) {
    return new Traffic(suite, self, ours, theirs, false);
  }

  /**
   * Updates what this side writes under; the message itself goes under the old keys (RFC 8446
   * 4.6.3).
   *
   * @param mutual whether the peer is to update too: asked only once until it does
   */
  public Step update(boolean mutual, Context context, Function<Traffic, Endpoint> next) {
    boolean asks = mutual && !awaited;
    int request = asks ? KeyUpdate.REQUESTED : KeyUpdate.NOT_REQUESTED;
    var now = new Traffic(suite, self, after(ours, context), theirs, awaited || asks);
    return now.told(Flight.after(Transcript.EMPTY), request).to(next.apply(now));
  }

  /** Takes the peer's update, and answers it at once if the peer wants that. */
  public Step heard(KeyUpdate update, Context context, Function<Traffic, Endpoint> next) {
    boolean asked = update.request() == KeyUpdate.REQUESTED;
    return context
        .require(
            KEY_UPDATE_REQUEST_VALID, () -> asked || update.request() == KeyUpdate.NOT_REQUESTED)
        .then(() -> read(asked && answers(context), context, next));
  }

  private static boolean answers(Context context) {
    return !context.grants(KEY_UPDATE_ANSWERED, () -> false);
  }

  private Step read(boolean answers, Context context, Function<Traffic, Endpoint> next) {
    Value written = answers ? after(ours, context) : ours;
    var now = new Traffic(suite, self, written, after(theirs, context), false);
    return Flight.after(Transcript.EMPTY)
        .readUnder(Epoch.APPLICATION, new Keys(suite, self.peer(), now.theirs))
        .when(answers, flight -> now.told(flight, KeyUpdate.NOT_REQUESTED))
        .to(next.apply(now));
  }

  private Flight told(Flight flight, int request) {
    return flight
        .aside(new KeyUpdate(request))
        .writeUnder(Epoch.APPLICATION, new Keys(suite, self, ours))
        .flush();
  }

  private Value after(Value secret, Context context) {
    return new KeySchedule13(context.crypto(), suite.hash()).updated(secret);
  }

  /** What the Finished of a client that authenticates after the handshake holds (4.4.4). */
  public Tag clientTag() {
    return new Tag(self == Role.CLIENT ? ours : theirs, suite.hash());
  }
}
