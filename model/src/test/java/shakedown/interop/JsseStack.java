package shakedown.interop;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Optional;
import shakedown.handshake.Closed;
import shakedown.wire.Role;

/** The JDK's own stack, in memory. */
final class JsseStack implements Stack {
  private static final int ROUNDS = 4;

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
      if (feature.course().refusal() != null) {
        refuse(ours, peer, said);
        return;
      }
      answerFalseStart(ours, peer, feature);
      Peer.connect(peer, ours);
    } else {
      ours.connect();
      if (feature.course().refusal() != null) {
        refuse(ours, peer, said);
        return;
      }
      carryAndStartFalsely(ours, peer, feature);
    }
    check(ours.isConnected(), "no handshake: " + ours);
    if (feature.wants(Wish.EXPORTER)) {
      ours.ask(Us.EXPORT);
      said.append(peer.exported(Us.EXPORT.label(), Us.EXPORT.length()));
    }
    begin(ours, peer, feature);
    ours.say("from us");
    peer.say("from them");
    Peer.connect(ours, peer);
    check(ours.heard().endsWith("from them"), "heard " + ours.heard());
    check(peer.heard().endsWith("from us"), "the peer heard " + peer.heard());
    close(ours, peer);
  }

  private static void begin(Ours ours, JssePeer peer, Feature feature) {
    Deed deed = feature.course().deed();
    if (deed == null) {
      return;
    }
    if ((deed.actor() == Role.CLIENT) == peer.isClient()) {
      peer.begin(deed);
    } else {
      ours.ask(deed.asked());
    }
    Peer.connect(ours, peer);
    Peer.connect(peer, ours);
    check(deed.isDone(ours), "not done: " + deed + "; " + ours);
  }

  /** An engine throws what it refuses, and then says so to its peer. */
  private static void refuse(Ours ours, JssePeer peer, StringBuilder said) {
    for (int i = 0; i < ROUNDS && !(ours.state() instanceof Closed); i++) {
      try {
        peer.receive(ours.take());
      } catch (AssertionError e) {
        said.append(Throwables.getStackTraceAsString(e));
      }
      try {
        ours.receive(peer.take());
      } catch (AssertionError e) {
        said.append(Throwables.getStackTraceAsString(e));
      }
    }
    said.append(ours.isConnected() ? "it refuses nothing" : "");
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
