package shakedown.policy.clients;

import java.util.Arrays;
import java.util.HexFormat;
import shakedown.client.Start;
import shakedown.crypto.Concrete;
import shakedown.crypto.Seed;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.pki.Trust;
import shakedown.policy.Policy;
import shakedown.rules.Rules;
import shakedown.wire.Codec;
import shakedown.wire.DecodeError;
import shakedown.wire.Dialect;
import shakedown.wire.Kind;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Octets;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** First hellos of the model's client, and what is alike in two. */
final class Ours {
  private static final int RECORD_HEADER = 5;

  private Ours() {}

  static ClientHello hello(Policy policy, Credentials credentials) {
    Context context =
        new Context(
            policy, credentials, Trust.NOBODY, Rules.RFC, new Concrete(new Seed(1, "client", 1)));
    return new Start()
        .on(new Input.Connect(), context).effects().stream()
            .filter(Effect.Send.class::isInstance)
            .map(sent -> (ClientHello) ((Effect.Send) sent).message())
            .findFirst()
            .orElseThrow();
  }

  static byte[] octets(Policy policy) {
    return Codec.encode(hello(policy, Credentials.NONE));
  }

  /** The hello in its record octet by octet, but that what is random or secret is blank. */
  static String layout(byte[] record) {
    return layout(new Version(record[1] << 8 | record[2]), hello(record));
  }

  static ClientHello hello(byte[] record) {
    byte[] hello = Arrays.copyOfRange(record, RECORD_HEADER, record.length);
    try {
      return (ClientHello) Codec.decode(hello, Dialect.UNDECIDED);
    } catch (DecodeError e) {
      throw new AssertionError(HexFormat.of().formatHex(record), e);
    }
  }

  static String layout(Policy policy, Credentials credentials) {
    return layout(policy.hello().recordVersion(), hello(policy, credentials));
  }

  private static String layout(Version record, ClientHello hello) {
    return record + HexFormat.of().formatHex(Codec.encode(hello.map(Ours::blank)));
  }

  private static Value blank(Kind kind, Value value) {
    return switch (kind) {
      case RANDOM, SESSION_ID, SHARE, TICKET, TICKET_AGE, BINDER ->
          Octets.of(new byte[Octets.length(value)]);
      default -> value;
    };
  }
}
