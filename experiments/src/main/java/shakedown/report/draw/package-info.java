/**
 * Pictures as values: marks on a sheet, written as SVG or painted as PNG. Knows no TLS, no
 * statistics and no font of the machine it runs on.
 */
@NullMarked
package shakedown.report.draw;

import org.jspecify.annotations.NullMarked;
