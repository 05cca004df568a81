/**
 * How something came about: events in order, and their drawing as text. Knows names of messages and
 * parties, and neither worlds nor properties.
 */
@NullMarked
package shakedown.trace;

import org.jspecify.annotations.NullMarked;
