package shakedown.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLSession;

/** One end in the JDK's stack. */
final class JssePeer implements Peer {
  private static final int ROOM = 1 << 16;

  private final SSLEngine engine;
  private final StringBuilder heard = new StringBuilder();
  private byte[] arrived = new byte[0];
  private String toSay = "";

  JssePeer(SSLEngine engine) {
    this.engine = engine;
  }

  void connect() {
    try {
      engine.beginHandshake();
    } catch (SSLException e) {
      throw new AssertionError(e);
    }
  }

  /** Does what its version calls a handshake again: renegotiates, or updates keys. */
  void begin(Deed deed) {
    if (deed == Deed.SERVER_AUTHENTICATES) {
      throw new AssertionError("SSLEngine has no method for " + deed);
    }
    connect();
  }

  void close() {
    engine.closeOutbound();
  }

  boolean isClient() {
    return engine.getUseClientMode();
  }

  SSLSession session() {
    return engine.getSession();
  }

  /** In hexadecimal digits. */
  String exported(String label, int length) {
    try {
      var session = (ExtendedSSLSession) engine.getSession();
      return HexFormat.of().formatHex(session.exportKeyingMaterialData(label, null, length));
    } catch (SSLKeyException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void say(String words) {
    toSay += words;
  }

  @Override
  public String heard() {
    return heard.toString();
  }

  @Override
  public void receive(byte[] octets) {
    arrived = concat(arrived, octets);
    while (unwrap()) {
      runTasks();
    }
  }

  @Override
  public byte[] take() {
    ByteBuffer out = ByteBuffer.allocate(ROOM);
    runTasks();
    while (wrap(out)) {
      runTasks();
      unwrap();
      runTasks();
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Whether it took something in. */
  private boolean unwrap() {
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      return false;
    }
    ByteBuffer in = ByteBuffer.wrap(arrived);
    ByteBuffer data = ByteBuffer.allocate(ROOM);
    try {
      engine.unwrap(in, data);
    } catch (SSLException e) {
      throw new AssertionError(e);
    }
    boolean took = in.position() > 0;
    arrived = Arrays.copyOfRange(arrived, in.position(), arrived.length);
    heard.append(UTF_8.decode(data.flip()));
    return took;
  }

  /** Whether it wrote something. */
  private boolean wrap(ByteBuffer out) {
    HandshakeStatus status = engine.getHandshakeStatus();
    boolean talks = status == HandshakeStatus.NOT_HANDSHAKING && !toSay.isEmpty();
    if (status != HandshakeStatus.NEED_WRAP && !talks) {
      return false;
    }
    ByteBuffer words = ByteBuffer.wrap(talks ? toSay.getBytes(UTF_8) : new byte[0]);
    int before = out.position();
    try {
      boolean isClosed = engine.wrap(words, out).getStatus() == Status.CLOSED;
      toSay = talks ? "" : toSay;
      return out.position() > before && !isClosed;
    } catch (SSLException e) {
      throw new AssertionError(e);
    }
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
