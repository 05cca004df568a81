package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.PrivateKey;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * A server's certificates from a file, and what lies beside them.
 *
 * @param chain leaf first
 * @param keyType of the leaf
 * @param key the leaf's; null where there is none, as with the chain of somebody else's server
 * @param root who issued the last certificate; null where it is not there
 * @param staple an OCSP response about the leaf; null where it is not there
 */
public record ServerFile(
    Path file,
    ImmutableList<Value> chain,
    KeyType keyType,
    @Nullable PrivateKey key,
    @Nullable Value root,
    @Nullable Value staple) {}
