package shakedown.net;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * All that lies between two hosts.
 *
 * @param toServer what the client's packets go through
 * @param toClient what the server's packets go through
 * @param mtu octets of the largest IP packet
 * @param tcp how both ends use TCP
 */
public record Network(Path toServer, Path toClient, int mtu, TcpOptions tcp) {
  /** Ethernet's. */
  public static final int ETHERNET_MTU = 1500;

  public Network {
    checkArgument(mtu > 100, "an MTU of %s octets; expected more than 100", mtu);
  }

  /** A delay of half the round trip each way, and nothing else. */
  public static Network ideal(long rttNanos) {
    return new Network(
        Path.ideal(rttNanos / 2),
        Path.ideal(rttNanos - rttNanos / 2),
        ETHERNET_MTU,
        TcpOptions.LINUX);
  }

  /** The delay of a packet there and of one back, without jitter and serialisation. */
  public long rttNanos() {
    return toServer.delayNanos() + toClient.delayNanos();
  }

  public Network with(TcpOptions options) {
    return new Network(toServer, toClient, mtu, options);
  }

  public Network with(Loss lossToServer, Loss lossToClient) {
    return new Network(toServer.with(lossToServer), toClient.with(lossToClient), mtu, tcp);
  }
}
