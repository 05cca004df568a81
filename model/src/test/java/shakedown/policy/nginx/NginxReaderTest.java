package shakedown.policy.nginx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.KeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Reading;

class NginxReaderTest {

  @Test
  void what_is_not_said_is_as_nginx_has_it() {
    Policy policy = policy("server { listen 443 ssl; server_name a.example; }");

    assertThat(policy.host()).isEqualTo("a.example");
    assertThat(policy.versions()).containsExactly(Version.TLS13, Version.TLS12);
    assertThat(policy.groups()).startsWith(NamedGroup.X25519, NamedGroup.SECP256R1);
    assertThat(policy.suites())
        .startsWith(CipherSuite.TLS_AES_256_GCM_SHA384)
        .contains(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA)
        .noneMatch(suite -> suite.keyExchange() == KeyExchange.DHE_RSA);
    assertThat(policy.has(Option.TICKETS)).isTrue();
    assertThat(policy.has(Option.SESSION_IDS)).isFalse();
    assertThat(policy.has(Option.EARLY_DATA)).isFalse();
    assertThat(policy.has(Option.CLIENT_ORDER)).isTrue();
    assertThat(policy.protocols()).doesNotContain("h2");
  }

  @Test
  void what_is_said_of_all_servers_holds_where_a_server_says_nothing() {
    NginxConfig config =
        config(
            """
            http {
              ssl_protocols TLSv1.3;
              ssl_session_tickets off;
              server { listen 443 ssl; server_name a.example; ssl_protocols TLSv1.2; }
              server { listen 443 ssl; server_name b.example; }
              server { listen 80; server_name c.example; }
            }
            """);

    assertThat(config.servers())
        .extracting(server -> server.policy().host(), server -> server.policy().versions())
        .containsExactly(
            tuple("a.example", ImmutableList.of(Version.TLS12)),
            tuple("b.example", ImmutableList.of(Version.TLS13)));
    assertThat(config.servers()).noneMatch(server -> server.policy().has(Option.TICKETS));
    assertThat(config.notes()).extracting(Complaint::line).containsExactly(6);
  }

  @Test
  void lines_of_tls_alone_are_a_server_without_a_name() {
    Policy policy =
        policy(
            """
            # as Mozilla has it
            ssl_protocols TLSv1.2 TLSv1.3;
            ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:DHE-RSA-AES128-GCM-SHA256;
            ssl_prefer_server_ciphers on;
            ssl_ecdh_curve X25519:prime256v1:secp384r1;
            ssl_dhparam "/etc/nginx/dh.pem";
            ssl_session_cache shared:SSL:10m;
            ssl_early_data on;
            ssl_stapling on;
            ssl_verify_client optional;
            """);

    assertThat(policy.suites())
        .endsWith(
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256);
    assertThat(policy.groups())
        .containsExactly(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.SECP384R1);
    assertThat(policy.options())
        .contains(Option.SESSION_IDS, Option.EARLY_DATA, Option.STATUS_REQUEST);
    assertThat(policy.has(Option.CLIENT_ORDER)).isFalse();
    assertThat(policy.authentication().clients()).isEqualTo(ClientAuthentication.ASKED);
  }

  @Test
  void certificates_and_their_keys_are_paths() {
    NginxServer server =
        config(
                """
                server {
                  listen 443 ssl;
                  ssl_certificate 'rsa.pem'; ssl_certificate_key rsa.key;
                  ssl_certificate "ec\\"1.pem"; ssl_certificate_key $dir/ec.key;
                  ssl_stapling_file staple.der;
                  ssl_client_certificate ca.pem;
                }
                """)
            .servers()
            .get(0);

    assertThat(server.files().certificates()).containsExactly("rsa.pem", "ec\"1.pem");
    assertThat(server.files().keys()).containsExactly("rsa.key", "$dir/ec.key");
    assertThat(server.files().staple()).contains("staple.der");
    assertThat(server.files().clientAuthorities()).contains("ca.pem");
  }

  @Test
  void commands_for_openssl_are_taken() {
    Policy policy =
        policy(
            """
            ssl_conf_command Ciphersuites TLS_CHACHA20_POLY1305_SHA256;
            ssl_conf_command Options -EncryptThenMac,AllowNoDHEKEX;
            ssl_conf_command MinProtocol TLSv1.3;
            ssl_conf_command Groups P-521;
            """);

    assertThat(policy.suites())
        .filteredOn(CipherSuite::isFor13)
        .containsExactly(CipherSuite.TLS_CHACHA20_POLY1305_SHA256);
    assertThat(policy.versions()).containsExactly(Version.TLS13);
    assertThat(policy.groups()).containsExactly(NamedGroup.SECP521R1);
    assertThat(policy.has(Option.ENCRYPT_THEN_MAC)).isFalse();
    assertThat(policy.exchange().pskModes()).containsExactly(PskMode.PSK_DHE_KE, PskMode.PSK_KE);
  }

  @Test
  void http2_is_told_by_listen_or_on_its_own() {
    assertThat(policy("server { listen 443 ssl http2; }").protocols()).startsWith("h2");
    assertThat(policy("http2 on; server { listen 443 ssl; }").protocols()).startsWith("h2");
  }

  @Test
  void an_exchange_without_parameters_is_noted() {
    NginxServer server = config("ssl_ciphers AES128-SHA:DHE-RSA-AES128-SHA;").servers().get(0);

    assertThat(server.notes())
        .extracting(Complaint::what)
        .containsExactly("DHE-RSA-AES128-SHA and its like are never chosen without ssl_dhparam");
  }

  @Test
  void include_is_noted_and_other_directives_are_passed_over() {
    NginxConfig config =
        config(
            """
            events { worker_connections 1024; }
            http {
              include mime.types;
              log_format main '$remote_addr - "$request" {';
              map $uri $new { default ""; "~^/(?<a>\\d{1,3})/x$" /y; }
              content_by_lua_block { if a then b = "}" end -- }
              }
              server { listen 443 ssl; location ~ \\.php$ { fastcgi_pass ${upstream}; } }
            }
            """);

    assertThat(config.servers()).hasSize(1);
    assertThat(config.notes())
        .extracting(Complaint::what)
        .containsExactly("include is not followed");
  }

  @Test
  void all_faults_are_told_at_once_with_place_and_suggestion() {
    Reading<NginxConfig> reading =
        read(
            """
            ssl_protocol TLSv1.2;
            ssl_protocols TLSv1.2 TLSv13;
            ssl_session_tickets maybe;
            ssl_ecdh_curve X25519:P-265;
            ssl_session_cache shared:10m;
            ssl_early_data on;
            ssl_early_data on;
            ssl_verify_client on off;
            ssl_ciphers AES128-SHA:%;
            """);

    assertThat(reading.faults())
        .extracting(Complaint::line, Complaint::column, Complaint::suggestion)
        .containsExactly(
            tuple(1, 1, "ssl_protocols"),
            tuple(2, 23, "TLSv1.3"),
            tuple(3, 21, ""),
            tuple(4, 23, "P-256"),
            tuple(5, 19, ""),
            tuple(7, 1, ""),
            tuple(8, 1, ""),
            tuple(9, 24, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "server { listen 443 ssl;     | 1:25 | unexpected the end of the file",
        "ssl_ciphers HIGH             | 1:17 | unexpected the end of the file",
        "}                            | 1:1  | unexpected \"}\"",
        ";                            | 1:1  | unexpected \";\"",
        "a { ssl_ciphers HIGH }       | 1:22 | unexpected \"}\"",
        "ssl_ciphers \"HIGH;          | 1:13 | a quote that does not end",
        "ssl_ciphers \"HIGH\"x;       | 1:19 | x right after a quoted word",
      })
  void what_is_no_configuration_is_refused_where_it_goes_wrong(
      String text, String place, String what) {
    assertThat(
            read(text).faults().stream()
                .map(fault -> fault.line() + ":" + fault.column() + " " + fault.what())
                .collect(Collectors.joining()))
        .isEqualTo(place + " " + what);
  }

  private static Policy policy(String text) {
    return config(text).servers().get(0).policy();
  }

  private static NginxConfig config(String text) {
    Reading<NginxConfig> reading = read(text);
    assertThat(reading.faults()).isEmpty();
    return reading.toOptional().orElseThrow();
  }

  private static Reading<NginxConfig> read(String text) {
    return NginxReader.read("nginx.conf", text.getBytes(UTF_8));
  }
}
