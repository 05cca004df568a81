/**
 * What goes over the wire: values, messages and extensions as structures, code points, and the
 * codec between structures and octets. Knows no protocol rule and no cryptography.
 */
@NullMarked
package shakedown.wire;

import org.jspecify.annotations.NullMarked;
