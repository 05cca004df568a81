package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import shakedown.rules.Rule;
import shakedown.wire.Alert;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Value;

/** The next state, and what is done on the way, in order. */
public record Step(Endpoint next, ImmutableList<Effect> effects) {
  public static Step to(Endpoint next, Effect... effects) {
    return new Step(next, ImmutableList.copyOf(effects));
  }

  /** Ends the session for a broken rule, with the alert of the RFC. */
  public static Step abort(Rule broken) {
    return to(
        new Closed(Closed.Ending.FAILED),
        new Effect.Send(new AlertMessage(true, broken.alert().code())),
        new Effect.Flush(),
        new Effect.Claim(new Signal.Alerted(broken)));
  }

  /** Sends application data, and stays. */
  public static Step write(Endpoint state, Permission permission, Value data) {
    return to(
        state,
        new Effect.Claim(new Signal.DataSent(permission, data)),
        new Effect.Send(new ApplicationData(data)),
        new Effect.Flush());
  }

  /** What every state of every version does with what it does not list. */
  public static Step unexpected(Endpoint state, Input input) {
    return switch (input) {
      // close_notify follows it, and ends the session (RFC 9846 6.1)
      case Input.Received(AlertMessage alert)
          when alert.description() == Alert.USER_CANCELED.code() ->
          to(state, new Effect.Claim(new Signal.Warned(alert.description())));
      case Input.Received(AlertMessage alert) -> alerted(alert);
      case Input.Received _ -> abort(Rule.MESSAGE_IN_ORDER);
      case Input.Refused(Rule broken) -> abort(broken);
      case Input.TransportClosed _ -> to(new Closed(Closed.Ending.CUT));
      case Input.Close _ ->
          to(
              new Closed(Closed.Ending.CLEAN),
              new Effect.Send(new AlertMessage(false, Alert.CLOSE_NOTIFY.code())),
              new Effect.Flush());
      case Input.Asked _ -> throw new IllegalArgumentException(input + " asked of " + state.name());
    };
  }

  /** Says no to another handshake, and goes on (RFC 5246 7.2.2). */
  public static Step refuseRenegotiation(Endpoint state) {
    return to(
        state,
        new Effect.Send(new AlertMessage(false, Alert.NO_RENEGOTIATION.code())),
        new Effect.Flush());
  }

  /** In TLS 1.2 a warning is no end, unless it is close_notify (RFC 5246 7.2.2). */
  public static Step warned(Endpoint state, AlertMessage alert) {
    return alert.fatal() || alert.description() == Alert.CLOSE_NOTIFY.code()
        ? alerted(alert)
        : to(state, new Effect.Claim(new Signal.Warned(alert.description())));
  }

  private static Step alerted(AlertMessage alert) {
    boolean clean = alert.description() == Alert.CLOSE_NOTIFY.code();
    return clean
        ? to(new Closed(Closed.Ending.CLEAN), new Effect.Claim(new Signal.ClosedCleanly()))
        : to(
            new Closed(Closed.Ending.FAILED),
            new Effect.Claim(new Signal.AlertReceived(alert.description())));
  }
}
