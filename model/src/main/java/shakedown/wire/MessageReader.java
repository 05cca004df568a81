package shakedown.wire;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.CertificateStatus;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;

/** Octets to handshake messages. */
final class MessageReader {
  private static final int RANDOM_LENGTH = 32;
  private static final int MOST_SESSION_ID = 32;
  private static final int DER_SEQUENCE = 0x30;

  private MessageReader() {}

  /** One message with its header. */
  static Message read(Reader in, Dialect dialect) {
    int type = in.number(1, "msg_type");
    if (!MessageType.isKnown(type, dialect)) {
      throw in.expected("msg_type", "a handshake message of " + dialect + ", not " + type);
    }
    Reader body = in.inner(3, 0, "length");
    return in.end(body.end(readBody(type, body, dialect), "message"), "message");
  }

  private static Message readBody(int type, Reader in, Dialect dialect) {
    return switch (type) {
      case MessageType.HELLO_REQUEST -> new HelloRequest();
      case MessageType.CLIENT_HELLO -> clientHello(in, dialect);
      case MessageType.HELLO_VERIFY_REQUEST ->
          new HelloVerifyRequest(in.version("server_version"), in.vector(1, 0, "cookie"));
      case MessageType.SERVER_HELLO -> serverHelloOrRetry(in);
      case MessageType.NEW_SESSION_TICKET -> dialect.isTls13() ? ticket(in) : ticket12(in);
      case MessageType.END_OF_EARLY_DATA -> new EndOfEarlyData();
      case MessageType.ENCRYPTED_EXTENSIONS ->
          new EncryptedExtensions(ExtensionReader.read(in, Bearer.ENCRYPTED_EXTENSIONS));
      case MessageType.CERTIFICATE -> dialect.isTls13() ? certificate(in) : certificate12(in);
      case MessageType.CERTIFICATE_STATUS -> new CertificateStatus(ExtensionReader.status(in));
      case MessageType.CERTIFICATE_REQUEST ->
          dialect.isTls13() ? certificateRequest(in) : certificateRequest12(in);
      case MessageType.SERVER_KEY_EXCHANGE -> KeyExchangeReader.server(in, exchange(dialect));
      case MessageType.SERVER_HELLO_DONE -> new ServerHelloDone();
      case MessageType.CERTIFICATE_VERIFY ->
          new CertificateVerify(scheme(in), in.vector(2, 0, "signature"));
      case MessageType.CLIENT_KEY_EXCHANGE -> KeyExchangeReader.client(in, exchange(dialect));
      case MessageType.KEY_UPDATE -> new KeyUpdate(in.number(1, "request_update"));
      case MessageType.FINISHED -> new Finished(in.rest());
      case MessageType.COMPRESSED_CERTIFICATE ->
          new CompressedCertificate(new CompressionAlgorithm(in.number(2, "algorithm")), in.rest());
      default -> throw new AssertionError("a known type without a reader: " + type);
    };
  }

  /** What the server chose decides the form; before it chose, neither message is known. */
  private static KeyExchange exchange(Dialect dialect) {
    if (dialect.keyExchange() == null) {
      throw new IllegalArgumentException("no key exchange in " + dialect);
    }
    return dialect.keyExchange();
  }

  private static ClientHello clientHello(Reader in, Dialect dialect) {
    return new ClientHello(
        in.version("legacy_version"),
        in.octets(RANDOM_LENGTH, "random"),
        sessionId(in),
        dialect.datagram() ? in.vector(1, 0, "cookie") : null,
        in.list(2, 2, "cipher_suites", MessageReader::suite),
        in.list(1, 1, "compression_methods", each -> each.number(1, "compression_method")),
        ExtensionReader.readIfPresent(in, Bearer.CLIENT_HELLO));
  }

  private static Message serverHelloOrRetry(Reader in) {
    Version version = in.version("legacy_version");
    Octets random = in.octets(RANDOM_LENGTH, "random");
    Value sessionId = sessionId(in);
    CipherSuite suite = suite(in);
    int compression = in.number(1, "compression_method");
    if (!random.equals(MessageWriter.RETRY)) {
      Extensions extensions = ExtensionReader.readIfPresent(in, Bearer.SERVER_HELLO);
      return new ServerHello(version, random, sessionId, suite, compression, extensions);
    }
    Extensions extensions = ExtensionReader.readIfPresent(in, Bearer.HELLO_RETRY_REQUEST);
    return new HelloRetryRequest(version, sessionId, suite, compression, extensions);
  }

  private static Certificate certificate(Reader in) {
    return new Certificate(
        in.optional(1, "certificate_request_context"),
        in.list(
            3,
            0,
            "certificate_list",
            each ->
                new CertificateEntry(
                    each.vector(3, 1, "cert_data"),
                    ExtensionReader.read(each, Bearer.CERTIFICATE))));
  }

  private static Certificate12 certificate12(Reader in) {
    Reader shown = in.inner(3, 0, "certificate_list");
    // no certificate is of three million octets: what begins so is none in a list (RFC 7250 3)
    return shown.startsWith(DER_SEQUENCE)
        ? new Certificate12(CertificateType.RAW_PUBLIC_KEY, ImmutableList.of(shown.rest()))
        : new Certificate12(shown.items(each -> each.vector(3, 1, "ASN.1Cert")));
  }

  private static CertificateRequest certificateRequest(Reader in) {
    return new CertificateRequest(
        in.optional(1, "certificate_request_context"),
        ExtensionReader.read(in, Bearer.CERTIFICATE_REQUEST));
  }

  private static CertificateRequest12 certificateRequest12(Reader in) {
    return new CertificateRequest12(
        in.list(1, 1, "certificate_types", each -> each.number(1, "ClientCertificateType")),
        in.list(2, 2, "supported_signature_algorithms", MessageReader::scheme),
        in.list(2, 0, "certificate_authorities", each -> each.vector(2, 1, "DistinguishedName")));
  }

  private static NewSessionTicket ticket(Reader in) {
    return new NewSessionTicket(
        in.longNumber(4, "ticket_lifetime"),
        in.octets(4, "ticket_age_add"),
        in.vector(1, 0, "ticket_nonce"),
        in.vector(2, 1, "ticket"),
        ExtensionReader.read(in, Bearer.NEW_SESSION_TICKET));
  }

  private static NewSessionTicket12 ticket12(Reader in) {
    return new NewSessionTicket12(
        in.longNumber(4, "ticket_lifetime_hint"), in.vector(2, 0, "ticket"));
  }

  private static @Nullable Value sessionId(Reader in) {
    Octets id = in.optional(1, "session_id");
    if (id != null && Octets.length(id) > MOST_SESSION_ID) {
      throw in.expected("session_id", "at most " + MOST_SESSION_ID + " octets");
    }
    return id;
  }

  private static CipherSuite suite(Reader in) {
    return new CipherSuite(in.number(2, "cipher_suite"));
  }

  static SignatureScheme scheme(Reader in) {
    return new SignatureScheme(in.number(2, "SignatureScheme"));
  }
}
