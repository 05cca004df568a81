package shakedown.measure;

import java.util.function.ToLongFunction;

/** A number of an {@link Outcome}, with the name that it has in result files. */
public enum Metric {
  TCP_CONNECT("tcpConnectNanos", Unit.NANOS, Outcome::tcpConnectNanos),
  HANDSHAKE("handshakeNanos", Unit.NANOS, Outcome::handshakeNanos),
  TIME_TO_FIRST_BYTE("timeToFirstByteNanos", Unit.NANOS, Outcome::timeToFirstByteNanos),
  TIME_TO_LAST_BYTE("timeToLastByteNanos", Unit.NANOS, Outcome::timeToLastByteNanos),
  CLIENT_CPU("clientCpuNanos", Unit.NANOS, Outcome::clientCpuNanos),
  SERVER_CPU("serverCpuNanos", Unit.NANOS, Outcome::serverCpuNanos),
  CLIENT_BYTES("clientBytes", Unit.OCTETS, Outcome::clientBytes),
  SERVER_BYTES("serverBytes", Unit.OCTETS, Outcome::serverBytes),
  CLIENT_SEGMENTS("clientSegments", Unit.COUNT, Outcome::clientSegments),
  SERVER_SEGMENTS("serverSegments", Unit.COUNT, Outcome::serverSegments),
  RETRANSMISSIONS("retransmissions", Unit.COUNT, Outcome::retransmissions),
  /** 1 for a connection that failed, so that the mean is the share. */
  FAILED_SHARE("failedShare", Unit.COUNT, outcome -> outcome.failed() ? 1 : 0);

  /** What a metric counts. */
  public enum Unit {
    NANOS,
    OCTETS,
    COUNT
  }

  private final String jsonName;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to an accessor holds nothing
  private final ToLongFunction<Outcome> reader;

  Metric(String jsonName, Unit unit, ToLongFunction<Outcome> reader) {
    this.jsonName = jsonName;
    this.unit = unit;
    this.reader = reader;
  }

  /** Its name in JSON and CSV. */
  public String jsonName() {
    return jsonName;
  }

  public Unit unit() {
    return unit;
  }

  /** Its value, {@link Outcome#NEVER} for a time that did not come. */
  public long of(Outcome outcome) {
    return reader.applyAsLong(outcome);
  }
}
