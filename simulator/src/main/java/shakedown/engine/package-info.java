/** The discrete event engine: a clock, a queue of events, random streams. No word of networks. */
@NullMarked
package shakedown.engine;

import org.jspecify.annotations.NullMarked;
