/**
 * Reads what a configuration of nginx says about TLS, server by server. It reads no certificate and
 * no other file, and knows only the directives of TLS.
 */
@NullMarked
package shakedown.policy.nginx;

import org.jspecify.annotations.NullMarked;
