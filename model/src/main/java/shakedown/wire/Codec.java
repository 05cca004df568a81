package shakedown.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import shakedown.wire.Content.ExporterContext;
import shakedown.wire.Content.ImportedIdentity;
import shakedown.wire.Content.PrefixedContext;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Content.SignedCredential;
import shakedown.wire.Content.SignedMessages;
import shakedown.wire.Content.SignedParameters;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Content.Truncated;
import shakedown.wire.Extension.PreSharedKeys;

/**
 * Structures to octets and back. Lossless: what {@link #decode} accepts, {@link #encode} gives back
 * octet by octet, so transcripts hash as they came. Of the worlds, only that of octets has it.
 */
public final class Codec {
  private static final int SIGNATURE_PADDING = 64;

  private Codec() {}

  /**
   * A handshake message with its header, an extension with its type; any other message as a record
   * holds it; what is signed, hashed or sealed as that is done.
   *
   * @throws IllegalArgumentException if a field does not fit its length on the wire
   */
  public static byte[] encode(Structure structure) {
    return encode(structure, false);
  }

  /**
   * The same in a dialect: over datagrams, versions have other code points. What divides messages
   * into fragments is no part of it.
   *
   * @throws IllegalArgumentException if a field does not fit its length on the wire
   */
  public static byte[] encode(Structure structure, Dialect dialect) {
    return encode(structure, dialect.datagram());
  }

  private static byte[] encode(Structure structure, boolean datagram) {
    Writer out = new Writer(datagram);
    switch (structure) {
      case Message message -> MessageWriter.write(out, message);
      case Extension extension -> ExtensionWriter.write(out, extension);
      case Truncated truncated -> out.raw(truncate(truncated.hello(), datagram));
      case SignedTranscript signed -> {
        writeContext(out, signed.context());
        out.raw(signed.digest());
      }
      case SignedParameters signed -> {
        out.raw(signed.clientRandom()).raw(signed.serverRandom());
        KeyExchangeWriter.write(out, signed.parameters());
      }
      case SignedMessages signed ->
          signed.messages().forEach(each -> out.raw(encode(each, datagram)));
      case SignedCredential signed -> {
        writeContext(out, signed.context());
        out.raw(signed.certificate());
        ExtensionWriter.writeCredential(out, signed.credential());
        out.number(2, signed.algorithm().code());
      }
      case PrefixedContext exporter -> out.vector(2, exporter.context());
      case ExporterContext exporter -> out.raw(exporter.context());
      case ImportedIdentity imported ->
          out.vector(2, imported.identity())
              .vector(2, imported.about())
              .number(2, Version.TLS13.code())
              .number(2, kdf(imported.target()));
      case SealedSession session ->
          out.number(2, session.version().code())
              .number(2, session.suite().code())
              .number(1, session.extended() ? 1 : 0)
              .text(session.remembered().serverName())
              .text(session.remembered().protocol())
              .number(1, session.remembered().fragment())
              .text(session.remembered().client())
              .vector(1, session.secret());
      default -> throw new IllegalArgumentException(structure + " has no octets");
    }
    return out.bytes();
  }

  /** RFC 9258 10: the number of HKDF with a hash of TLS 1.3. */
  private static int kdf(Hash hash) {
    return switch (hash) {
      case SHA256 -> 1;
      case SHA384 -> 2;
      default -> throw new IllegalArgumentException("no suite of TLS 1.3 has " + hash);
    };
  }

  /** What keeps signatures apart (RFC 8446 4.4.3). */
  private static void writeContext(Writer out, String context) {
    out.raw(" ".repeat(SIGNATURE_PADDING).getBytes(US_ASCII))
        .raw(context.getBytes(US_ASCII))
        .number(1, 0);
  }

  /**
   * One handshake message with its header.
   *
   * @throws DecodeError if it is none in this dialect
   */
  public static Message decode(byte[] message, Dialect dialect) {
    return MessageReader.read(new Reader(message, dialect.datagram()), dialect);
  }

  /**
   * Whether a handshake message of this type has a form in this dialect.
   *
   * @param type HandshakeType, the first octet of a message
   */
  public static boolean knows(int type, Dialect dialect) {
    return MessageType.isKnown(type, dialect);
  }

  /**
   * What a server sealed into its ticket.
   *
   * @throws DecodeError if it is none
   */
  public static SealedSession decodeSession(byte[] octets) {
    Reader in = new Reader(octets);
    Version version = new Version(in.number(2, "version"));
    CipherSuite suite = new CipherSuite(in.number(2, "suite"));
    int extended = in.number(1, "extended");
    if (extended > 1) {
      throw in.expected("extended", "0 or 1, not " + extended);
    }
    var remembered =
        new Remembered(
            in.text("server name"),
            in.text("protocol"),
            in.number(1, "max_fragment_length"),
            in.text("client"));
    Value secret = in.vector(1, 1, "secret");
    return in.end(new SealedSession(version, suite, extended == 1, remembered, secret), "session");
  }

  private static byte[] truncate(Message.ClientHello hello, boolean datagram) {
    byte[] whole = encode(hello, datagram);
    int binders = hello.extensions().find(PreSharedKeys.class).map(Codec::bindersLength).orElse(0);
    return Arrays.copyOf(whole, whole.length - binders);
  }

  private static int bindersLength(PreSharedKeys keys) {
    return 2 + keys.binders().stream().mapToInt(binder -> 1 + Octets.length(binder)).sum();
  }
}
