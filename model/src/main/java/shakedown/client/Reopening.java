package shakedown.client;

import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Flight;
import shakedown.handshake.Opening;
import shakedown.handshake.Step;
import shakedown.wire.Message.ClientHello;

/** The hello of a renegotiation: of TLS 1.2 alone, and with no session to resume. */
record Reopening() implements Opening {
  @Override
  public Step open(Endpoint origin, Context context) {
    ClientHello hello = Hellos.renegotiating(context);
    Flight flight = Flight.after(Transcript.EMPTY).say(hello).flush();
    return flight.to(new ExpectServerHello(hello, flight.transcript(), null, origin));
  }
}
