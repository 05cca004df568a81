package shakedown.client12;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Permission;
import shakedown.handshake.Step;

/**
 * The client has finished a full handshake and the server has not: policy and suite may let it send
 * (RFC 7918 3).
 */
sealed interface FalseStart extends Client12
    permits ExpectNewSessionTicket, ExpectChangeCipherSpec, ExpectFinished {
  Pending pending();

  default Step beforeFinished(Input input, Context context) {
    return input instanceof Input.Write(var data) && pending().mayFalseStart(context)
        ? Step.write(this, Permission.FALSE_START, data)
        : otherwise(input);
  }
}
