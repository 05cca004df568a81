package shakedown.report;

import shakedown.report.draw.Drawing;

/**
 * A chart of a report.
 *
 * @param file its name without folder and ending
 * @param reading two sentences on how to read it
 */
public record Figure(String file, Drawing drawing, String reading) {}
