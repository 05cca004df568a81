package shakedown.wire;

/**
 * Holds the place of a value in a form: two structures have the same form if they differ in values
 * only.
 */
public record Blank(Kind kind) implements Value {}
