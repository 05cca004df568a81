package shakedown.policy.nginx;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import shakedown.yaml.Complaint;
import shakedown.yaml.Nearest;

/** Which directives begin with {@code ssl}. */
final class Directives {

  private static final ImmutableSet<String> KNOWN =
      ImmutableSet.of(
          "ssl",
          "ssl_alpn",
          "ssl_buffer_size",
          "ssl_certificate",
          "ssl_certificate_cache",
          "ssl_certificate_compression",
          "ssl_certificate_key",
          "ssl_ciphers",
          "ssl_client_certificate",
          "ssl_conf_command",
          "ssl_crl",
          "ssl_dhparam",
          "ssl_early_data",
          "ssl_ecdh_curve",
          "ssl_encrypted_hello_key",
          "ssl_engine",
          "ssl_handshake_timeout",
          "ssl_key_log",
          "ssl_ocsp",
          "ssl_ocsp_cache",
          "ssl_ocsp_responder",
          "ssl_object_cache_inheritable",
          "ssl_password_file",
          "ssl_prefer_server_ciphers",
          "ssl_preread",
          "ssl_protocols",
          "ssl_reject_handshake",
          "ssl_session_cache",
          "ssl_session_ticket_key",
          "ssl_session_tickets",
          "ssl_session_timeout",
          "ssl_stapling",
          "ssl_stapling_file",
          "ssl_stapling_responder",
          "ssl_stapling_verify",
          "ssl_trusted_certificate",
          "ssl_verify_client",
          "ssl_verify_depth");

  private Directives() {}

  /** Complains of what looks like a directive of TLS and is none. */
  static void refuseUnknown(ImmutableList<Directive> block, Values values) {
    for (Directive each : block) {
      String name = each.name().text();
      if (name.startsWith("ssl") && !KNOWN.contains(name)) {
        values.complain(
            new Complaint(each.place(), name + " is no directive of nginx", "", nearest(name)));
      }
    }
  }

  /** Names of nginx have underscores where others have hyphens. */
  private static String nearest(String name) {
    Iterable<String> hyphened = Iterables.transform(KNOWN, known -> known.replace('_', '-'));
    return Nearest.to(name, hyphened).replace('-', '_');
  }
}
