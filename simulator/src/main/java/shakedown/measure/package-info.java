/**
 * What a replay came to: outcomes of one connection, of a loaded server, and the statistics over
 * many. No chart, no file.
 */
@NullMarked
package shakedown.measure;

import org.jspecify.annotations.NullMarked;
