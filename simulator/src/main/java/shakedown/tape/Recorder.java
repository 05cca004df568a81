package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import shakedown.client.Start;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Role;

/**
 * Runs the machine once, both sides in one thread, and keeps what each side did and what had to
 * come first.
 *
 * <p>Every step of the machine is a move. One that reads comes after the one that read the
 * handshake message before it; one that writes application data, after the one that permitted it
 * and after what it answers. So a request does not wait for a handshake message that a client with
 * False Start does not wait for, nor a response to early data for the client's Finished.
 */
public final class Recorder {
  private final List<Move> moves = new ArrayList<>();
  private final Recorded client;
  private final Recorded server;
  private final Talk talk;

  /**
   * What is said once the handshake permits it.
   *
   * @param request octets of application data from client to server, early data included
   * @param response octets back, once the request is whole
   */
  public record Talk(int request, int response) {}

  private Recorder(Party client, Party server, Talk talk) {
    this.client = new Recorded(Role.CLIENT, new Start(), client, moves, talk.response());
    this.server = new Recorded(Role.SERVER, new ExpectClientHello(), server, moves, talk.request());
    this.talk = talk;
  }

  /**
   * Runs one session.
   *
   * @throws IllegalStateException if the two do not come to an answered request
   */
  public static Recording record(Party client, Party server, Talk talk) {
    return new Recorder(client, server, talk).record();
  }

  private Recording record() {
    client.connect();
    while (client.hasWritten() || server.hasWritten()) {
      deliver(client, server);
      deliver(server, client);
    }
    if (!client.progress().hasHeardAll()) {
      throw new IllegalStateException("no answered request: " + client + "; server: " + server);
    }
    return new Recording(new Tape(ImmutableList.copyOf(moves)), client.signals(), server.signals());
  }

  private void deliver(Recorded from, Recorded to) {
    for (Written next = from.poll(); next != null; next = from.poll()) {
      to.receive(next);
      speak();
    }
  }

  /** Lets each application say what it now may. */
  private void speak() {
    int unsaid = talk.request() - client.progress().said();
    if (unsaid > 0 && client.progress().maySend()) {
      client.say(unsaid);
    }
    boolean answered = server.progress().said() > 0;
    if (!answered && server.progress().maySend() && server.progress().hasHeardAll()) {
      server.say(talk.response());
    }
  }
}
