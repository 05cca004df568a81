/**
 * How OpenSSL's settings name cipher suites, groups and signature schemes: cipher strings and lists
 * of names. Only what the model knows is ever selected.
 */
@NullMarked
package shakedown.policy.openssl;

import org.jspecify.annotations.NullMarked;
