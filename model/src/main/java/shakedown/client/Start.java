package shakedown.client;

import java.util.Optional;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Epoch;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Permission;
import shakedown.handshake.Session13;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.policy.Option;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Nothing is said yet (RFC 8446 A.1: START). */
public record Start() implements Endpoint {
  @Override
  public Step on(Input input, Context context) {
    if (!(input instanceof Input.Connect)) {
      return Step.unexpected(this, input);
    }
    ClientHello hello = Hellos.first(context);
    Flight flight = Flight.after(Transcript.EMPTY).say(hello);
    Optional<EarlyWords> early = EarlyWords.of(context);
    return flight
        .when(early.isPresent(), said -> withEarlyData(said, early.orElseThrow(), context))
        .flush()
        .to(new ExpectServerHello(hello, flight.transcript(), null));
  }

  private static Flight withEarlyData(Flight hello, EarlyWords early, Context context) {
    Session13 session = early.session();
    var schedule = new KeySchedule13(context.crypto(), session.suite().hash());
    Value secret =
        schedule.derive(schedule.earlySecret(session.psk()), "c e traffic", hello.transcript());
    return hello
        .when(
            context.policy().has(Option.MIDDLEBOX_COMPATIBILITY),
            said -> said.aside(new ChangeCipherSpec()))
        .speak(Version.TLS13, session.suite())
        .writeUnder(Epoch.EARLY, new Keys(session.suite(), Role.CLIENT, secret))
        .claim(new Signal.MaySend(Permission.EARLY))
        .claim(new Signal.DataSent(Permission.EARLY, early.data()))
        .aside(new ApplicationData(early.data()));
  }
}
