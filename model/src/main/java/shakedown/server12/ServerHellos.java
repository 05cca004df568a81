package shakedown.server12;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Mark;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Protocols;
import shakedown.handshake.Rebinding;
import shakedown.handshake.RecordSizes;
import shakedown.handshake.ServerNames;
import shakedown.pki.Identity;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.EncryptThenMac;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.ServerNameKnown;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.StatusPromised;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extensions;
import shakedown.wire.Kind;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** The server's first words (RFC 5246 7.4.1.3). */
final class ServerHellos {
  private static final int NULL_COMPRESSION = 0;

  private ServerHellos() {}

  /** Of a full handshake: a new session, with an id where the server is to remember it. */
  static ServerHello full(ClientHello hello, Choice choice, Context context) {
    CipherSuite suite = choice.suite();
    boolean ticketed = Tickets.arePromised(hello, context);
    boolean remembers = context.policy().has(Option.SESSION_IDS) && !ticketed;
    Value id = remembers ? context.crypto().fresh(Kind.SESSION_ID, "session_id") : null;
    Extensions all = answers(hello, extend(hello, context), ticketed, context);
    Optional<ServerNameKnown> name = ServerNames.answer(hello, context);
    if (name.isPresent()) {
      all = all.with(name.get());
    }
    for (Extension type : types(hello, choice.identity(), context)) {
      all = all.with(type);
    }
    if (staples(hello, choice, context)) {
      all = all.with(new StatusPromised());
    }
    return of(id, suite, macsAround(all, hello, suite, context), context);
  }

  /** Says it; from here on all is of this version. */
  static Flight said(ClientHello hello, ServerHello server, Context context) {
    Flight flight = Flight.after(Transcript.EMPTY.add(hello)).say(server);
    return new Agreed(hello, server, flight.transcript()).speak12(flight, Role.SERVER, context);
  }

  /** What both sides are to show; nothing of that where the server has nothing to show. */
  private static ImmutableList<Extension> types(
      ClientHello hello, @Nullable Identity identity, Context context) {
    return identity == null
        ? ImmutableList.of()
        : new CertificateTypes(
                identity.type(), CertificateTypes.ofClient(hello, context).orElseThrow())
            .answers(hello, context);
  }

  /** Whether a certificate's status is to follow it (RFC 6066 8). */
  private static boolean staples(ClientHello hello, Choice choice, Context context) {
    return choice.identity() != null
        && choice.identity().staple() != null
        && context.policy().has(Option.STATUS_REQUEST)
        && hello.extensions().has(StatusRequest.class);
  }

  /** Of an abbreviated one: the echoed id says so. A ticket that was shown serves again. */
  static ServerHello resuming(
      ClientHello hello, CipherSuite suite, boolean extended, Context context) {
    boolean ticketed = Tickets.arePromised(hello, context) && Tickets.shown(hello).isEmpty();
    Extensions answers = answers(hello, extended, ticketed, context);
    return of(hello.sessionId(), suite, macsAround(answers, hello, suite, context), context);
  }

  /** Whether both sides want the master secret bound to the handshake (RFC 7627 5.1). */
  static boolean extend(ClientHello hello, Context context) {
    return context.policy().has(Option.EXTENDED_MASTER_SECRET)
        && hello.extensions().has(ExtendedMasterSecret.class);
  }

  private static ServerHello of(
      @Nullable Value id, CipherSuite suite, Extensions answers, Context context) {
    Mark mark = context.policy().speaks(Version.TLS13) ? Mark.TLS12 : Mark.NONE;
    return new ServerHello(
        Version.TLS12, context.crypto().random(mark), id, suite, NULL_COMPRESSION, answers);
  }

  private static Extensions answers(
      ClientHello hello, boolean extended, boolean ticketed, Context context) {
    var answers = ImmutableList.<Extension>builder();
    if (extended) {
      answers.add(new ExtendedMasterSecret());
    }
    if (context.policy().has(Option.SECURE_RENEGOTIATION) && knowsRenegotiation(hello)) {
      answers.add(Rebinding.answer(context));
    }
    if (ticketed) {
      answers.add(new SessionTicket(null));
    }
    Protocols.answer(hello, context).ifPresent(answers::add);
    RecordSizes.answer(hello, Version.TLS12, context).ifPresent(answers::add);
    ImmutableList<Extension> all = answers.build();
    return all.isEmpty() ? Extensions.ABSENT : new Extensions(all);
  }

  /** Says where a MAC goes if there is one: each handshake anew, a resumption, too (RFC 7366 3). */
  private static Extensions macsAround(
      Extensions answers, ClientHello hello, CipherSuite suite, Context context) {
    boolean isWanted =
        context.policy().has(Option.ENCRYPT_THEN_MAC)
            && hello.extensions().has(EncryptThenMac.class);
    return isWanted && suite.cipher().isBlock() ? answers.with(new EncryptThenMac()) : answers;
  }

  /** RFC 5746 3.6. */
  private static boolean knowsRenegotiation(ClientHello hello) {
    return hello.extensions().has(RenegotiationInfo.class)
        || hello.suites().contains(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV);
  }
}
