package shakedown.policy.nginx;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.policy.Policy;
import shakedown.yaml.Complaint;
import shakedown.yaml.Place;

/**
 * One server of a configuration.
 *
 * @param names as {@code server_name} has them; empty if it has none
 * @param notes what was read but means nothing here, or will surprise
 */
public record NginxServer(
    Place place,
    ImmutableList<String> names,
    Policy policy,
    Files files,
    ImmutableList<Complaint> notes) {

  /**
   * Paths as the configuration has them; none is opened.
   *
   * @param keys in the order of their certificates
   * @param staple an OCSP response
   * @param clientAuthorities whose certificates clients may show
   */
  public record Files(
      ImmutableList<String> certificates,
      ImmutableList<String> keys,
      Optional<String> staple,
      Optional<String> clientAuthorities) {}
}
