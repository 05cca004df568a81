@NullMarked
package shakedown.report.chart;

import org.jspecify.annotations.NullMarked;
