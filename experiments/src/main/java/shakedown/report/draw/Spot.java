package shakedown.report.draw;

/** A place on a sheet, in pixels from the top left corner. */
public record Spot(double x, double y) {}
