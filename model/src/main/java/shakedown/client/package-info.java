/**
 * The client's opening, before a version is agreed on; hands over to {@code client13} or {@code
 * client12}, which know neither it nor each other.
 */
@NullMarked
package shakedown.client;

import org.jspecify.annotations.NullMarked;
