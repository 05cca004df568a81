/** The server before a version is agreed on; hands over to {@code server13} or {@code server12}. */
@NullMarked
package shakedown.server;

import org.jspecify.annotations.NullMarked;
