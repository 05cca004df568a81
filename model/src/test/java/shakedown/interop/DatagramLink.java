package shakedown.interop;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.datagram.CookieGuard;
import shakedown.datagram.CookieGuard.Verdict;
import shakedown.datagram.Event;
import shakedown.datagram.Party;
import shakedown.datagram.Setting;
import shakedown.handshake.Input;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Octets;

/** A party over a socket of datagrams. */
final class DatagramLink implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int GLANCE_MILLIS = 20;
  private static final int LARGEST = 1 << 16;

  private final DatagramSocket socket;
  private final Predicate<Octets> isLost;
  private @Nullable SocketAddress peer;
  private @Nullable Party party;

  /**
   * At a free port of loopback.
   *
   * @param isLost whether a datagram to or from the peer goes astray
   */
  DatagramLink(Predicate<Octets> isLost) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.isLost = isLost;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The client begins. */
  void connect(Party client, int port) {
    peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    party = client;
    send(client.connect());
  }

  /** The server begins with whatever comes first. */
  void listen(Party server) {
    party = server;
  }

  /** The server begins with whoever shows that it hears. */
  Party admit(Setting setting) throws IOException {
    var guard =
        new CookieGuard(new Concrete(new Seed(1, "guard", 0)), Party.words("a guard's key"));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Octets datagram = read();
      if (datagram == null) {
        continue;
      }
      Octets address = Octets.of(String.valueOf(peer).getBytes(StandardCharsets.US_ASCII));
      switch (guard.hear(datagram, address, new ExpectClientHello())) {
        case Verdict.Drop _ -> {}
        case Verdict.Ask(Octets request) -> send(List.of(request));
        case Verdict.Admit(var conversation) -> {
          var server = new Party(conversation, setting);
          party = server;
          send(server.on(new Event.Arrived(datagram), System.nanoTime()));
          return server;
        }
      }
    }
    return fail("nobody was let in");
  }

  /** Carries datagrams both ways until this holds. */
  void until(BooleanSupplier holds, String expected) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      long now = System.nanoTime();
      if (now > deadline || party == null) {
        fail("expected " + expected + "; " + party);
      }
      if (party.isTimed() && party.deadlineNanos() <= now) {
        send(party.fire());
      }
      Octets datagram = read();
      if (datagram != null) {
        send(party.on(new Event.Arrived(datagram), System.nanoTime()));
      }
    }
  }

  void say(Party from, String words) {
    send(from.say(words, System.nanoTime()));
  }

  /** Says goodbye. */
  void close(Party from) {
    send(from.on(new Event.Told(new Input.Close()), System.nanoTime()));
  }

  private void send(List<Octets> datagrams) {
    for (Octets each : datagrams) {
      byte[] octets = Octets.bytes(each);
      if (peer != null && !isLost.test(each)) {
        try {
          socket.send(new DatagramPacket(octets, octets.length, peer));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private @Nullable Octets read() throws IOException {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    try {
      socket.setSoTimeout(GLANCE_MILLIS);
      socket.receive(packet);
    } catch (SocketTimeoutException _) {
      return null;
    }
    peer = packet.getSocketAddress();
    Octets datagram = Octets.of(Arrays.copyOf(packet.getData(), packet.getLength()));
    return isLost.test(datagram) ? null : datagram;
  }

  @Override
  public void close() {
    socket.close();
  }
}
