package shakedown.machine;

import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.crypto.Status.Standing;
import shakedown.handshake.Credentials;
import shakedown.handshake.Input;
import shakedown.handshake.PreSharedKey;
import shakedown.pki.Identity;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.policy.Sizes;
import shakedown.server13.Server13;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** Every handshake that the machine knows, run to its end. */
public final class Variants {
  private static final Value EARLY = Term.of("early data");
  private static final Input.Export EXPORT = new Input.Export("EXPORTER-label", null, 32);
  private static final PreSharedKey KEY =
      new PreSharedKey(Term.of("identity"), Term.of("pre-shared key"), Hash.SHA256);

  private static final Identity SELF = Party.identity(KeyType.ECDSA_P256, "client");

  private Variants() {}

  public static Stream<Duel> all() {
    return Stream.concat(tls12(), tls13()).peek(Variants::talk);
  }

  private static void talk(Duel duel) {
    duel.write(CLIENT, Term.of("request"));
    duel.write(SERVER, Term.of("response"));
    if (duel.state(SERVER) instanceof Server13) {
      duel.ask(SERVER, new Input.GiveTicket());
      duel.ask(CLIENT, EXPORT);
      duel.ask(SERVER, EXPORT);
      duel.ask(CLIENT, new Input.UpdateKeys(false));
      duel.ask(SERVER, new Input.UpdateKeys(true));
    }
  }

  private static Stream<Duel> tls12() {
    Party client = Party.client12();
    Party eager = client.with(policy -> policy.with(Option.FALSE_START));
    Party transported =
        client.with(policy -> policy.withSuites(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256));
    Party server = Party.server12(KeyType.RSA);
    Duel byTicket = Duel.of(client, server);
    Duel byId = Duel.of(client.without(Option.TICKETS), server);
    return Stream.of(
        byTicket,
        byId,
        Duel.of(eager, server),
        Duel.of(eager.without(Option.TICKETS), server),
        Duel.of(transported, server),
        KeyExchanges.of(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256).run(),
        KeyExchanges.of(CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256).run(),
        again(client, server, byTicket),
        again(client.without(Option.TICKETS), server, byId),
        again(client, server, byId),
        Duel.of(client.credited(all -> all.withIdentity(SELF)), asking(server)),
        Duel.of(client, asking(server)),
        Duel.of(
            client.with(policy -> policy.with(Option.STATUS_REQUEST)),
            StapleTest.stapling(server, Standing.GOOD)
                .with(policy -> policy.with(Option.STATUS_REQUEST))),
        Duel.of(talking(client), talking(server)),
        KeyExchanges.of(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA)
            .client(Variants::authenticatingLast)
            .server(Variants::authenticatingLast)
            .run(),
        Duel.of(sized(client, 0, 64), sized(server, 0, 128)),
        Duel.of(sized(client, 1, 0), server),
        renegotiated(client, server, CLIENT),
        renegotiated(client, server, SERVER));
  }

  private static Party talking(Party party) {
    return party.with(policy -> policy.withProtocols("h2", "http/1.1"));
  }

  private static Party authenticatingLast(Party party) {
    return party.with(policy -> policy.with(Option.ENCRYPT_THEN_MAC));
  }

  private static Party sized(Party party, int fragmentCode, int limit) {
    return party.with(policy -> policy.withSizes(new Sizes(fragmentCode, limit)));
  }

  private static Party asking(Party server) {
    return server.with(policy -> policy.withClients(ClientAuthentication.ASKED));
  }

  private static Duel renegotiated(Party client, Party server, Role asking) {
    Duel duel =
        Duel.of(
            client.with(policy -> policy.with(Option.RENEGOTIATION)),
            server.with(policy -> policy.with(Option.RENEGOTIATION)));
    duel.ask(asking, new Input.Renegotiate());
    return duel;
  }

  private static Stream<Duel> tls13() {
    Party server = Party.server(KeyType.ECDSA_P256);
    Party client = Party.client();
    Party eager =
        client
            .with(policy -> policy.with(Option.EARLY_DATA))
            .credited(credentials -> credentials.withEarlyData(EARLY));
    Party willing = server.with(policy -> policy.with(Option.EARLY_DATA));
    Party choosy = willing.with(policy -> policy.withGroups(NamedGroup.SECP256R1));
    Party known = client.credited(all -> all.withIdentity(SELF));
    Party later = known.with(policy -> policy.with(Option.POST_HANDSHAKE_AUTH));
    Party asking = asking(willing);
    Duel full = Duel.of(client, willing);
    return Stream.of(
        full,
        Duel.of(client, choosy),
        Duel.of(client, server.with(policy -> policy.with(Option.RETRY_COOKIE))),
        Duel.of(compressing(client), compressing(server)),
        Duel.of(known, asking),
        Duel.of(compressing(known), compressing(asking)),
        askedLate(compressing(later), compressing(server)),
        Duel.of(client, asking),
        Duel.of(talking(client), talking(server)),
        Duel.of(
            client.with(policy -> policy.with(Option.STATUS_REQUEST)),
            StapleTest.stapling(server, Standing.GOOD)
                .with(policy -> policy.with(Option.STATUS_REQUEST))),
        askedLate(later, server),
        askedLate(later.credited(_ -> Credentials.NONE), server),
        Duel.of(sized(client, 0, 64), sized(server, 0, 128)),
        Duel.of(sized(client, 1, 0), server),
        again(client, willing, full),
        again(eager, willing, full),
        again(eager, server, full),
        again(eager, choosy, full),
        Duel.of(client.holding(KEY), server.holding(KEY)),
        Duel.of(alone(client.holding(KEY)), alone(server.holding(KEY))));
  }

  private static Party compressing(Party party) {
    return party.with(policy -> policy.withCompressions(CompressionAlgorithm.ZLIB));
  }

  private static Duel askedLate(Party client, Party server) {
    Duel duel = Duel.of(client, server);
    duel.ask(SERVER, new Input.Authenticate());
    return duel;
  }

  private static Party alone(Party party) {
    return party.with(policy -> policy.withPskModes(PskMode.PSK_KE));
  }

  private static Duel again(Party client, Party server, Duel before) {
    return new Pair(client, server).after(before).run();
  }

  /** Every step of all of them. */
  public static ImmutableList<Duel.Visit> visits() {
    return all().flatMap(duel -> duel.visits().stream()).collect(ImmutableList.toImmutableList());
  }
}
