/** Tests of the algebra of octets, with published vectors and with the JDK. */
@NullMarked
package shakedown.crypto;

import org.jspecify.annotations.NullMarked;
