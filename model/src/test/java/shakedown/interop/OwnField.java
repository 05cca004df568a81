package shakedown.interop;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.spec.DHParameterSpec;
import shakedown.wire.CustomGroup;
import shakedown.wire.Octets;

/** A finite field that no RFC names, made by {@code openssl dhparam 2048}. */
final class OwnField {
  private OwnField() {}

  static Path file() {
    return Path.of("src/test/resources/shakedown/interop/own-field.pem");
  }

  static CustomGroup group() {
    try {
      String base64 = Files.readString(file()).replaceAll("-----[A-Z ]+-----", "");
      var parameters = AlgorithmParameters.getInstance("DH");
      parameters.init(Base64.getMimeDecoder().decode(base64));
      var field = parameters.getParameterSpec(DHParameterSpec.class);
      return new CustomGroup(octets(field.getP()), octets(field.getG()));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Big-endian, without a sign. */
  private static Octets octets(BigInteger number) {
    byte[] signed = number.toByteArray();
    Octets all = Octets.of(signed);
    return signed[0] == 0 ? all.slice(1, signed.length) : all;
  }
}
