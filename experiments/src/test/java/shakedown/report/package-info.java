@NullMarked
package shakedown.report;

import org.jspecify.annotations.NullMarked;
