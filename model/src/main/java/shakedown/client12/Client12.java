package shakedown.client12;

import shakedown.handshake.*;
import shakedown.rules.Rule;

/** Placeholder until the branch with TLS 1.2 lands. */
public interface Client12 extends Endpoint {
  static Step begin(Agreed agreed, Context context) {
    return Step.abort(Rule.PARAMETERS_OVERLAP);
  }
}
