package shakedown.report;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import shakedown.config.Measure;
import shakedown.config.Measure.Statistic;
import shakedown.config.Point;
import shakedown.net.Loss;
import shakedown.net.Network;
import shakedown.net.Path;
import shakedown.net.TcpOptions;

/** What things are called in text for people. */
public final class Wording {
  private static final ImmutableMap<String, String> METRICS =
      ImmutableMap.<String, String>builder()
          .put("tcpConnectNanos", "TCP connect")
          .put("handshakeNanos", "handshake")
          .put("timeToFirstByteNanos", "time to first byte")
          .put("timeToLastByteNanos", "time to last byte")
          .put("clientCpuNanos", "client CPU")
          .put("serverCpuNanos", "server CPU")
          .put("clientBytes", "bytes from client")
          .put("serverBytes", "bytes from server")
          .put("clientSegments", "segments from client")
          .put("serverSegments", "segments from server")
          .put("roundTrips", "round trips")
          .put("failedShare", "share that failed")
          .put("serverHandshakesPerSecond", "handshakes a second")
          .buildOrThrow();

  private static final ImmutableMap<String, String> AXES =
      ImmutableMap.of(
          "network.rtt", "round-trip time of the network",
          "network.jitter", "jitter",
          "network.rate", "rate of the link",
          "network.loss", "packets lost",
          "workload.request", "size of the request",
          "workload.response", "size of the response");

  private Wording() {}

  /** A metric by its name in JSON. */
  public static String metric(String name) {
    return METRICS.getOrDefault(name, CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, name));
  }

  static String axis(String path) {
    return AXES.getOrDefault(path, path);
  }

  static String statistic(Statistic statistic) {
    return switch (statistic) {
      case MEAN -> "mean";
      case P50 -> "median";
      case P90 -> "90 % are done";
      case P95 -> "95 % are done";
      case P99 -> "99 % are done";
    };
  }

  static String measure(Measure measure) {
    String name = metric(measure.metric());
    return measure.statistic() == Statistic.MEAN && !measure.metric().endsWith("Nanos")
        ? name
        : name + " (" + statistic(measure.statistic()) + ")";
  }

  /** The network in one line. */
  public static String network(Network network) {
    Path back = network.toClient();
    List<String> parts = new ArrayList<>();
    String jitter = back.jitterNanos() == 0 ? "" : ", jitter " + brief(back.jitterNanos());
    parts.add("RTT " + brief(network.rttNanos()) + jitter);
    if (back.bitsPerSecond() != Path.UNLIMITED) {
      parts.add(rate(back.bitsPerSecond()));
    }
    parts.add(loss(back.loss()));
    if (network.tcp().initialWindow() != TcpOptions.LINUX.initialWindow()) {
      parts.add("initial window " + network.tcp().initialWindow());
    }
    if (!network.tcp().nodelay()) {
      parts.add("Nagle's algorithm on");
    }
    if (network.tcp().fastOpen()) {
      parts.add("TCP Fast Open");
    }
    return Joiner.on(", ").join(parts);
  }

  /** Network, hosts and sizes in one line. */
  public static String conditions(Point point) {
    return network(point.network())
        + "; client "
        + point.workload().client().name()
        + ", server "
        + point.workload().server().name()
        + "; request "
        + octets(point.workload().requestOctets())
        + ", response "
        + octets(point.workload().responseOctets());
  }

  /** The conditions without what a chart's axis changes. */
  static String conditionsBut(Point point, String axis) {
    return axis.equals("network.rtt")
        ? capitalised(conditions(point).replaceFirst("^RTT [^,]*, ", ""))
        : conditions(point);
  }

  private static String capitalised(String text) {
    int first = text.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + text.substring(Character.charCount(first));
  }

  /** A measure as the head of a narrow column. */
  static String head(Measure measure) {
    String name = metric(measure.metric());
    return measure.statistic() == Statistic.MEAN
        ? name
        : name + " " + Ascii.toLowerCase(measure.statistic().name());
  }

  static String octets(long octets) {
    return octets < 10_000 ? Figures.plain(octets) + " B" : Figures.plain(octets / 1000.0) + " kB";
  }

  private static String brief(long nanos) {
    return Figures.plain(nanos / 1e6) + " ms";
  }

  private static String rate(long bitsPerSecond) {
    return bitsPerSecond >= 1_000_000_000
        ? Figures.plain(bitsPerSecond / 1e9) + " Gbit/s"
        : Figures.plain(bitsPerSecond / 1e6) + " Mbit/s";
  }

  private static String loss(Loss loss) {
    return switch (loss) {
      case Loss.Bernoulli each when each.probability() == 0 -> "no loss";
      case Loss.Bernoulli each -> "loss " + Figures.plain(each.probability() * 100) + " %";
      case Loss.Scripted scripted -> scripted.packets().size() + " scripted losses";
    };
  }
}
