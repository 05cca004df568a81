@NullMarked
package shakedown.report.draw;

import org.jspecify.annotations.NullMarked;
