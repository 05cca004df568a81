/** Clients that people use: how they lay out their hellos, and what they offer unless told. */
@NullMarked
package shakedown.policy.clients;

import org.jspecify.annotations.NullMarked;
