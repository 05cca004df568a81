/**
 * Cryptography as terms, perfect by construction, and the network between the parties. The machine
 * of {@code model} runs on these values as it runs on octets.
 */
@NullMarked
package shakedown.adversary;

import org.jspecify.annotations.NullMarked;
