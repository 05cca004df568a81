/**
 * Carries an experiment out: blocks of replications on threads, the stopping rule, what can be
 * resumed, and the results as values. Writes no report.
 */
@NullMarked
package shakedown.run;

import org.jspecify.annotations.NullMarked;
