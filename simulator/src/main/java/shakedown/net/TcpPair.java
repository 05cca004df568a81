package shakedown.net;

import shakedown.engine.Clock;

/** Both ends of a connection and the link between them, used for one replication after another. */
public final class TcpPair {
  private final Link toServer;
  private final Link toClient;
  private final Tcp client;
  private final Tcp server;

  public TcpPair(Clock clock, Network network) {
    toServer = new Link(clock, network.toServer(), "client->server", this::atServer);
    toClient = new Link(clock, network.toClient(), "server->client", this::atClient);
    client = new Tcp(clock, network.tcp(), network.mtu(), toServer, "client");
    server = new Tcp(clock, network.tcp(), network.mtu(), toClient, "server");
  }

  public Tcp client() {
    return client;
  }

  public Tcp server() {
    return server;
  }

  /** Both ends closed and nothing under way, with the random numbers of that replication. */
  public void reset(long seed, long replication) {
    toServer.reset(seed, replication);
    toClient.reset(seed, replication);
    client.reset(seed, replication);
    server.reset(seed, replication);
  }

  private void atServer(Packet packet) {
    server.receive(packet);
  }

  private void atClient(Packet packet) {
    client.receive(packet);
  }
}
