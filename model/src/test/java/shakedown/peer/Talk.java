package shakedown.peer;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import shakedown.client.Start;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.handshake.Signal.DataReceived;
import shakedown.pki.Trust;
import shakedown.policy.Policy;
import shakedown.rules.Rules;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/** A client and a server of the concrete algebra that exchange all octets they have. */
final class Talk {
  private final Live client;
  private final Live server;
  private int octets;

  /**
   * @param session its number: other numbers, other random values
   */
  Talk(long session, Side client, Side server) {
    this.client = client.live(new Start(), new Seed(1, "client", session));
    this.server = server.live(new ExpectClientHello(), new Seed(1, "server", session));
  }

  /** What a side brings. */
  record Side(Policy policy, Credentials credentials, Trust trust) {
    private Live live(Endpoint start, Seed seed) {
      var concrete = new Concrete(seed);
      var context = new Context(policy, credentials, trust, Rules.RFC, concrete);
      return new Live(start, context, concrete, Watcher.NOBODY);
    }
  }

  Talk connect() {
    client.on(new Input.Connect());
    exchange();
    return this;
  }

  void clientSays(String data) {
    client.on(new Input.Write(octets(data)));
    exchange();
  }

  void serverSays(String data) {
    server.on(new Input.Write(octets(data)));
    exchange();
  }

  private void exchange() {
    byte[] forth = client.take();
    byte[] back = server.take();
    while (forth.length + back.length > 0) {
      octets += forth.length + back.length;
      server.receive(forth);
      client.receive(back);
      forth = client.take();
      back = server.take();
    }
  }

  Live client() {
    return client;
  }

  Live server() {
    return server;
  }

  /** How many octets went over the line, both ways. */
  int octets() {
    return octets;
  }

  static <S extends Signal> ImmutableList<S> claims(Live side, Class<S> type) {
    return side.signals().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .collect(toImmutableList());
  }

  static ImmutableList<String> heard(Live side) {
    return claims(side, DataReceived.class).stream()
        .map(received -> new String(Octets.bytes(received.data()), StandardCharsets.UTF_8))
        .collect(toImmutableList());
  }

  private static Value octets(String data) {
    return Octets.of(data.getBytes(StandardCharsets.UTF_8));
  }
}
