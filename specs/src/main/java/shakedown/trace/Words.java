package shakedown.trace;

import com.google.common.base.Ascii;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.wire.Alert;
import shakedown.wire.Extension;
import shakedown.wire.Message;
import shakedown.wire.NamedGroup;
import shakedown.wire.Parameters;
import shakedown.wire.Value;

/** Messages and signals in the words of the RFCs, without their values. */
public final class Words {
  private Words() {}

  /** A message's name; of a message that two versions share, the same in both. */
  public static String name(Message message) {
    return switch (message) {
      case Message.Certificate12 _ -> "Certificate";
      case Message.NewSessionTicket12 _ -> "NewSessionTicket";
      case Message.CertificateRequest12 _ -> "CertificateRequest";
      case Message.AlertMessage alert -> "Alert " + alert(alert.description());
      default -> message.getClass().getSimpleName();
    };
  }

  /** What was chosen or said in a message, if it is worth a word; else empty. */
  public static String note(Message message) {
    return switch (message) {
      case Message.ServerHello hello -> hello.version() + ", " + hello.suite();
      case Message.ServerKeyExchange exchange -> exchanged(exchange);
      case Message.CertificateVerify verify -> verify.scheme().toString();
      case Message.CompressedCertificate compressed -> compressed.algorithm().toString();
      case Message.ClientHello hello when hello.extensions().has(Extension.PreSharedKeys.class) ->
          "offers a pre-shared key";
      default -> "";
    };
  }

  private static String exchanged(Message.ServerKeyExchange exchange) {
    String group =
        exchange.parameters() instanceof Parameters.Share(NamedGroup named, Value _)
            ? named.toString()
            : "a group of its own";
    return exchange.signed() == null ? group : group + ", " + exchange.signed().scheme();
  }

  /** A claim as its subject would tell it. */
  public static String claim(Signal signal) {
    return switch (signal) {
      case Signal.Running running -> "runs " + running.agreement().version();
      case Signal.Commit commit -> "is done with " + commit.meant();
      case Signal.MaySend(Permission permission) -> "may send, " + permission(permission);
      case Signal.DataSent sent -> "sends data, " + permission(sent.permission());
      case Signal.DataReceived _ -> "has received data";
      case Signal.EarlyDataAccepted _ -> "knows its early data was taken";
      case Signal.EarlyDataRejected _ -> "knows its early data was refused";
      case Signal.Resumable _ -> "can resume this session later";
      case Signal.Cacheable _ -> "remembers this session";
      case Signal.EarlyDataTaken _ -> "takes early data";
      case Signal.Exported _ -> "hands keys to its application";
      case Signal.Alerted alerted ->
          "refuses: " + alerted.broken() + " is broken (RFC " + alerted.broken().section() + ")";
      case Signal.AlertReceived received -> "was refused with " + alert(received.description());
      case Signal.Warned warned -> "was warned of " + alert(warned.description());
      case Signal.ClosedCleanly _ -> "has closed in peace";
    };
  }

  private static String permission(Permission permission) {
    return switch (permission) {
      case EARLY -> "early";
      case FALSE_START -> "by False Start";
      case HALF_RTT -> "before the client's Finished";
      case FULL -> "in full";
    };
  }

  private static String alert(int description) {
    return Alert.of(description)
        .map(alert -> Ascii.toLowerCase(alert.name()))
        .orElse("number " + description);
  }
}
