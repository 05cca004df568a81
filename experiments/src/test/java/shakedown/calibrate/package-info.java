/** Tests of calibration. */
@NullMarked
package shakedown.calibrate;

import org.jspecify.annotations.NullMarked;
