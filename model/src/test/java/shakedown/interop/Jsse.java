package shakedown.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import shakedown.pki.Chains;
import shakedown.policy.Policy;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.Version;

/** The JDK's stack with one chain; its sessions are remembered from engine to engine. */
final class Jsse {
  private static final int PORT = 443;

  /** What the JDK reckons with beside a fragment, or a little more. */
  private static final int PACKET_OVERHEAD = 400;

  private static final char[] NO_PASSWORD = {};

  static {
    // RSA key transport is off by default since JDK 24; read once, so before any other use of JSSE,
    // as is whether servers staple
    System.setProperty("jsse.enableMFLNExtension", "true");
    String disabled = Security.getProperty("jdk.tls.disabledAlgorithms");
    Security.setProperty("jdk.tls.disabledAlgorithms", disabled.replace("TLS_RSA_*, ", ""));
    System.setProperty("jdk.tls.server.enableStatusRequestExtension", "true");
    System.setProperty("jdk.tls.stapling.responderOverride", "true");
    System.setProperty("jdk.tls.stapling.responderURI", Responder.start(ChainFiles.STAPLED));
  }

  private final SSLContext context;

  Jsse(Chains chain) {
    this(ChainFiles.of(chain));
  }

  Jsse(ChainFiles chain) {
    this(chain, chain);
  }

  /**
   * @param own who it is
   * @param trusted whose root it trusts
   */
  Jsse(ChainFiles own, ChainFiles trusted) {
    try {
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(keyStore(own), NO_PASSWORD);
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trustStore(trusted));
      context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  JssePeer client(Variant variant) {
    return client(variant, groups(variant.theirs()));
  }

  JssePeer client(Variant variant, String... groups) {
    SSLEngine engine = engine(variant, groups);
    engine.setUseClientMode(true);
    return new JssePeer(engine);
  }

  JssePeer server(Variant variant) {
    SSLEngine engine = engine(variant, groups(variant.theirs()));
    engine.setUseClientMode(false);
    return new JssePeer(engine);
  }

  /** The other end of a feature. */
  JssePeer peer(Feature feature, Role ourRole) {
    SSLEngine engine = context.createSSLEngine(Chains.HOST, PORT);
    boolean isClient = ourRole == Role.SERVER;
    engine.setUseClientMode(isClient);
    SSLParameters parameters = engine.getSSLParameters();
    if (isClient) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (feature.wants(Wish.NO_CLIENT_CERTIFICATE)) {
      parameters.setWantClientAuth(!isClient);
    } else {
      parameters.setNeedClientAuth(!isClient && feature.wants(Wish.CLIENT_CERTIFICATE));
    }
    if (isClient && feature.wants(Wish.SMALL_RECORDS)) {
      parameters.setMaximumPacketSize(SizeFeatures.OCTETS + PACKET_OVERHEAD);
    }
    negotiate(parameters, feature, isClient);
    parameters.setNamedGroups(names(feature.groups(isClient ? Role.CLIENT : Role.SERVER)));
    if (!feature.schemes().isEmpty()) {
      parameters.setSignatureSchemes(names(feature.schemes()));
    }
    engine.setSSLParameters(parameters);
    return new JssePeer(engine);
  }

  private static void negotiate(SSLParameters parameters, Feature feature, boolean isClient) {
    if (!isClient && feature.wants(Wish.BETTER_SERVER)) {
      parameters.setProtocols(new String[] {protocol(Version.TLS13), protocol(Version.TLS12)});
      parameters.setCipherSuites(names(ImmutableList.of(Us.ANY13, feature.suite())));
    } else {
      parameters.setProtocols(new String[] {protocol(feature.version())});
      parameters.setCipherSuites(new String[] {feature.suite().toString()});
    }
    if (feature.wants(Wish.ALPN)) {
      parameters.setApplicationProtocols(Us.PROTOCOLS.toArray(String[]::new));
    }
    if (feature.wants(Wish.OTHER_ALPN)) {
      parameters.setApplicationProtocols(new String[] {Us.OTHER_PROTOCOL});
    }
    if (!isClient && feature.wants(Wish.SERVER_NAME)) {
      parameters.setSNIMatchers(
          List.of(SNIHostName.createSNIMatcher(Pattern.quote(feature.policy().host()))));
    }
  }

  private static String[] names(List<?> codePoints) {
    return codePoints.stream().map(Object::toString).toArray(String[]::new);
  }

  private SSLEngine engine(Variant variant, String... groups) {
    SSLEngine engine = context.createSSLEngine(Chains.HOST, PORT);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {protocol(variant.version())});
    parameters.setCipherSuites(new String[] {variant.suite().toString()});
    parameters.setNamedGroups(groups);
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static String[] groups(Policy policy) {
    return policy.groups().stream().map(NamedGroup::toString).toArray(String[]::new);
  }

  static String protocol(Version version) {
    return version.equals(Version.TLS13) ? "TLSv1.3" : "TLSv1.2";
  }

  private static KeyStore keyStore(ChainFiles chain) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry("leaf", key(chain), NO_PASSWORD, certificates(chain.chainFile()));
    return store;
  }

  private static KeyStore trustStore(ChainFiles chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setCertificateEntry("root", certificates(chain.rootFile())[0]);
    return store;
  }

  private static Certificate[] certificates(Path file)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .toArray(Certificate[]::new);
    }
  }

  private static PrivateKey key(ChainFiles chain) throws GeneralSecurityException, IOException {
    String base64 = Files.readString(chain.keyFile(), US_ASCII).replaceAll("-----[A-Z ]+-----", "");
    byte[] octets = Base64.getMimeDecoder().decode(base64.getBytes(UTF_8));
    return KeyFactory.getInstance(chain.algorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(octets));
  }
}
