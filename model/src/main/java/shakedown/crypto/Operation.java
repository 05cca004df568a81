package shakedown.crypto;

/**
 * One cryptographic operation as a tape keeps it.
 *
 * @param name what ran and with what, as {@code sign/ecdsa_secp256r1_sha256}, {@code share/x25519},
 *     {@code agree/x25519}, {@code hash/sha256}, {@code seal/aes_128_gcm}, {@code compress/brotli}
 * @param octets how many octets it ran over; 0 where the cost depends on no length
 */
public record Operation(String name, int octets) {}
