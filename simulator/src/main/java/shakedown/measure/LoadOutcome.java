package shakedown.measure;

/**
 * What became of a server under load, over the time measured.
 *
 * @param offeredPerSecond connections that came
 * @param handshakesPerSecond handshakes that became complete at the server
 * @param failed of the connections that came, those whose client gave up
 * @param handshakeNanos of the connections that came: from arrival until complete at the client
 * @param firstByteNanos of the connections that came: from arrival to the first octet of response
 * @param utilisation the share of the server's cores that was taken
 */
public record LoadOutcome(
    double offeredPerSecond,
    double handshakesPerSecond,
    int failed,
    Quantiles handshakeNanos,
    Quantiles firstByteNanos,
    double utilisation) {}
