/**
 * Certificate chains, who an endpoint is and whom it trusts. Reads facts of certificates through
 * the algebra, never octets.
 */
@NullMarked
package shakedown.pki;

import org.jspecify.annotations.NullMarked;
