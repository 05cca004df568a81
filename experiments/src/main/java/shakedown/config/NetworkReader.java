package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.Path;
import shakedown.net.TcpOptions;
import shakedown.net.TcpOptions.SynTimeouts;
import shakedown.yaml.Complaints;
import shakedown.yaml.Fields;
import shakedown.yaml.Key;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Units;

/** Reads what lies between client and server. */
final class NetworkReader {

  static final Key<Long> RTT =
      new Key<>("rtt", Units.DURATION, "", "round trip of a small packet on an idle path");
  static final Key<Long> JITTER =
      new Key<>(
          "jitter",
          Units.DURATION,
          "0ms",
          "a packet travels up to so much longer, in order, evenly distributed");
  static final Key<Long> RATE =
      new Key<>(
          "rate",
          Readers.nameOr(
              "unlimited", Path.UNLIMITED, Readers.atLeast(1, "more than 0", Units.RATE)),
          "unlimited",
          "of each direction, whole IP packets");
  static final Key<Losses> LOSS =
      new Key<>(
          "loss",
          NetworkReader::loss,
          "0%",
          "share of packets lost, or {kind: scripted, client: [0], server: [2]}: which ones");
  static final Key<Long> MTU =
      new Key<>(
          "mtu",
          Readers.atLeast(576, "576B or more (RFC 791)", Units.SIZE),
          "1500B",
          "the largest IP packet");
  static final Key<Long> QUEUE =
      new Key<>(
          "queue",
          Readers.nameOr(
              "unlimited", Path.UNLIMITED, Readers.atLeast(1, "more than 0", Units.SIZE)),
          "unlimited",
          "how much may wait to be sent; what does not fit is lost");
  private static final Key<Node.Mapping> TCP =
      new Key<>("tcp", Readers.MAPPING, "{}", "how both ends use TCP");
  static final ImmutableList<Key<?>> KEYS =
      ImmutableList.of(RTT, JITTER, RATE, LOSS, MTU, QUEUE, TCP);

  static final Key<Long> INITIAL_WINDOW =
      new Key<>(
          "initial-window",
          Readers.integer(1, 1000),
          "10",
          "segments that may leave before the first acknowledgement");
  static final Key<Boolean> NODELAY =
      new Key<>(
          "nodelay", Readers.SWITCH, "on", "off: Nagle's algorithm holds small segments back");
  static final Key<Boolean> FAST_OPEN =
      new Key<>(
          "fast-open",
          Readers.SWITCH,
          "off",
          "the client has a cookie, its hello rides in the SYN");
  static final Key<SynTimeouts> SYN_TIMEOUTS =
      new Key<>(
          "syn-timeouts",
          Readers.oneOf(
              ImmutableMap.of(
                  "linear", SynTimeouts.LINEAR, "exponential", SynTimeouts.EXPONENTIAL)),
          "linear",
          "when a lost SYN is sent again: after 1, 2, 3, 4, 5, 7 s or after 1, 3, 7, 15 s");
  static final ImmutableList<Key<?>> TCP_KEYS =
      ImmutableList.of(INITIAL_WINDOW, NODELAY, FAST_OPEN, SYN_TIMEOUTS);

  private static final ImmutableSet<String> LATER =
      ImmutableSet.of("congestion", "sack", "timestamps");

  private NetworkReader() {}

  /** Losses of both directions. */
  record Losses(Loss toServer, Loss toClient) {}

  static Network read(Fields fields) {
    fields.refuseAllBut(Reference.names(KEYS));
    long rtt = fields.require(RTT).orElse(0L);
    long jitter = fields.get(JITTER);
    long rate = fields.get(RATE);
    long queue = fields.get(QUEUE);
    Losses losses = fields.get(LOSS);
    return new Network(
        new Path(rtt / 2, jitter, rate, queue, losses.toServer()),
        new Path(rtt - rtt / 2, jitter, rate, queue, losses.toClient()),
        Ints.saturatedCast(fields.get(MTU)),
        tcp(fields.within("tcp")));
  }

  private static TcpOptions tcp(Fields fields) {
    fields.refuseAllBut(Reference.names(TCP_KEYS), LATER);
    return new TcpOptions(
        Math.toIntExact(fields.get(INITIAL_WINDOW)),
        fields.get(NODELAY),
        fields.get(FAST_OPEN),
        fields.get(SYN_TIMEOUTS));
  }

  private static Reading<Losses> loss(Node node) {
    if (!(node instanceof Node.Mapping)) {
      return Units.PROBABILITY
          .read(node)
          .then(
              share ->
                  Reading.of(new Losses(new Loss.Bernoulli(share), new Loss.Bernoulli(share))));
    }
    Complaints complaints = new Complaints();
    Fields fields = Fields.of(node, "loss", complaints);
    fields.refuseAllBut(ImmutableList.of("kind", "client", "server"));
    fields.require("kind", Readers.oneOf(ImmutableMap.of("scripted", true)));
    Reader<ImmutableList<Long>> packets = Readers.listOf(Readers.integer(0, 1_000_000));
    Losses losses =
        new Losses(
            scripted(fields.find("client", packets).orElse(ImmutableList.of())),
            scripted(fields.find("server", packets).orElse(ImmutableList.of())));
    return complaints.unlessAny(() -> losses);
  }

  private static Loss scripted(ImmutableList<Long> packets) {
    return new Loss.Scripted(
        packets.stream().map(Math::toIntExact).collect(ImmutableSet.toImmutableSet()));
  }
}
