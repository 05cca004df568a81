package shakedown.client12;

import static shakedown.rules.Rule.TICKET_IFF_NEGOTIATED;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.NewSessionTicket12;

/** The server resumes, and promised a new ticket (RFC 5077 3.3). */
record ExpectNewSessionTicketResuming(Pending pending) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(NewSessionTicket12 ticket) ->
          Step.to(new ExpectChangeCipherSpecResuming(pending.heard(ticket)));
      case Received(ChangeCipherSpec _) ->
          context
              .require(TICKET_IFF_NEGOTIATED, () -> false)
              .then(() -> new ExpectChangeCipherSpecResuming(pending).on(input, context));
      default -> otherwise(input);
    };
  }
}
