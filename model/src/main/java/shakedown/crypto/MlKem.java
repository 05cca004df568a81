package shakedown.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import shakedown.wire.Octets;

/** The key encapsulation of FIPS 203, with its random octets given from outside. */
enum MlKem {
  ML_KEM_768(3, 1088),
  ML_KEM_1024(4, 1568);

  /** Octets of d and z together (FIPS 203 6.1). */
  static final int SEED_LENGTH = 64;

  /** Octets of a shared secret, and of what an encapsulation takes at random. */
  static final int SECRET_LENGTH = 32;

  private static final int MODULUS = 3329;

  /** Octets of a polynomial, of 12 bits a coefficient. */
  private static final int POLYNOMIAL_LENGTH = 384;

  private final int rank;
  private final int ciphertextLength;

  MlKem(int rank, int ciphertextLength) {
    this.rank = rank;
    this.ciphertextLength = ciphertextLength;
  }

  private MLKEMParameters parameters() {
    return switch (this) {
      case ML_KEM_768 -> MLKEMParameters.ml_kem_768;
      case ML_KEM_1024 -> MLKEMParameters.ml_kem_1024;
    };
  }

  /** Octets of an encapsulation key. */
  int keyLength() {
    return rank * POLYNOMIAL_LENGTH + SECRET_LENGTH;
  }

  /** In octets. */
  int ciphertextLength() {
    return ciphertextLength;
  }

  /** The encapsulation key of a seed. */
  byte[] key(byte[] seed) {
    return new MLKEMPrivateKeyParameters(parameters(), seed).getPublicKey();
  }

  /** The check of FIPS 203 7.2: the length, and each coefficient below the modulus. */
  boolean isKey(byte[] key) {
    if (key.length != keyLength()) {
      return false;
    }
    for (int i = 0; i < rank * POLYNOMIAL_LENGTH; i += 3) {
      int two = (key[i] & 0xff) | (key[i + 1] & 0xff) << 8 | (key[i + 2] & 0xff) << 16;
      if ((two & 0xfff) >= MODULUS || two >>> 12 >= MODULUS) {
        return false;
      }
    }
    return true;
  }

  /** The ciphertext and the secret in it; all zeros where the key is none. */
  Answer encapsulate(byte[] key, byte[] random) {
    if (!isKey(key)) {
      return new Answer(Octets.of(new byte[ciphertextLength]), Octets.of(new byte[SECRET_LENGTH]));
    }
    SecretWithEncapsulation made =
        MLKEMGenerator.internalGenerateEncapsulated(
            new MLKEMPublicKeyParameters(parameters(), key), random);
    return new Answer(Octets.of(made.getEncapsulation()), Octets.of(made.getSecret()));
  }

  /** The secret; another one where the ciphertext was made otherwise (FIPS 203 6.3). */
  byte[] decapsulate(byte[] seed, byte[] ciphertext) {
    byte[] whole = Arrays.copyOf(ciphertext, ciphertextLength);
    return new MLKEMExtractor(new MLKEMPrivateKeyParameters(parameters(), seed))
        .extractSecret(whole);
  }
}
