package shakedown.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/** The same handshakes between two engines of the JDK. */
public final class JsseHandshakes implements Contender {
  private static final char[] NO_PASSWORD = {};
  private static final int ROOM = 1 << 15;
  private static final int PORT = 443;

  private final SSLContext client;
  private final SSLContext server;
  private final String host;
  private final ByteBuffer toServer = ByteBuffer.allocate(ROOM);
  private final ByteBuffer toClient = ByteBuffer.allocate(ROOM);
  private final ByteBuffer data = ByteBuffer.allocate(ROOM);

  /**
   * Handshakes of a client that trusts the root.
   *
   * @param key an EC key in a PrivateKeyInfo
   * @param chain leaf first
   */
  public JsseHandshakes(String host, List<Value> chain, byte[] key, Value root)
      throws GeneralSecurityException, IOException {
    // Ours gives no tickets either; read when the first engine is made.
    System.setProperty("jdk.tls.server.newSessionTicketCount", "0");
    this.host = host;
    PrivateKey privateKey =
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
    KeyStore keys = store();
    keys.setKeyEntry("server", privateKey, NO_PASSWORD, certificates(chain));
    KeyManagerFactory manager =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    manager.init(keys, NO_PASSWORD);
    server = SSLContext.getInstance("TLS");
    server.init(manager.getKeyManagers(), null, null);
    KeyStore roots = store();
    roots.setCertificateEntry("root", certificates(List.of(root))[0]);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(roots);
    client = SSLContext.getInstance("TLS");
    client.init(null, trust.getTrustManagers(), null);
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Certificate[] certificates(List<Value> chain) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] all = new Certificate[chain.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = factory.generateCertificate(new ByteArrayInputStream(Octets.bytes(chain.get(i))));
    }
    return all;
  }

  @Override
  public void run() {
    try {
      SSLEngine ours = engine(client, true);
      SSLEngine theirs = engine(server, false);
      toServer.clear();
      toClient.clear();
      ours.beginHandshake();
      theirs.beginHandshake();
      while (isBusy(ours) || isBusy(theirs)) {
        step(ours, toServer, toClient);
        step(theirs, toClient, toServer);
      }
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  private SSLEngine engine(SSLContext context, boolean isClient) {
    SSLEngine engine = context.createSSLEngine(host, PORT);
    engine.setUseClientMode(isClient);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    parameters.setNamedGroups(new String[] {"x25519"});
    parameters.setSignatureSchemes(new String[] {"ecdsa_secp256r1_sha256"});
    if (isClient) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static boolean isBusy(SSLEngine engine) {
    return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
  }

  /** Wraps or unwraps as long as the engine has something to do. */
  private void step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
    boolean moved = true;
    while (moved) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> compute(engine);
        case NEED_WRAP -> {
          int before = out.position();
          engine.wrap(data.clear().flip(), out);
          moved = out.position() > before;
        }
        default -> moved = unwrap(engine, in);
      }
    }
  }

  private boolean unwrap(SSLEngine engine, ByteBuffer in) throws SSLException {
    in.flip();
    int before = in.position();
    engine.unwrap(in, data.clear());
    boolean moved = in.position() > before;
    in.compact();
    return moved;
  }

  private static void compute(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }
}
