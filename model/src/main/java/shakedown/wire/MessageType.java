package shakedown.wire;

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

/** HandshakeType (RFC 8446 4, RFC 5246 7.4, RFC 8879 7.2). */
final class MessageType {
  static final int HELLO_REQUEST = 0;
  static final int CLIENT_HELLO = 1;
  static final int SERVER_HELLO = 2;
  static final int HELLO_VERIFY_REQUEST = 3;
  static final int NEW_SESSION_TICKET = 4;
  static final int END_OF_EARLY_DATA = 5;
  static final int ENCRYPTED_EXTENSIONS = 8;
  static final int CERTIFICATE = 11;
  static final int SERVER_KEY_EXCHANGE = 12;
  static final int CERTIFICATE_REQUEST = 13;
  static final int SERVER_HELLO_DONE = 14;
  static final int CERTIFICATE_VERIFY = 15;
  static final int CLIENT_KEY_EXCHANGE = 16;
  static final int FINISHED = 20;
  static final int CERTIFICATE_STATUS = 22;
  static final int KEY_UPDATE = 24;
  static final int COMPRESSED_CERTIFICATE = 25;
  static final int MESSAGE_HASH = 254;

  private MessageType() {}

  static int of(Message message) {
    return switch (message) {
      case HelloRequest _ -> HELLO_REQUEST;
      case ClientHello _ -> CLIENT_HELLO;
      case HelloVerifyRequest _ -> HELLO_VERIFY_REQUEST;
      case ServerHello _, HelloRetryRequest _ -> SERVER_HELLO;
      case NewSessionTicket _, NewSessionTicket12 _ -> NEW_SESSION_TICKET;
      case EndOfEarlyData _ -> END_OF_EARLY_DATA;
      case EncryptedExtensions _ -> ENCRYPTED_EXTENSIONS;
      case Certificate _, Certificate12 _ -> CERTIFICATE;
      case ServerKeyExchange _ -> SERVER_KEY_EXCHANGE;
      case CertificateStatus _ -> CERTIFICATE_STATUS;
      case CertificateRequest _, CertificateRequest12 _ -> CERTIFICATE_REQUEST;
      case KeyUpdate _ -> KEY_UPDATE;
      case ServerHelloDone _ -> SERVER_HELLO_DONE;
      case CertificateVerify _ -> CERTIFICATE_VERIFY;
      case ClientKeyExchange _ -> CLIENT_KEY_EXCHANGE;
      case Finished _ -> FINISHED;
      case CompressedCertificate _ -> COMPRESSED_CERTIFICATE;
      case MessageHash _ -> MESSAGE_HASH;
      case ChangeCipherSpec _, AlertMessage _, ApplicationData _ ->
          throw new IllegalArgumentException(message + " is no handshake message");
    };
  }

  /** Whether a message of this type has a form in this dialect. */
  static boolean isKnown(int type, Dialect dialect) {
    return switch (type) {
      case CLIENT_HELLO, SERVER_HELLO, FINISHED -> true;
      case END_OF_EARLY_DATA, ENCRYPTED_EXTENSIONS, COMPRESSED_CERTIFICATE, KEY_UPDATE ->
          dialect.isTls13();
      case SERVER_KEY_EXCHANGE, SERVER_HELLO_DONE, CLIENT_KEY_EXCHANGE, CERTIFICATE_STATUS ->
          dialect.isTls12();
      case NEW_SESSION_TICKET, CERTIFICATE, CERTIFICATE_REQUEST, CERTIFICATE_VERIFY ->
          dialect.isTls13() || dialect.isTls12();
      case HELLO_REQUEST -> !dialect.isTls13();
      case HELLO_VERIFY_REQUEST -> dialect.datagram() && !dialect.isTls13();
      default -> false;
    };
  }
}
