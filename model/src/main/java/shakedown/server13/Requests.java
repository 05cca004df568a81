package shakedown.server13;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.handshake.Context;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.Extension;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extensions;
import shakedown.wire.Message.CertificateRequest;

/** What a server asks of who a client is (RFC 8446 4.3.2). */
final class Requests {
  private Requests() {}

  /** Nothing if the server does not want to know. */
  static Optional<CertificateRequest> inHandshake(Context context) {
    return context.policy().authentication().clients() == ClientAuthentication.NOT_ASKED
        ? Optional.empty()
        : Optional.of(new CertificateRequest(null, extensions(context.policy())));
  }

  private static Extensions extensions(Policy policy) {
    var extensions = ImmutableList.<Extension>builder();
    if (policy.has(Option.STATUS_REQUEST)) {
      extensions.add(new StatusRequest(ImmutableList.of(), null));
    }
    extensions.add(new SignatureAlgorithms(policy.schemes()));
    if (!policy.compressions().isEmpty()) {
      extensions.add(new CompressCertificate(policy.compressions()));
    }
    return new Extensions(extensions.build());
  }
}
