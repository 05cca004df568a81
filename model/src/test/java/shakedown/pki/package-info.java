/** Tests of chains and their files, with chains that OpenSSL made. */
@NullMarked
package shakedown.pki;

import org.jspecify.annotations.NullMarked;
