package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import shakedown.client.Start;
import shakedown.crypto.Concrete;
import shakedown.engine.Clock;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal.MaySend;
import shakedown.host.Host;
import shakedown.net.Application;
import shakedown.net.Tcp;
import shakedown.peer.Live;
import shakedown.peer.Watcher;
import shakedown.rules.Rules;
import shakedown.server.ExpectClientHello;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/** The machine itself over simulated TCP, in octets, on a host that computes in no time. */
final class LiveSide implements Application, Watcher {
  private static final int HEADER = 5;

  private final Clock clock;
  private final Tcp tcp;
  private final WriteBuffer buffer;
  private final Progress progress;
  private final Live live;
  private final Role role;
  private final int toSay;
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final long[] claimed = new long[Milestone.values().length];
  private ByteArrayOutputStream ofPeer = new ByteArrayOutputStream();
  private int read;
  private int moves;

  LiveSide(Role role, Clock clock, Tcp tcp, Party party, Recorder.Talk talk) {
    boolean isClient = role == Role.CLIENT;
    Concrete algebra = party.algebra();
    Endpoint start = isClient ? new Start() : new ExpectClientHello();
    this.role = role;
    this.clock = clock;
    this.tcp = tcp;
    this.buffer = new WriteBuffer(tcp, Host.OPENSSL_BUFFER);
    this.progress = new Progress(role, isClient ? talk.response() : talk.request());
    this.toSay = isClient ? talk.request() : talk.response();
    this.live =
        new Live(
            start,
            new Context(party.policy(), party.credentials(), party.trust(), Rules.RFC, algebra),
            algebra,
            this);
    Arrays.fill(claimed, Long.MAX_VALUE);
    tcp.serve(this);
  }

  void hear(LiveSide peer) {
    ofPeer = peer.stream;
  }

  /** All that this side wrote. */
  ByteArrayOutputStream stream() {
    return stream;
  }

  long timeOf(Milestone milestone) {
    return claimed[Arrays.asList(Milestone.values()).indexOf(milestone)];
  }

  boolean isDone() {
    return progress.hasHeardAll() && live.signals().contains(new MaySend(Permission.FULL));
  }

  @Override
  public void connected() {
    if (role == Role.CLIENT) {
      live.on(new Input.Connect());
    }
  }

  @Override
  public void arrived() {
    byte[] octets = ofPeer.toByteArray();
    while (read + HEADER <= octets.length) {
      int end = read + HEADER + ((octets[read + 3] & 0xff) << 8 | (octets[read + 4] & 0xff));
      tcp.read(end);
      if (tcp.arrived() < end) {
        return;
      }
      live.receive(Arrays.copyOfRange(octets, read, end));
      read = end;
      speak();
    }
  }

  private void speak() {
    boolean isDue = role == Role.CLIENT || progress.hasHeardAll();
    if (progress.maySend() && progress.said() < toSay && isDue) {
      live.on(new Input.Write(Octets.of(new byte[toSay - progress.said()])));
    }
  }

  @Override
  public void did(Effect effect, ImmutableList<Octets> records) {
    switch (effect) {
      case Effect.Send(ApplicationData _) -> records.forEach(each -> write(each, false));
      case Effect.Send _ -> records.forEach(each -> write(each, true));
      case Effect.Flush _ -> buffer.flush();
      case Effect.Claim(var signal) -> progress.claimed(signal, moves++).forEach(this::claim);
      default -> {}
    }
  }

  private void write(Octets record, boolean isBuffered) {
    stream.writeBytes(Octets.bytes(record));
    if (isBuffered) {
      buffer.gather(Octets.length(record));
    } else {
      buffer.write(Octets.length(record));
    }
  }

  private void claim(Milestone milestone) {
    int index = Arrays.asList(Milestone.values()).indexOf(milestone);
    claimed[index] = Math.min(claimed[index], clock.now());
  }
}
