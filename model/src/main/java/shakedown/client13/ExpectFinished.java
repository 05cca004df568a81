package shakedown.client13;

import static shakedown.rules.Rule.NO_EXTERNAL_PSK_WITH_CERTIFICATE;
import static shakedown.rules.Rule.PSK_ALONE_NO_CERTIFICATE_REQUEST;
import static shakedown.rules.Rule.SERVER_FINISHED_IS_VALID;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreement;
import shakedown.handshake.Context;
import shakedown.handshake.Epoch;
import shakedown.handshake.Established;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.PreSharedKey;
import shakedown.handshake.Psk;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.handshake.Tag;
import shakedown.handshake.Traffic;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Message.Finished;
import shakedown.wire.Remembered;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * The server's tag is to come (RFC 8446 A.1: WAIT_FINISHED).
 *
 * @param peer null where only the tag can prove it: under a key from outside of TLS
 * @param earlyData whether the server takes early data, so that its end must be told
 */
record ExpectFinished(Keyed keyed, @Nullable PeerProven peer, boolean earlyData)
    implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    String host = context.policy().host();
    return switch (input) {
      case Received(Finished finished) ->
          context
              .require(
                  SERVER_FINISHED_IS_VALID,
                  () -> tag(keyed.serverSecret()).isIn(finished, keyed.transcript(), context))
              .proveByTag(peer, host, proven -> complete(keyed.heard(finished), proven, context));
      case Received(CertificateRequest request) when keyed.resumed() != null ->
          context
              .require(
                  keyed.resumed() instanceof PreSharedKey
                      ? NO_EXTERNAL_PSK_WITH_CERTIFICATE
                      : PSK_ALONE_NO_CERTIFICATE_REQUEST,
                  () -> false)
              .then(() -> Step.to(new ExpectFinished(keyed.asked(request), peer, earlyData)));
      default -> otherwise(input);
    };
  }

  private Tag tag(Value secret) {
    return new Tag(secret, keyed.agreed().suite().hash());
  }

  /** Whom a session has shown the client to be. */
  private static String known(@Nullable Psk resumed) {
    return resumed instanceof Session13 session ? session.remembered().client() : Remembered.ANYONE;
  }

  private Step complete(Keyed done, PeerProven proven, Context context) {
    KeySchedule13 schedule = done.schedule(context);
    CipherSuite suite = done.agreed().suite();
    Transcript untilServer = done.transcript();
    Value master = schedule.masterSecret(done.secret());
    Value theirs = schedule.derive(master, "s ap traffic", untilServer);
    Value ours = schedule.derive(master, "c ap traffic", untilServer);
    Agreement agreement = new Agreement(Version.TLS13, suite, done.digest(context));
    Optional<ClientCertificate> self =
        Optional.ofNullable(done.request())
            .map(request -> ClientCertificate.to(request, suite.hash(), untilServer, context));
    String name = self.map(shown -> shown.name(context)).orElse(known(done.resumed()));
    Flight flight =
        Flight.after(untilServer)
            .readUnder(Epoch.APPLICATION, new Keys(suite, Role.SERVER, theirs))
            .when(earlyData, said -> done.writeHandshake(said.say(new EndOfEarlyData()), context))
            .when(self.isPresent(), said -> self.orElseThrow().in(said, context))
            .claim(new Signal.Running(Role.CLIENT, name, agreement))
            .say(before -> tag(done.clientSecret()).over(before, context))
            .flush()
            .writeUnder(Epoch.APPLICATION, new Keys(suite, Role.CLIENT, ours))
            .claim(new Signal.Commit(Role.CLIENT, proven.name(), agreement))
            .claim(new Signal.MaySend(Permission.FULL));
    return flight.to(
        new Connected(
            proven,
            new Established(suite, master, untilServer, flight.transcript(), name),
            Traffic.of(suite, Role.CLIENT, ours, theirs)));
  }
}
