/** What comes that should not: each state against each message, and each field with a fault. */
@NullMarked
package shakedown.conformance;

import org.jspecify.annotations.NullMarked;
