package shakedown.datagram;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Crypto;
import shakedown.handshake.Endpoint;
import shakedown.wire.Codec;
import shakedown.wire.DecodeError;
import shakedown.wire.Dialect;
import shakedown.wire.Extensions;
import shakedown.wire.Hash;
import shakedown.wire.Message;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Octets;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * Stands before a server and keeps no state: who says hello for the first time must show that it
 * hears at its address (RFC 6347 4.2.1).
 *
 * @param key that nobody else knows
 */
public record CookieGuard(Crypto crypto, Value key) {
  /** What becomes of a datagram from an address without a conversation. */
  public sealed interface Verdict {
    /** It is forgotten. */
    record Drop() implements Verdict {}

    /** Its sender is asked to say it again, with a cookie. */
    record Ask(Octets datagram) implements Verdict {}

    /** A conversation begins, which is to take the datagram. */
    record Admit(Conversation conversation) implements Verdict {}
  }

  /** A hello that came whole, its number and that of its record. */
  private record Heard(ClientHello hello, int number, long sequence) {}

  /**
   * Judges the first datagrams of a client.
   *
   * @param address of its sender, in any form that tells it from others
   * @param start the server's state before all hellos
   */
  public Verdict hear(Octets datagram, Octets address, Endpoint start) {
    Optional<Heard> heard = heard(datagram);
    if (heard.isEmpty()) {
      return new Verdict.Drop();
    }
    ClientHello hello = heard.get().hello();
    int number = heard.get().number();
    long sequence = heard.get().sequence();
    Value expected = cookie(hello, address);
    Value shown = hello.cookie();
    return shown != null && crypto.same(shown, expected)
        ? new Verdict.Admit(Conversation.after(start, number, sequence))
        : new Verdict.Ask(request(expected, number, sequence));
  }

  /** A hello in fragments would have to be kept, and is dropped (RFC 6347 4.2.1). */
  private static Optional<Heard> heard(Octets datagram) {
    ImmutableList<RawRecord> records = RawRecord.split(datagram);
    if (records.isEmpty()) {
      return Optional.empty();
    }
    RawRecord record = records.getFirst();
    if (record.unified() || record.type() != ContentType.HANDSHAKE || !record.isOf(0)) {
      return Optional.empty();
    }
    return Fragment.in(record.body()).stream()
        .limit(1)
        .filter(each -> each.isSound() && each.offset() == 0 && each.isLast())
        .flatMap(
            each ->
                hello(each).stream()
                    .map(hello -> new Heard(hello, each.number(), record.sequence())))
        .findFirst();
  }

  private static Optional<ClientHello> hello(Fragment whole) {
    byte[] octets = Octets.bytes(Partial.of(whole).message());
    try {
      Message message = Codec.decode(octets, Dialect.UNDECIDED_DATAGRAM);
      return message instanceof ClientHello hello ? Optional.of(hello) : Optional.empty();
    } catch (DecodeError _) {
      return Optional.empty();
    }
  }

  /** Of all that a client may not change when it says hello again. */
  private Value cookie(ClientHello hello, Octets address) {
    var fixed =
        new ClientHello(
            hello.legacyVersion(),
            hello.random(),
            hello.sessionId(),
            Octets.EMPTY,
            hello.suites(),
            hello.compressions(),
            Extensions.ABSENT);
    Octets covered = Octets.of(Codec.encode(fixed, Dialect.UNDECIDED_DATAGRAM)).plus(address);
    return crypto.mac(Hash.SHA256, key, covered);
  }

  /** In the name of the first version, and under the numbers of the hello, since none are kept. */
  private static Octets request(Value cookie, int number, long sequence) {
    Octets message =
        Octets.of(
            Codec.encode(
                new HelloVerifyRequest(Version.TLS11, cookie), Dialect.UNDECIDED_DATAGRAM));
    Fragment whole = Fragment.of(message, number, Octets.length(message)).getFirst();
    return Writing.from(sequence).write(0, ContentType.HANDSHAKE, whole.encode()).record();
  }
}
