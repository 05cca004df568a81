package shakedown.world;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Records;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Step;
import shakedown.peer.Live;
import shakedown.peer.Watcher;
import shakedown.wire.Role;

/** A side whose values are octets, behind a real record layer. */
final class ConcretePeer extends Peer {
  private final Context context;
  private final Live live;
  private @Nullable ConcretePeer other;

  ConcretePeer(Role role, Endpoint start, Context context, List<String> log) {
    super(role, log);
    this.context = context;
    Peer self = this;
    live =
        new Live(
            start,
            context,
            (Records) context.crypto(),
            new Watcher() {
              @Override
              public void stepped(Endpoint before, Input input, Step step) {
                self.note(before, input, step);
              }
            });
  }

  /** Runs both sides until nothing can happen any more. */
  static void run(ConcretePeer client, ConcretePeer server) {
    client.other = server;
    server.other = client;
    Peer.run(client, server);
  }

  @Override
  Context context() {
    return context;
  }

  @Override
  void ask(Input input) {
    live.on(input);
  }

  @Override
  boolean hear() {
    byte[] octets = other == null ? new byte[0] : other.live.take();
    live.receive(octets);
    return octets.length > 0;
  }
}
