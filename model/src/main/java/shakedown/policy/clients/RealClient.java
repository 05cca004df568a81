package shakedown.policy.clients;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import shakedown.policy.HelloProfile;
import shakedown.policy.Policy;
import shakedown.wire.Version;

/** A client whose hellos are known octet by octet. */
public enum RealClient {
  /** {@code openssl s_client} of OpenSSL 3.0 at security level 2. */
  OPENSSL_3_0,
  /** A socket or engine of JSSE in JDK 25. */
  JDK_25,
  /** Like Chrome 133 to 143, but that the order of extensions is fixed. */
  CHROME_LIKE,
  /** The least that RFC 8446 9.2 lets negotiate. */
  MINIMAL,
  /** The client of the recorded measurements: OpenSSL 3.0 with few suites and no server name. */
  MEASURED;

  /** The client of this profile's name; nothing if none is known. */
  public static Optional<RealClient> named(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
  }

  public HelloProfile profile() {
    return switch (this) {
      case OPENSSL_3_0 -> Openssl.PROFILE;
      case JDK_25 -> Jdk.PROFILE;
      case CHROME_LIKE -> Chrome.PROFILE;
      case MINIMAL -> Minimal.PROFILE;
      case MEASURED -> Openssl.MEASURED;
    };
  }

  /** What it offers unless told otherwise. */
  public Policy policy(String host) {
    return switch (this) {
      case OPENSSL_3_0 -> Openssl.policy(host, Openssl.VERSIONS);
      case MEASURED -> Openssl.measured(host, Version.TLS13);
      case JDK_25 -> Jdk.policy(host, ImmutableList.of(Version.TLS13, Version.TLS12));
      case CHROME_LIKE -> Chrome.policy(host, ImmutableList.of(Version.TLS13, Version.TLS12));
      case MINIMAL -> Minimal.policy(host, Version.TLS13);
    };
  }

  /**
   * What it offers when it is told to speak one version alone.
   *
   * @param version TLS 1.2 or 1.3
   */
  public Policy policy(String host, Version version) {
    ImmutableList<Version> alone = ImmutableList.of(version);
    return switch (this) {
      case OPENSSL_3_0 -> Openssl.policy(host, alone);
      case MEASURED -> Openssl.measured(host, version);
      case JDK_25 -> Jdk.policy(host, alone);
      case CHROME_LIKE -> Chrome.policy(host, alone);
      case MINIMAL -> Minimal.policy(host, version);
    };
  }

  @Override
  public String toString() {
    return profile().name();
  }
}
