package shakedown.wire;

import com.google.common.collect.ImmutableList;

/** ClientCertificateType (RFC 5246 7.4.4, RFC 8422 5.5): what signs, by the kind of its key. */
public final class ClientCertificateType {
  private static final int RSA_SIGN = 1;
  private static final int ECDSA_SIGN = 64;

  /** All that the model knows. */
  public static final ImmutableList<Integer> ALL = ImmutableList.of(RSA_SIGN, ECDSA_SIGN);

  private ClientCertificateType() {}

  /** EdDSA goes with ECDSA (RFC 8422 5.5). */
  public static int of(KeyType type) {
    return type == KeyType.RSA || type == KeyType.RSA_PSS ? RSA_SIGN : ECDSA_SIGN;
  }
}
