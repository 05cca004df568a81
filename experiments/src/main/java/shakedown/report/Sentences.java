package shakedown.report;

/** Titles of charts: each asks the question that the chart answers. */
final class Sentences {
  private Sentences() {}

  static String question(String metric, String axis) {
    String what = Wording.metric(metric);
    return switch (Names.axis(axis)) {
      case "rtt" -> "How does the " + what + " grow with the distance to the server?";
      case "loss" -> "How does the " + what + " grow as more packets are lost?";
      case "rate" -> "How does the " + what + " depend on the rate of the link?";
      default -> "How does the " + what + " depend on the " + Wording.axis(axis) + "?";
    };
  }
}
