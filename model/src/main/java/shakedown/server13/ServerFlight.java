package shakedown.server13;

import static shakedown.rules.Rule.NO_EXTERNAL_PSK_WITH_CERTIFICATE;
import static shakedown.rules.Rule.PSK_ALONE_NO_CERTIFICATE_REQUEST;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Answer;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Keys;
import shakedown.crypto.Mark;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreement;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Epoch;
import shakedown.handshake.Flight;
import shakedown.handshake.Introduction;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.handshake.Proof;
import shakedown.handshake.Protocols;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.ServerNames;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.handshake.Tag;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extensions;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * ServerHello to Finished (RFC 8446 2, figure 1).
 *
 * @param heard all messages up to the hello
 * @param theirs the client's share that is answered; null where a pre-shared key is all
 */
record ServerFlight(
    ClientHello hello,
    Transcript heard,
    CipherSuite suite,
    @Nullable KeyShare theirs,
    Context context) {
  private static final int NULL_COMPRESSION = 0;

  /**
   * Shows who the server is, unless a session is resumed.
   *
   * @param client whom the session remembers
   */
  Step answer(Optional<Resumed> resumed, Optional<Introduction> self, PeerProven client) {
    boolean early = resumed.stream().anyMatch(psk -> psk.takesEarlyData(suite, context));
    Exchanged exchanged = exchanged();
    Flight hellos =
        Flight.after(heard)
            .say(serverHello(exchanged.own(), resumed))
            .when(isFirstDisguise(), said -> said.aside(new ChangeCipherSpec()))
            .speak(Version.TLS13, suite);
    Secrets secrets = secrets(resumed, exchanged.secret(), hellos.transcript());
    Optional<CertificateRequest> asked =
        Requests.inHandshake(context).filter(_ -> resumed.isEmpty() || asksAnyway(resumed.get()));
    Extensions answers = answers(early, resumed.isPresent() ? Optional.empty() : self);
    Optional<RecordSizes> sizes = RecordSizes.of(hello, answers, Version.TLS13);
    Flight flight =
        hellos
            .writeWithin(sizes, Role.SERVER)
            .writeUnder(Epoch.HANDSHAKE, new Keys(suite, Role.SERVER, secrets.server()))
            .say(new EncryptedExtensions(answers))
            .when(asked.isPresent(), said -> said.say(asked.orElseThrow()))
            .when(resumed.isEmpty(), said -> self.orElseThrow().in(said, null, proof(), context))
            .say(before -> new Tag(secrets.server(), suite.hash()).over(before, context))
            .flush()
            .when(early, said -> said.claim(taken(resumed.orElseThrow())));
    var ending =
        new Ending(
            secrets, early, Tickets.due(hello, resumed.isPresent(), context), asked, client, sizes);
    return readingOn(flight, ending);
  }

  /** Whether the server wants to know its client although a key stands for certificates. */
  private boolean asksAnyway(Resumed key) {
    Rule rule =
        key.isExternal() ? NO_EXTERNAL_PSK_WITH_CERTIFICATE : PSK_ALONE_NO_CERTIFICATE_REQUEST;
    return !key.takesEarlyData(suite, context) && context.grants(rule, () -> false);
  }

  private Signal taken(Resumed resumed) {
    return new Signal.EarlyDataTaken(resumed.binder(context));
  }

  /**
   * What the hello asks for.
   *
   * @param shown who the server is, if it says so
   */
  private Extensions answers(boolean early, Optional<Introduction> shown) {
    var answers = ImmutableList.<Extension>builder();
    ServerNames.answer(hello, context).ifPresent(answers::add);
    Protocols.answer(hello, context).ifPresent(answers::add);
    shown.ifPresent(self -> answers.addAll(types(self).answers(hello, context)));
    RecordSizes.answer(hello, Version.TLS13, context).ifPresent(answers::add);
    if (early) {
      answers.add(new EarlyData());
    }
    return new Extensions(answers.build());
  }

  private CertificateTypes types(Introduction self) {
    return new CertificateTypes(
        self.identity().type(), CertificateTypes.ofClient(hello, context).orElseThrow());
  }

  /** Our share, if theirs is answered, and what is shared; zeros without (RFC 8446 7.1). */
  private record Exchanged(@Nullable KeyShare own, Value secret) {}

  private Exchanged exchanged() {
    if (theirs == null) {
      return new Exchanged(null, context.crypto().zeros(suite.hash()));
    }
    NamedGroup group = theirs.group();
    Answer answer =
        context.crypto().answer(group, Ephemeral.secret(group, context), theirs.exchange());
    return new Exchanged(new KeyShare(group, answer.share()), answer.secret());
  }

  private Proof proof() {
    return new Proof(Role.SERVER, suite.hash());
  }

  /** What the client still has to do. */
  private record Ending(
      Secrets secrets,
      boolean early,
      int tickets,
      Optional<CertificateRequest> asked,
      PeerProven client,
      Optional<RecordSizes> sizes) {}

  private Step readingOn(Flight flight, Ending ending) {
    Secrets secrets = ending.secrets();
    Optional<CertificateRequest> asked = ending.asked();
    KeySchedule13 schedule = schedule();
    Transcript untilServer = flight.transcript();
    Value master = schedule.masterSecret(secrets.handshake());
    Value ours = schedule.derive(master, "s ap traffic", untilServer);
    Agreement agreement =
        new Agreement(Version.TLS13, suite, untilServer.digest(context.crypto(), suite.hash()));
    Flight all =
        flight
            .writeUnder(Epoch.APPLICATION, new Keys(suite, Role.SERVER, ours))
            .claim(new Signal.Running(Role.SERVER, context.policy().host(), agreement))
            .when(asked.isEmpty(), told -> told.claim(new Signal.MaySend(Permission.HALF_RTT)));
    var said =
        new ServerSaid(agreement, untilServer, master, ours, secrets.client(), ending.tickets());
    var last = new ExpectFinished(said, untilServer, ending.client());
    if (ending.early()) {
      Value secret = schedule.derive(secrets.early(), "c e traffic", heard);
      return all.readUnder(Epoch.EARLY, new Keys(suite, Role.CLIENT, secret))
          .to(new ExpectEndOfEarlyData(last, ending.sizes()));
    }
    return all.readWithin(ending.sizes(), Role.CLIENT)
        .readUnder(Epoch.HANDSHAKE, new Keys(suite, Role.CLIENT, secrets.client()))
        .when(hello.extensions().has(EarlyData.class), Flight::skipEarlyData)
        .to(
            asked
                .<Endpoint>map(request -> new ExpectClientCertificate(request, last))
                .orElse(last));
  }

  private record Secrets(Value early, Value handshake, Value client, Value server) {}

  private Secrets secrets(Optional<Resumed> resumed, Value shared, Transcript hellos) {
    KeySchedule13 schedule = schedule();
    Value early =
        resumed.map(psk -> schedule.earlySecret(psk.psk())).orElseGet(schedule::earlySecret);
    Value handshake = schedule.handshakeSecret(early, shared);
    return new Secrets(
        early,
        handshake,
        schedule.derive(handshake, "c hs traffic", hellos),
        schedule.derive(handshake, "s hs traffic", hellos));
  }

  private ServerHello serverHello(@Nullable KeyShare own, Optional<Resumed> resumed) {
    var extensions = ImmutableList.<Extension>builder().add(new SelectedVersion(Version.TLS13));
    if (own != null) {
      extensions.add(own);
    }
    resumed.map(key -> new SelectedPsk(key.index())).ifPresent(extensions::add);
    return new ServerHello(
        Version.TLS12,
        context.crypto().random(Mark.NONE),
        Echo.of13(hello, context),
        suite,
        NULL_COMPRESSION,
        new Extensions(extensions.build()));
  }

  /** Once a session: after a retry it was said before. */
  private boolean isFirstDisguise() {
    return Server13.isDisguised(hello, context) && !heard.isRestarted();
  }

  private KeySchedule13 schedule() {
    return new KeySchedule13(context.crypto(), suite.hash());
  }
}
