package shakedown.policy.clients;

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

/** First hellos of the model's client, and what is alike in two. */
final class Ours {
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

  /** The hello octet by octet, but that what is random or secret is blank. */
  static String layout(byte[] hello) {
    try {
      return layout((ClientHello) Codec.decode(hello, Dialect.UNDECIDED));
    } catch (DecodeError e) {
      throw new AssertionError(HexFormat.of().formatHex(hello), e);
    }
  }

  static String layout(ClientHello hello) {
    return HexFormat.of().formatHex(Codec.encode(hello.map(Ours::blank)));
  }

  private static Value blank(Kind kind, Value value) {
    return switch (kind) {
      case RANDOM, SESSION_ID, SHARE, TICKET, TICKET_AGE, BINDER ->
          Octets.of(new byte[Octets.length(value)]);
      default -> value;
    };
  }
}
