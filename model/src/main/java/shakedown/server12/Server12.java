package shakedown.server12;

import shakedown.handshake.*;
import shakedown.rules.Rule;

/** Placeholder until the branch with TLS 1.2 lands. */
public interface Server12 extends Endpoint {
  static Step begin(shakedown.wire.Message.ClientHello hello, Context context) {
    return Step.abort(Rule.PARAMETERS_OVERLAP);
  }
}
