package shakedown.report.chart;

/**
 * The words around a chart: the question it answers, the conditions under which, and what one point
 * is, how many samples and which interval.
 */
public record Captions(String question, String conditions, String footnote) {}
