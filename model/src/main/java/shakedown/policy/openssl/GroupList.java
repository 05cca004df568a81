package shakedown.policy.openssl;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import shakedown.wire.NamedGroup;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;

/** Reads groups as OpenSSL's {@code Groups} lists them (SSL_CONF_cmd(3)). */
public final class GroupList {

  /** What OpenSSL 3.0 offers unless told otherwise. */
  public static final ImmutableList<NamedGroup> DEFAULT =
      ImmutableList.of(
          NamedGroup.X25519,
          NamedGroup.SECP256R1,
          NamedGroup.X448,
          NamedGroup.SECP521R1,
          NamedGroup.SECP384R1,
          NamedGroup.FFDHE2048,
          NamedGroup.FFDHE3072,
          NamedGroup.FFDHE4096,
          NamedGroup.FFDHE6144,
          NamedGroup.FFDHE8192);

  /** NIST's names and those of ANSI X9.62, beside the registered ones. */
  private static final ImmutableMap<String, NamedGroup> ALIASES =
      ImmutableMap.<String, NamedGroup>builder()
          .put("P-256", NamedGroup.SECP256R1)
          .put("prime256v1", NamedGroup.SECP256R1)
          .put("P-384", NamedGroup.SECP384R1)
          .put("P-521", NamedGroup.SECP521R1)
          .put("X25519", NamedGroup.X25519)
          .put("X448", NamedGroup.X448)
          .buildOrThrow();

  private static final ImmutableMap<String, NamedGroup> NAMES =
      ImmutableMap.<String, NamedGroup>builder()
          .putAll(ALIASES)
          .putAll(
              NamedGroup.known().stream()
                  .filter(group -> !ALIASES.containsKey(group.toString()))
                  .collect(ImmutableMap.toImmutableMap(NamedGroup::toString, group -> group)))
          .buildOrThrow();

  private GroupList() {}

  /** The groups named, in their order; all that are not known are complained of. */
  public static Reading<ImmutableList<NamedGroup>> read(Node.Scalar said) {
    return NameList.read(said, NAMES, "group", "groups such as X25519:P-256");
  }
}
