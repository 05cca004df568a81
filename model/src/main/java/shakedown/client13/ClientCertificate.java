package shakedown.client13;

import static shakedown.rules.Rule.EXTENSIONS_UNIQUE;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.REQUEST_HAS_SIGNATURE_ALGORITHMS;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Transcript;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.handshake.Introduction;
import shakedown.handshake.Judgement;
import shakedown.handshake.Proof;
import shakedown.wire.Bearer;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extensions;
import shakedown.wire.Hash;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Remembered;
import shakedown.wire.Role;

/** What a client of TLS 1.3 answers to a CertificateRequest (RFC 8446 4.4.2, 4.6.2). */
record ClientCertificate(CertificateRequest request, Optional<Introduction> self, Hash hash) {
  /** Holds a request against what every one must be, in the handshake and after it. */
  static Judgement judged(CertificateRequest request, Context context) {
    Extensions asked = request.extensions();
    return context
        .require(EXTENSIONS_UNIQUE, asked::areUnique)
        .require(EXTENSION_IN_ITS_PLACE, () -> asked.areIn(Bearer.CERTIFICATE_REQUEST))
        .require(REQUEST_HAS_SIGNATURE_ALGORITHMS, () -> asked.has(SignatureAlgorithms.class));
  }

  /**
   * The answer to a request.
   *
   * @param handshake all messages up to the server's Finished
   */
  static ClientCertificate to(
      CertificateRequest request, Hash hash, Transcript handshake, Context context) {
    var types = ImmutableList.of(CertificateTypes.in(handshake).client());
    return new ClientCertificate(
        request, Introduction.to(request.extensions(), types, context), hash);
  }

  /** Whom the client shows itself to be. */
  String name(Context context) {
    return self.map(shown -> shown.name(context)).orElse(Remembered.ANYONE);
  }

  /** Who it is, or that it does not say. */
  Flight in(Flight flight, Context context) {
    return self.map(shown -> shown.in(flight, request.context(), proof(), context))
        .orElseGet(() -> flight.say(new Certificate(request.context(), ImmutableList.of())));
  }

  private Proof proof() {
    return new Proof(Role.CLIENT, hash);
  }
}
