/** What the RFCs say must hold, and which of it an endpoint enforces. Knows no message. */
@NullMarked
package shakedown.rules;

import org.jspecify.annotations.NullMarked;
