/**
 * The kinds of charts: from named series to a drawing, in the one look of this project. Knows no
 * experiment: numbers come in the unit that the axis names.
 */
@NullMarked
package shakedown.report.chart;

import org.jspecify.annotations.NullMarked;
