package shakedown.interop;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Optional;
import shakedown.handshake.Closed;
import shakedown.wire.Role;

/** The JDK's own stack, in memory. */
final class JsseStack implements Stack {
  @Override
  public String name() {
    return "jsse";
  }

  @Override
  public Optional<String> version() {
    return Optional.of(System.getProperty("java.version"));
  }

  @Override
  public Meeting meet(Feature feature, Role ourRole) {
    var sessions = new ArrayList<Ours>();
    var said = new StringBuilder();
    try {
      Jsse jsse =
          ourRole == Role.CLIENT
              ? new Jsse(feature.chain(), Us.CLIENT)
              : new Jsse(Us.CLIENT, feature.chain());
      for (int i = 0; i < feature.sessions(); i++) {
        Ours ours =
            ourRole == Role.CLIENT
                ? Us.client(feature, i, sessions)
                : Us.server(feature, i, sessions);
        sessions.add(ours);
        talk(ours, jsse.peer(feature, ourRole), feature, said);
      }
      return new Meeting(ImmutableList.copyOf(sessions), said.toString(), null);
    } catch (RuntimeException | AssertionError failure) {
      said.append(Throwables.getStackTraceAsString(failure));
      return new Meeting(ImmutableList.copyOf(sessions), said.toString(), failure);
    }
  }

  private static void talk(Ours ours, JssePeer peer, Feature feature, StringBuilder said) {
    if (peer.isClient()) {
      peer.connect();
      answerFalseStart(ours, peer, feature);
      Peer.connect(peer, ours);
    } else {
      ours.connect();
      carryAndStartFalsely(ours, peer, feature);
    }
    check(ours.isConnected(), "no handshake: " + ours);
    if (feature.wants(Wish.EXPORTER)) {
      ours.ask(Us.EXPORT);
      said.append(peer.exported(Us.EXPORT.label(), Us.EXPORT.length()));
    }
    ours.say("from us");
    peer.say("from them");
    Peer.connect(ours, peer);
    check(ours.heard().endsWith("from them"), "heard " + ours.heard());
    check(peer.heard().endsWith("from us"), "the peer heard " + peer.heard());
    close(ours, peer);
  }

  private static void answerFalseStart(Ours server, JssePeer peer, Feature feature) {
    if (feature.wants(Wish.FALSE_START)) {
      peer.say("early bird");
      server.receive(peer.take());
      peer.receive(server.take());
      server.receive(peer.take());
      check(server.heard().equals("early bird"), "it waits for the server's Finished");
    }
  }

  private static void carryAndStartFalsely(Ours client, JssePeer peer, Feature feature) {
    if (feature.wants(Wish.FALSE_START)) {
      while (!client.mayTalk()) {
        peer.receive(client.take());
        client.receive(peer.take());
      }
      client.say("early bird");
    }
    Peer.connect(client, peer);
  }

  /** The client closes, as it would in life; a session that was cut is not resumed. */
  private static void close(Ours ours, JssePeer peer) {
    if (peer.isClient()) {
      peer.close();
      Peer.connect(peer, ours);
      check(ours.state() instanceof Closed, "not closed: " + ours);
    } else {
      ours.close();
      Peer.connect(ours, peer);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
