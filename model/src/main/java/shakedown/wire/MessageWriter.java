package shakedown.wire;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.CertificateStatus;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.CompressedCertificate;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.EndOfEarlyData;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Message.KeyUpdate;
import shakedown.wire.Message.MessageHash;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;

/** Messages to octets. */
final class MessageWriter {
  /** The random of a HelloRetryRequest: SHA-256 of its name (RFC 8446 4.1.3). */
  static final Octets RETRY =
      Octets.of(
          HexFormat.of()
              .parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c"));

  static final int ALERT_WARNING = 1;
  static final int ALERT_FATAL = 2;

  private MessageWriter() {}

  /** A handshake message with its header; other messages as a record holds them. */
  static void write(Writer out, Message message) {
    switch (message) {
      case ApplicationData m -> out.raw(m.data());
      case AlertMessage m ->
          out.number(1, m.fatal() ? ALERT_FATAL : ALERT_WARNING).number(1, m.description());
      case ChangeCipherSpec _ -> out.number(1, 1);
      default -> out.number(1, MessageType.of(message)).vector(3, body -> writeBody(body, message));
    }
  }

  private static void writeBody(Writer out, Message message) {
    switch (message) {
      case ClientHello m -> writeClientHello(out, m);
      case ServerHello m -> {
        writeServerHello(out, m.legacyVersion(), m.random(), m.sessionId());
        out.number(2, m.suite().code()).number(1, m.compression());
        ExtensionWriter.write(out, m.extensions());
      }
      case HelloRetryRequest m -> {
        writeServerHello(out, m.legacyVersion(), RETRY, m.sessionId());
        out.number(2, m.suite().code()).number(1, m.compression());
        ExtensionWriter.write(out, m.extensions());
      }
      case EncryptedExtensions m -> ExtensionWriter.write(out, m.extensions());
      case CertificateRequest m -> {
        out.vector(1, m.context());
        ExtensionWriter.write(out, m.extensions());
      }
      case Certificate m ->
          out.vector(1, m.context()).list(3, m.chain(), MessageWriter::writeEntry);
      case CompressedCertificate m -> out.number(2, m.algorithm().code()).raw(m.content());
      case CertificateVerify m -> writeSignature(out, m.scheme(), m.signature());
      case Finished m -> out.raw(m.verifyData());
      case NewSessionTicket m -> {
        out.number(4, m.lifetimeSeconds()).raw(m.ageAdd());
        out.vector(1, m.nonce()).vector(2, m.ticket());
        ExtensionWriter.write(out, m.extensions());
      }
      case MessageHash m -> out.raw(m.digest());
      case Certificate12 m -> writeShown(out, m);
      case CertificateStatus m -> ExtensionWriter.writeStatus(out, m.response());
      case ServerKeyExchange m -> KeyExchangeWriter.write(out, m);
      case CertificateRequest12 m ->
          out.list(1, m.types(), (list, each) -> list.number(1, each))
              .list(2, m.schemes(), (list, each) -> list.number(2, each.code()))
              .list(2, m.authorities(), (list, each) -> list.vector(2, each));
      case ClientKeyExchange m -> KeyExchangeWriter.write(out, m);
      case KeyUpdate m -> out.number(1, m.request());
      case HelloVerifyRequest m -> out.version(m.version()).vector(1, m.cookie());
      case NewSessionTicket12 m -> out.number(4, m.lifetimeSeconds()).vector(2, m.ticket());
      case EndOfEarlyData _, ServerHelloDone _, HelloRequest _ -> {}
      case ChangeCipherSpec _, AlertMessage _, ApplicationData _ ->
          throw new IllegalArgumentException(message + " is no handshake message");
    }
  }

  private static void writeClientHello(Writer out, ClientHello hello) {
    out.version(hello.legacyVersion()).raw(hello.random()).vector(1, hello.sessionId());
    if (hello.cookie() != null) {
      out.vector(1, hello.cookie());
    }
    out.list(2, hello.suites(), (list, each) -> list.number(2, each.code()));
    out.list(1, hello.compressions(), (list, each) -> list.number(1, each));
    ExtensionWriter.write(out, hello.extensions());
  }

  private static void writeServerHello(
      Writer out, Version version, Value random, @Nullable Value sessionId) {
    out.version(version).raw(random).vector(1, sessionId);
  }

  private static void writeShown(Writer out, Certificate12 shown) {
    if (shown.type().equals(CertificateType.RAW_PUBLIC_KEY)) {
      shown.chain().forEach(key -> out.vector(3, key));
    } else {
      out.list(3, shown.chain(), (list, each) -> list.vector(3, each));
    }
  }

  private static void writeEntry(Writer out, CertificateEntry entry) {
    out.vector(3, entry.certificate());
    ExtensionWriter.write(out, entry.extensions());
  }

  static void writeSignature(Writer out, SignatureScheme scheme, Value signature) {
    out.number(2, scheme.code()).vector(2, signature);
  }
}
