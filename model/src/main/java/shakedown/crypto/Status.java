package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Value;

/**
 * What an OCSP response says of a certificate (RFC 6960 4.2.1).
 *
 * @param current from thisUpdate until nextUpdate; without an end where there is no next
 * @param responders certificates of who may have signed it in the issuer's place
 */
public record Status(Standing standing, Facts.Validity current, ImmutableList<Value> responders) {
  /** Whether a certificate is still good (RFC 6960 2.2). */
  public enum Standing {
    GOOD,
    REVOKED,
    /** The responder has never heard of it. */
    UNKNOWN
  }
}
