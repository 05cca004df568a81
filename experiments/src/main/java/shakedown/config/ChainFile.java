package shakedown.config;

import com.google.common.collect.ImmutableList;
import shakedown.wire.KeyType;
import shakedown.wire.Octets;

/**
 * A server's certificates from a PEM file, and its key if there is one.
 *
 * @param file as the experiment names it
 * @param certificates DER, leaf first, as in the file
 * @param keyType what kind of key the leaf certifies
 * @param privateKey PKCS #8 DER from the same file or from the one beside it that ends in {@code
 *     .key}; empty if neither has one, as with the chain of somebody else's server
 */
public record ChainFile(
    String file, ImmutableList<Octets> certificates, KeyType keyType, Octets privateKey) {

  public boolean hasKey() {
    return Octets.length(privateKey) > 0;
  }
}
