/**
 * From the summary of an experiment to what people and programs read: tables, files, charts, page.
 * Writes nothing to disk and computes no statistics.
 */
@NullMarked
package shakedown.report;

import org.jspecify.annotations.NullMarked;
