package shakedown.report.draw;

/** Advance and outline of a character in font units, y upwards. */
record Glyph(int advance, Outline outline) {}
