package shakedown.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import shakedown.report.draw.Drawing;
import shakedown.report.draw.Png;
import shakedown.report.draw.Svg;

/** The octets of charts of fixed data: a change of look shows here and is looked at. */
class ChartTest {
  private static final Looks LOOKS =
      Looks.of("full", ImmutableList.of("full", "resumed", "early <data>"));
  private static final Captions CAPTIONS =
      new Captions("What does each save?", "RTT 62 ms", "One point is a median.");

  @Test
  void the_line_chart_has_the_octets_that_were_looked_at() {
    assertThat(digest(lines())).isEqualTo("cb5986a3cb60ce87");
  }

  @Test
  void the_distribution_has_the_octets_that_were_looked_at() {
    assertThat(digest(distribution())).isEqualTo("3cc84ef8935e8b39");
  }

  @Test
  void the_bars_have_the_octets_that_were_looked_at() {
    assertThat(digest(bars())).isEqualTo("07437f417fd0990a");
  }

  @Test
  void the_throughput_chart_has_the_octets_that_were_looked_at() {
    assertThat(digest(throughput())).isEqualTo("f0c3c7117b3fec49");
  }

  @Test
  void locale_and_time_zone_change_no_octet() {
    String here = Svg.file(lines()) + Svg.file(distribution()) + Svg.file(throughput());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();

    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    String there;
    try {
      there = Svg.file(lines()) + Svg.file(distribution()) + Svg.file(throughput());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    assertThat(there).isEqualTo(here);
  }

  @Test
  void the_same_drawing_gives_the_same_png() {
    assertThat(Png.octets(bars())).isEqualTo(Png.octets(bars())).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void names_are_escaped_and_ids_are_kept_apart() {
    String svg = Svg.inline(lines(), "a-");

    assertThat(svg).contains("early &lt;data&gt;").doesNotContain("<data>");
    assertThat(svg).contains("id=\"a-t\"").doesNotContain("id=\"t\"");
  }

  private static String digest(Drawing drawing) {
    return Hashing.sha256()
        .hashString(Svg.file(drawing), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 16);
  }

  private static Drawing lines() {
    Axis across = Axis.logAt("RTT, ms", ImmutableList.of(10.0, 100.0, 300.0));
    Axis up = Axis.log("first byte, ms", 20, 1300);
    return LineChart.of(
        CAPTIONS,
        across,
        up,
        ImmutableList.of(line("full", 4), line("resumed", 3), line("early <data>", 3)));
  }

  private static Series line(String name, int trips) {
    ImmutableList.Builder<Series.Point> points = ImmutableList.builder();
    for (int rtt : new int[] {10, 100, 300}) {
      double middle = trips * rtt;
      points.add(new Series.Point(rtt, middle, middle - 5, middle + 5));
    }
    return look(name, points.build());
  }

  private static Series look(String name, ImmutableList<Series.Point> points) {
    return new Series(name, LOOKS.of(name), points);
  }

  private static Drawing distribution() {
    ImmutableList<Series.Point> points =
        ImmutableList.of(
            Series.Point.exact(100, 0),
            Series.Point.exact(120, 0.5),
            Series.Point.exact(1300, 0.999));
    return EcdfChart.of(
        CAPTIONS,
        Axis.log("first byte, ms", 100, 1300),
        0.001,
        ImmutableList.of(new EcdfChart.Curve(look("full", points), "120 ms", "1 010 ms")));
  }

  private static Drawing bars() {
    return BarChart.of(
        CAPTIONS,
        ImmutableList.of(new BarChart.Row("full", LOOKS.of("full"))),
        ImmutableList.of(new BarChart.Part("client", 40), new BarChart.Part("server", 100)),
        ImmutableList.of(
            new BarChart.Panel("bytes", ImmutableList.of(bar(300, 2900, "3 200"))),
            new BarChart.Panel("CPU, ms", ImmutableList.of(bar(1, 0, "1.00")))));
  }

  private static BarChart.Bar bar(double client, double server, String text) {
    return new BarChart.Bar(ImmutableList.of(client, server), text);
  }

  private static Drawing throughput() {
    ImmutableList<Series.Point> completed =
        ImmutableList.of(Series.Point.exact(100, 100), Series.Point.exact(1200, 1000));
    ImmutableList<Series.Point> time =
        ImmutableList.of(Series.Point.exact(100, 1), Series.Point.exact(1200, 80));
    return ThroughputChart.of(
        CAPTIONS,
        "time, ms",
        ImmutableList.of(
            new ThroughputChart.Curve(look("full", completed), look("full", time), 1000)));
  }
}
