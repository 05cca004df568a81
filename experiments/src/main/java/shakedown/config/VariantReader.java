package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.Optional;
import shakedown.config.Variant.EarlyData;
import shakedown.config.Variant.Exchange;
import shakedown.config.Variant.Resume;
import shakedown.config.Variant.Shortcuts;
import shakedown.pki.ServerFile;
import shakedown.policy.clients.RealClient;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Fields;
import shakedown.yaml.Key;
import shakedown.yaml.Node;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Units;

/** Reads one variant, with what it inherits already in place. */
final class VariantReader {

  static final Key<String> FROM =
      new Key<>("from", Readers.TEXT, "", "another variant, whose keys hold unless said otherwise");
  static final Key<Version> VERSION =
      new Key<>(
          "version",
          Readers.oneOf(ImmutableMap.of("1.2", Version.TLS12, "1.3", Version.TLS13)),
          "1.3",
          "of TLS");
  static final Key<Exchange> EXCHANGE =
      new Key<>(
          "key-exchange",
          Readers.oneOf(
              ImmutableMap.of(
                  "x25519", Exchange.X25519,
                  "secp256r1", Exchange.SECP256R1,
                  "rsa", Exchange.RSA)),
          "x25519",
          "x25519, secp256r1, or rsa: the client encrypts the secret to the server's key");
  static final Key<CipherSuite> SUITE =
      new Key<>(
          "suite",
          Readers.oneOf(Maps.uniqueIndex(Suites.ALL, CipherSuite::toString)),
          "",
          "by its RFC name; AES_128_GCM_SHA256 with what fits, unless said");
  static final Key<String> CHAIN =
      new Key<>(
          "chain",
          Readers.TEXT,
          "",
          "PEM file of the server's certificates, leaf first; its key in it, or in FILE.key"
              + " beside");
  static final Key<Resume> RESUME =
      new Key<>(
          "resume",
          VariantReader::resume,
          "none",
          "how a session before is taken up: session-id, ticket, psk_dhe_ke");
  static final Key<Long> EARLY_DATA =
      new Key<>("early-data", Units.SIZE, "0B", "of the request, sent with the first hello");
  static final Key<Boolean> ANSWER =
      new Key<>(
          "early-data-answer",
          Readers.oneOf(ImmutableMap.of("accept", true, "reject", false)),
          "accept",
          "reject: the server resumes and throws them away, with hello-retry by a retry");
  static final Key<Boolean> HELLO_RETRY =
      new Key<>(
          "hello-retry", Readers.SWITCH, "off", "the server does not take the first key share");
  static final Key<Boolean> FALSE_START =
      new Key<>("false-start", Readers.SWITCH, "off", "data before the server's Finished, TLS 1.2");
  static final Key<ImmutableList<CompressionAlgorithm>> COMPRESSION =
      new Key<>(
          "certificate-compression",
          Readers.oneOf(
              ImmutableMap.of(
                  "none", ImmutableList.of(),
                  "zlib", ImmutableList.of(CompressionAlgorithm.ZLIB),
                  "brotli", ImmutableList.of(CompressionAlgorithm.BROTLI),
                  "zstd", ImmutableList.of(CompressionAlgorithm.ZSTD))),
          "none",
          "zlib, brotli or zstd, TLS 1.3");
  static final Key<Optional<RealClient>> HELLO =
      new Key<>(
          "hello",
          Readers.oneOf(hellos()),
          "plain",
          "whose hello the client sends: openssl-3.0, jdk-25, chrome-like, minimal, measured; plain"
              + " offers just what is spoken");
  static final ImmutableList<Key<?>> KEYS =
      ImmutableList.of(
          FROM,
          VERSION,
          EXCHANGE,
          SUITE,
          CHAIN,
          RESUME,
          EARLY_DATA,
          ANSWER,
          HELLO_RETRY,
          FALSE_START,
          COMPRESSION,
          HELLO);

  private static final ImmutableSet<String> LATER = ImmutableSet.of("client-chain");
  private static final ImmutableMap<String, Resume> RESUMES =
      ImmutableMap.of(
          "none", Resume.NONE,
          "session-id", Resume.SESSION_ID,
          "ticket", Resume.TICKET,
          "psk_dhe_ke", Resume.PSK_DHE_KE);

  private VariantReader() {}

  /** The variant; empty if it cannot be made out, which was complained of. */
  static Optional<Variant> read(String name, Fields fields, Path folder) {
    fields.refuseAllBut(Reference.names(KEYS), LATER);
    Version version = fields.get(VERSION);
    Exchange exchange = fields.get(EXCHANGE);
    Optional<ServerFile> chain = fields.require(CHAIN.name(), ChainReader.within(folder));
    EarlyData early = new EarlyData(fields.get(EARLY_DATA), fields.get(ANSWER));
    Shortcuts shortcuts =
        new Shortcuts(
            fields.get(HELLO_RETRY),
            fields.get(FALSE_START),
            fields.get(COMPRESSION),
            fields.get(HELLO).orElse(null));
    Resume resume = fields.get(RESUME);
    Optional<CipherSuite> said = fields.find(SUITE);
    Optional<Variant> variant =
        chain.map(
            file -> {
              CipherSuite suite =
                  said.orElseGet(() -> Suites.usual(version, exchange, file.keyType()));
              return new Variant(name, version, exchange, suite, file, resume, early, shortcuts);
            });
    variant.ifPresent(each -> Impossible.refuse(each, fields));
    return variant;
  }

  private static ImmutableMap<String, Optional<RealClient>> hellos() {
    var hellos = ImmutableMap.<String, Optional<RealClient>>builder();
    hellos.put("plain", Optional.empty());
    for (RealClient client : RealClient.values()) {
      hellos.put(client.toString(), Optional.of(client));
    }
    return hellos.buildOrThrow();
  }

  private static Reading<Resume> resume(Node node) {
    return node instanceof Node.Scalar(var place, var text) && text.equals("psk_ke")
        ? Reading.refused(
            new Complaint(place, "psk_ke is not yet known", "psk_dhe_ke, session-id, ticket, none"))
        : Readers.oneOf(RESUMES).read(node);
  }
}
