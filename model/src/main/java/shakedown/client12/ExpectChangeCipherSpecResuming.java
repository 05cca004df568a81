package shakedown.client12;

import static shakedown.rules.Rule.TICKET_IFF_NEGOTIATED;
import static shakedown.rules.Rule.TLS12_CCS_BEFORE_FINISHED;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Role;

/** The server resumes, so it finishes first (RFC 5246 7.3, figure 2). */
record ExpectChangeCipherSpecResuming(Pending pending) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ChangeCipherSpec _) ->
          pending.keyed().read(Role.SERVER, context).to(new ExpectFinishedResuming(pending));
      case Received(Finished _) ->
          context
              .require(TLS12_CCS_BEFORE_FINISHED, () -> false)
              .then(() -> new ExpectFinishedResuming(pending).on(input, context));
      case Received(NewSessionTicket12 ticket) ->
          context
              .require(TICKET_IFF_NEGOTIATED, () -> false)
              .then(() -> Step.to(new ExpectChangeCipherSpecResuming(pending.heard(ticket))));
      default -> otherwise(input);
    };
  }
}
