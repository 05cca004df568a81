package shakedown.conformance;

import com.google.common.base.Ascii;
import java.util.Optional;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.handshake.Step;
import shakedown.machine.Duel.Visit;
import shakedown.wire.Alert;
import shakedown.wire.Message;
import shakedown.wire.Message.AlertMessage;

/** What a state did with a message. */
record Answer(Visit visit, Step step) {
  static final String NOTHING = "nothing";
  private static final String GOES_ON = "goes on";

  static Answer to(Message message, Visit at) {
    return new Answer(at, at.state().on(new Input.Received(message), at.context()));
  }

  /** The alert with which it gave up; nothing if it did not. */
  Optional<String> alert() {
    return step.effects().stream()
        .filter(effect -> effect instanceof Effect.Send(AlertMessage alert) && alert.fatal())
        .map(effect -> (AlertMessage) ((Effect.Send) effect).message())
        .map(alert -> Alert.of(alert.description()).orElseThrow())
        .map(alert -> Ascii.toLowerCase(alert.name()))
        .findFirst();
  }

  /** The alert; or that nothing came of it; or that something did. */
  String outcome() {
    boolean nothing = step.effects().isEmpty() && step.next().equals(visit.state());
    return alert().orElse(nothing ? NOTHING : GOES_ON);
  }
}
