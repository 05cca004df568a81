package shakedown.server12;

import static shakedown.rules.Rule.TLS12_KEY_EXCHANGE_SIGNS_RANDOMS;

import java.util.Optional;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Flight;
import shakedown.handshake.Step;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content.SignedParameters;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.KeyType;
import shakedown.wire.Message;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** What a server takes of an offer for a full handshake, by its own order. */
sealed interface Choice {
  CipherSuite suite();

  /** Answers the hello with a full handshake. */
  Step answer(ClientHello hello, Context context);

  /** The first suite that both have, the server's key fits, and nothing else is missing for. */
  static Optional<Choice> of(ClientHello hello, Context context) {
    KeyType key = context.credentials().self().keyType();
    return context.policy().suites().stream()
        .filter(suite -> suite.isKnown() && !suite.isFor13())
        .filter(suite -> hello.suites().contains(suite) && suite.keyExchange().fits(key))
        .flatMap(suite -> with(suite, hello, context).stream())
        .findFirst();
  }

  private static Optional<Choice> with(CipherSuite suite, ClientHello hello, Context context) {
    if (!suite.keyExchange().isEphemeral()) {
      return Optional.of(new Transported(suite));
    }
    Optional<SignatureScheme> scheme = scheme(hello, context);
    return group(hello, context)
        .flatMap(group -> scheme.map(signs -> new Signed(suite, group, signs)));
  }

  /** A client that names no groups leaves the choice to the server (RFC 8422 4). */
  private static Optional<NamedGroup> group(ClientHello hello, Context context) {
    boolean any = !hello.extensions().has(SupportedGroups.class);
    return context.policy().groups().stream()
        .filter(group -> any || hello.groups().contains(group))
        .findFirst();
  }

  private static Optional<SignatureScheme> scheme(ClientHello hello, Context context) {
    KeyType key = context.credentials().self().keyType();
    return context.policy().schemes().stream()
        .filter(scheme -> hello.schemes().contains(scheme))
        .filter(scheme -> scheme.isFor12() && scheme.fits(key))
        .findFirst();
  }

  /** The server's half of the hellos and its certificates. */
  private static Flight shown(ClientHello hello, ServerHello server, Context context) {
    return Flight.after(Transcript.EMPTY.add(hello))
        .say(server)
        .speak(Version.TLS12, server.suite())
        .say(new Certificate12(context.credentials().self().chain()));
  }

  /** An ephemeral share, signed. */
  record Signed(CipherSuite suite, NamedGroup group, SignatureScheme scheme) implements Choice {
    @Override
    public Step answer(ClientHello hello, Context context) {
      ServerHello server = ServerHellos.full(hello, suite, context);
      Flight flight =
          shown(hello, server, context)
              .say(exchange(hello, server, context))
              .say(new ServerHelloDone())
              .flush();
      return flight.to(
          new ExpectClientKeyExchange(new Agreed(hello, server, flight.transcript()), group));
    }

    private ServerKeyExchange exchange(ClientHello hello, ServerHello server, Context context) {
      Value share = context.crypto().share(group, Ephemeral.secret(group, context));
      var parameters = new Parameters.Share(group, share);
      var content =
          new SignedParameters(
              context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, hello::random),
              context.covered(TLS12_KEY_EXCHANGE_SIGNS_RANDOMS, server::random),
              parameters);
      Value key = context.credentials().self().privateKey();
      return new ServerKeyExchange(
          null,
          parameters,
          new Message.Signed(scheme, context.crypto().sign(key, scheme, content)));
    }
  }

  /** Nothing but the certificate's key: the client encrypts to it. */
  record Transported(CipherSuite suite) implements Choice {
    @Override
    public Step answer(ClientHello hello, Context context) {
      ServerHello server = ServerHellos.full(hello, suite, context);
      Flight flight = shown(hello, server, context).say(new ServerHelloDone()).flush();
      return flight.to(
          new ExpectEncryptedPremasterSecret(new Agreed(hello, server, flight.transcript())));
    }
  }
}
