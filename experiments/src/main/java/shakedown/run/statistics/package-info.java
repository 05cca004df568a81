/** What many replications say about a number: quantiles, means, paired savings, and how sure. */
@NullMarked
package shakedown.run.statistics;

import org.jspecify.annotations.NullMarked;
