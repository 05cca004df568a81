@NullMarked
package shakedown.policy.openssl;

import org.jspecify.annotations.NullMarked;
