package shakedown.yaml;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers of values with units. Arithmetic is exact: no reading rounds to fit a count. */
public final class Units {

  /** {@code 60ms} as nanoseconds. */
  public static final Reader<Long> DURATION =
      new Quantity(
          "a duration",
          "a duration with its unit, as 60ms or 1.5s",
          "nanoseconds",
          ImmutableMap.<String, Long>builder()
              .put("ns", 1L)
              .put("us", 1_000L)
              .put("µs", 1_000L)
              .put("ms", 1_000_000L)
              .put("s", 1_000_000_000L)
              .put("min", 60_000_000_000L)
              .put("h", 3_600_000_000_000L)
              .buildOrThrow(),
          ImmutableMap.of("msec", "ms", "sec", "s", "usec", "us", "m", "ms|min"));

  /** {@code 335ps} as picoseconds, for what an octet costs. */
  public static final Reader<Long> FINE_DURATION =
      new Quantity(
          "a duration",
          "a duration with its unit, as 335ps or 1.2ns",
          "picoseconds",
          ImmutableMap.of("ps", 1L, "ns", 1_000L, "us", 1_000_000L),
          ImmutableMap.of());

  /** {@code 20Mbit/s} as bits a second. */
  public static final Reader<Long> RATE =
      new Quantity(
          "a bit rate",
          "a bit rate with its unit, as 20Mbit/s or 1Gbit/s",
          "bits a second",
          ImmutableMap.of(
              "bit/s", 1L,
              "kbit/s", 1_000L,
              "Mbit/s", 1_000_000L,
              "Gbit/s", 1_000_000_000L),
          ImmutableMap.<String, String>builder()
              .put("bps", "bit/s")
              .put("kbps", "kbit/s")
              .put("mbps", "Mbit/s")
              .put("gbps", "Gbit/s")
              .put("kb/s", "kbit/s")
              .put("mb/s", "Mbit/s")
              .put("gb/s", "Gbit/s")
              .put("kbit", "kbit/s")
              .put("mbit", "Mbit/s")
              .put("gbit", "Gbit/s")
              .buildOrThrow());

  /** {@code 14kB} (1000 octets each) or {@code 14KiB} (1024) as octets. */
  public static final Reader<Long> SIZE =
      new Quantity(
          "a size",
          "a size with its unit, as 1500B, 14kB (1000 B) or 14KiB (1024 B)",
          "octets",
          ImmutableMap.<String, Long>builder()
              .put("B", 1L)
              .put("kB", 1_000L)
              .put("MB", 1_000_000L)
              .put("GB", 1_000_000_000L)
              .put("KiB", 1L << 10)
              .put("MiB", 1L << 20)
              .put("GiB", 1L << 30)
              .buildOrThrow(),
          ImmutableMap.of("kb", "kB|KiB", "k", "kB|KiB", "mb", "MB|MiB", "gb", "GB|GiB"));

  /** {@code 100/s} as how often a second. */
  public static final Reader<Long> FREQUENCY =
      new Quantity(
          "a frequency",
          "a frequency, as 100/s",
          "times a second",
          ImmutableMap.of("/s", 1L, "k/s", 1_000L),
          ImmutableMap.of("hz", "/s", "rps", "/s"));

  /** {@code 1%} or {@code 0.01} as the nearest double. */
  public static final Reader<Double> PROBABILITY = Units::probability;

  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,15})?) ?(%?)");

  private Units() {}

  private static Reading<Double> probability(Node node) {
    Matcher matcher = SHARE.matcher(node instanceof Node.Scalar scalar ? scalar.text() : "");
    if (matcher.matches()) {
      BigDecimal number = new BigDecimal(matcher.group(1));
      BigDecimal share = matcher.group(2).isEmpty() ? number : number.movePointLeft(2);
      if (share.compareTo(BigDecimal.ONE) <= 0) {
        return Reading.of(share.doubleValue());
      }
    }
    return Reading.refused(
        new Complaint(node.place(), node.described() + " is no probability", "0% to 100%"));
  }
}
