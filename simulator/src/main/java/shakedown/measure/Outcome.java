package shakedown.measure;

/**
 * What became of one connection. Times count from the client's start of TCP, in nanoseconds; {@link
 * #NEVER} for what was not reached.
 *
 * @param tcpConnectNanos until the client may write
 * @param handshakeNanos until the handshake is complete at the client
 * @param timeToFirstByteNanos until the client read the first octet of the response
 * @param timeToLastByteNanos until the client read the last octet of the response
 * @param clientCpuNanos time that the client computed
 * @param serverCpuNanos time that the server computed
 * @param clientBytes octets that the client wrote to the stream, request included
 * @param serverBytes octets that the server wrote to the stream, response included
 * @param clientSegments TCP segments with data that the client sent, repeats included
 * @param serverSegments TCP segments with data that the server sent, repeats included
 * @param retransmissions segments that either side sent again, SYN and SYN-ACK included
 * @param failed the response never arrived in full
 */
public record Outcome(
    long tcpConnectNanos,
    long handshakeNanos,
    long timeToFirstByteNanos,
    long timeToLastByteNanos,
    long clientCpuNanos,
    long serverCpuNanos,
    long clientBytes,
    long serverBytes,
    int clientSegments,
    int serverSegments,
    int retransmissions,
    boolean failed) {
  /** A time that did not come. */
  public static final long NEVER = Long.MAX_VALUE;
}
