package shakedown.policy.nginx;

import com.google.common.collect.ImmutableList;
import shakedown.yaml.Complaint;

/**
 * What a configuration says of TLS.
 *
 * @param servers those that speak TLS, in the order of the text
 * @param notes what was not read, as {@code include}
 */
public record NginxConfig(ImmutableList<NginxServer> servers, ImmutableList<Complaint> notes) {}
