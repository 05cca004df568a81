/**
 * Parties, network and observers put together as one system of rows: the readable machine runs once
 * a local step, and its results are looked up ever after.
 */
@NullMarked
package shakedown.world;

import org.jspecify.annotations.NullMarked;
