package shakedown.report.draw;

import com.google.common.collect.ImmutableList;

/**
 * A finished picture: marks in painting order on a sheet of {@code width} by {@code height} pixels,
 * with a title and a description for those who cannot see it.
 */
public record Drawing(
    int width, int height, String title, String description, ImmutableList<Mark> marks) {}
