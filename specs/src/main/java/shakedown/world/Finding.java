package shakedown.world;

import org.jspecify.annotations.Nullable;
import shakedown.trace.Trace;

/**
 * What was found out about one property.
 *
 * @param kind {@code always}, or {@code sometimes}: some run must reach it
 * @param verdict one of {@code holds}, {@code holds-within}, {@code holds-vacuously}, {@code
 *     fails}, {@code reached}, {@code not-reached}, {@code unknown}
 * @param expected the verdict that the scenario expects; where it says nothing, that all is well
 * @param asExpected whether the verdict is the expected one; that a bound of the caller ended the
 *     search is no fault
 * @param trace how it is broken or reached, on a shortest way; null if there is none
 */
public record Finding(
    String property,
    String promise,
    String kind,
    String verdict,
    String expected,
    boolean asExpected,
    @Nullable Trace trace) {}
