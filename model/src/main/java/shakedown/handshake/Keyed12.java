package shakedown.handshake;

import static shakedown.rules.Rule.TLS12_FINISHED_COVERS_TRANSCRIPT;

import shakedown.crypto.KeySchedule12;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Message;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.Finished;
import shakedown.wire.Remembered;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** A handshake of TLS 1.2 that has a master secret but no end yet: the same at both sides. */
public record Keyed12(Agreed agreed, Transcript transcript, Value masterSecret) {
  /**
   * A full handshake, once the premaster secret is known.
   *
   * @param untilKeyExchange all messages up to and including ClientKeyExchange
   */
  public static Keyed12 of(
      Agreed agreed, Transcript untilKeyExchange, Value premaster, Context context) {
    var schedule = new KeySchedule12(context.crypto(), agreed.suite());
    Value masterSecret =
        isExtended(agreed)
            ? schedule.extendedMasterSecret(premaster, untilKeyExchange)
            : schedule.masterSecret(premaster, agreed.client().random(), agreed.server().random());
    return new Keyed12(agreed, untilKeyExchange, masterSecret);
  }

  /** Whether both sides bind the master secret to the handshake (RFC 7627 5.1). */
  public static boolean isExtended(Agreed agreed) {
    return agreed.server().extensions().has(ExtendedMasterSecret.class);
  }

  /** Whether both sides put the MAC around what is encrypted (RFC 7366 2). */
  public static boolean encryptsThenMacs(Agreed agreed) {
    return agreed.server().extensions().has(EncryptThenMac.class);
  }

  public Keyed12 heard(Message message) {
    return at(transcript.add(message));
  }

  public Keyed12 at(Transcript later) {
    return new Keyed12(agreed, later, masterSecret);
  }

  public Keys keys(Role writer, Context context) {
    return schedule(context)
        .keys(
            masterSecret,
            agreed.client().random(),
            agreed.server().random(),
            writer,
            encryptsThenMacs(agreed));
  }

  /** The peer's next records are under its keys of this handshake. */
  public Flight read(Role peer, Context context) {
    return Flight.after(transcript)
        .readWithin(RecordSizes12.readUnderKeys(agreed, context), peer)
        .readUnder(Epoch.APPLICATION, keys(peer, context));
  }

  /** Whether this Finished is the one that this side sends after all that was said before. */
  public boolean isFinished(Finished finished, Role side, Context context) {
    return context.crypto().same(finished.verifyData(), verifyData(side, transcript, context));
  }

  /**
   * The last words of a side: ChangeCipherSpec, and Finished under the new keys (RFC 5246 7.3).
   *
   * @param self as the peer may know this side
   */
  public Flight finish(Flight flight, Role side, String self, Context context) {
    return flight
        .claim(new Signal.Running(side, self, agreement()))
        .aside(new ChangeCipherSpec())
        .writeWithin(RecordSizes12.writtenUnderKeys(agreed, context), side)
        .writeUnder(Epoch.APPLICATION, keys(side, context))
        .say(before -> new Finished(verifyData(side, before, context)))
        .flush();
  }

  public Agreement agreement() {
    return new Agreement(Version.TLS12, agreed.suite(), masterSecret);
  }

  /** What a server remembers of a session with this client, or seals into a ticket. */
  public SealedSession session(String client) {
    return new SealedSession(
        Version.TLS12, agreed.suite(), isExtended(agreed), remembered(client), masterSecret);
  }

  /** What both sides remember of a session with this client. */
  public Remembered remembered(String client) {
    return Remembered.of(agreed.client(), agreed.server().extensions(), client);
  }

  private Value verifyData(Role side, Transcript before, Context context) {
    Value covered =
        context.covered(
            TLS12_FINISHED_COVERS_TRANSCRIPT,
            () -> before.digest(context.crypto(), agreed.suite().hash()));
    return schedule(context).verifyData(masterSecret, side, covered);
  }

  private KeySchedule12 schedule(Context context) {
    return new KeySchedule12(context.crypto(), agreed.suite());
  }
}
