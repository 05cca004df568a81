package shakedown.server13;

import static shakedown.rules.Rule.REQUEST_CONTEXT_UNIQUE;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.Context;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.Extension;
import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extensions;
import shakedown.wire.Kind;
import shakedown.wire.Message.CertificateRequest;
import shakedown.wire.Value;

/**
 * What a server asks of who a client is (RFC 8446 4.3.2).
 *
 * @param made how many after the handshake
 * @param pending that one of them which is not answered yet, if one is
 */
record Requests(int made, @Nullable CertificateRequest pending) {
  static final Requests NONE = new Requests(0, null);

  /** Nothing if the server does not want to know. */
  static Optional<CertificateRequest> inHandshake(Context context) {
    return context.policy().authentication().clients() == ClientAuthentication.NOT_ASKED
        ? Optional.empty()
        : Optional.of(new CertificateRequest(null, extensions(context.policy())));
  }

  /** One more after the handshake, with a context that no other has. */
  CertificateRequest request(Context context) {
    boolean repeats = context.grants(REQUEST_CONTEXT_UNIQUE, () -> false);
    String label = "certificate_request_context/" + (repeats ? 0 : made);
    Value fresh = context.crypto().fresh(Kind.REQUEST_CONTEXT, label);
    return new CertificateRequest(fresh, extensions(context.policy()));
  }

  Requests and(CertificateRequest request) {
    return new Requests(made + 1, request);
  }

  Requests answered() {
    return new Requests(made, null);
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
