package shakedown.config;

/**
 * A step on an axis.
 *
 * @param text as the person wrote it, as {@code 10ms}
 * @param number for drawing: nanoseconds, bits a second, octets, a share or a count
 */
public record AxisValue(String text, double number) {}
