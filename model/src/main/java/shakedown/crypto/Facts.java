package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * What a certificate says.
 *
 * @param names the DNS names that it is for
 * @param authority whether it may issue certificates
 */
public record Facts(
    String subject,
    String issuer,
    ImmutableList<String> names,
    Value publicKey,
    KeyType keyType,
    Validity validity,
    boolean authority) {

  /**
   * From when until when it holds, both ends included.
   *
   * @param from in seconds since 1970 UTC
   * @param until in seconds since 1970 UTC
   */
  public record Validity(long from, long until) {
    public boolean contains(long instant) {
      return from <= instant && instant <= until;
    }
  }
}
