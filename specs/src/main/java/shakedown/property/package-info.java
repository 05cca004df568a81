/**
 * What is promised of every session, as folds over the signals that endpoints claim. Knows no
 * algebra and no network: a signal is a signal wherever it was claimed.
 */
@NullMarked
package shakedown.property;

import org.jspecify.annotations.NullMarked;
