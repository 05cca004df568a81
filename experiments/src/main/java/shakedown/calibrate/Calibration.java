package shakedown.calibrate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shakedown.host.Cost;
import shakedown.host.CostProfile;

/**
 * Makes a cost profile of what {@code openssl speed} measured.
 *
 * <p>Of what it does not measure: an X25519 share costs what agreeing costs, both being one scalar
 * multiplication; a P-256 share costs what signing costs, both multiplying the base point; HMAC is
 * two hashes, each over one padded block more (RFC 2104); opening costs what sealing costs. Costs
 * of messages are not in such output: they come from whole handshakes. Compression is not either
 * and is taken to be free.
 */
public final class Calibration {

  private static final ImmutableList<String> RSA_BITS = ImmutableList.of("2048", "3072", "4096");
  private static final int BLOCK_256 = 64;
  private static final int BLOCK_384 = 128;

  private final Map<String, Cost> operations = new LinkedHashMap<>();
  private final Speed speed;

  private Calibration(Speed speed) {
    this.speed = speed;
  }

  /** The profile; empty if the text has no figure that is of use. */
  public static Optional<CostProfile> fromOpenSslSpeed(String text, String name, String source) {
    Map<String, Cost> operations = new Calibration(OpenSslSpeed.parse(text)).operations();
    return operations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CostProfile(name, source, ImmutableMap.copyOf(operations), ImmutableTable.of()));
  }

  private Map<String, Cost> operations() {
    put("ecdh253", "share/x25519", "agree/x25519");
    put("ecdh256", "agree/secp256r1");
    put("ecdsa256/sign", "share/secp256r1", "sign/ecdsa_secp256r1_sha256");
    put("ecdsa256/verify", "verify/ecdsa_secp256r1_sha256");
    put("ed25519/sign", "sign/ed25519");
    put("ed25519/verify", "verify/ed25519");
    rsa();
    hash("sha256", "sha256", BLOCK_256, 32);
    hash(speed.has("sha384") ? "sha384" : "sha512", "sha384", BLOCK_384, 48);
    put("aes-128-gcm", "seal/aes_128_gcm", "open/aes_128_gcm");
    put("aes-256-gcm", "seal/aes_256_gcm", "open/aes_256_gcm");
    put("chacha20-poly1305", "seal/chacha20_poly1305", "open/chacha20_poly1305");
    if (!operations.isEmpty()) {
      free("random", "compress/zlib", "compress/brotli", "compress/zstd");
      free("decompress/zlib", "decompress/brotli", "decompress/zstd");
    }
    return operations;
  }

  private void rsa() {
    for (String scheme :
        new String[] {
          "rsa_pss_rsae_sha256", "rsa_pss_rsae_sha384", "rsa_pkcs1_sha256", "rsa_pkcs1_sha384"
        }) {
      for (String bits : RSA_BITS) {
        String strength = bits.equals("2048") ? "" : "_" + bits;
        put("rsa" + bits + "/sign", "sign/" + scheme + strength);
        put("rsa" + bits + "/verify", "verify/" + scheme + strength);
      }
    }
    for (String bits : RSA_BITS) {
      put("rsa" + bits + "/verify", "encrypt/rsa_" + bits);
      put("rsa" + bits + "/sign", "decrypt/rsa_" + bits);
    }
  }

  /** A few random octets cost what the message costs; a chain is compressed once, when loaded. */
  private void free(String... names) {
    for (String name : names) {
      operations.put(name, new Cost(0, 0));
    }
  }

  private void hash(String measured, String name, int block, int digest) {
    put(measured, "hash/" + name);
    if (speed.has(measured)) {
      Line line = speed.line(measured);
      operations.put("hmac/" + name, line.over(block).plus(line.at(block + digest)).cost());
    }
  }

  private void put(String measured, String... names) {
    if (speed.has(measured)) {
      for (String name : names) {
        operations.put(name, speed.line(measured).cost());
      }
    }
  }
}
