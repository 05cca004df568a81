package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.Message.ServerHello;

/** What OpenSSL said, octet by octet. */
class RealMessagesTest {
  private static final ImmutableList<Said> SAID = read();

  record Said(String session, String type, Octets octets) {
    Message decoded() {
      return read(Octets.bytes(octets)).orElseThrow();
    }

    /** Nothing if refused. */
    Optional<Message> read(byte[] message) {
      Dialect dialect = session.equals("tls12") ? Messages.ECDHE : Messages.TLS13;
      try {
        return Optional.of(Codec.decode(message, dialect));
      } catch (DecodeError _) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return session + " " + type;
    }
  }

  static List<Said> said() {
    return SAID;
  }

  @ParameterizedTest
  @MethodSource("said")
  void a_real_message_is_read_and_written_octet_by_octet(Said said) {
    Message message = said.decoded();

    assertThat(Codec.encode(message)).isEqualTo(Octets.bytes(said.octets()));
  }

  @ParameterizedTest
  @MethodSource("said")
  void a_real_message_with_an_octet_changed_is_refused_or_read_without_loss(Said said) {
    byte[] octets = Octets.bytes(said.octets());
    for (int at = 0; at < octets.length; at++) {
      for (int change : new int[] {0x01, 0x80, 0xff}) {
        byte[] changed = octets.clone();
        changed[at] ^= (byte) change;

        Optional<Message> read = said.read(changed);

        read.ifPresent(message -> assertThat(Codec.encode(message)).isEqualTo(changed));
      }
    }
  }

  @Test
  void a_first_hello_says_what_was_offered() {
    ClientHello hello = (ClientHello) find("tls13", "ClientHello");

    assertThat(hello.extensions().find(ServerName.class)).contains(new ServerName("a.example"));
    assertThat(hello.suites()).contains(CipherSuite.TLS_CHACHA20_POLY1305_SHA256);
    assertThat(hello.groups()).startsWith(NamedGroup.X25519, NamedGroup.SECP256R1);
    assertThat(hello.sharesFor(NamedGroup.X25519)).isTrue();
    assertThat(hello.schemes()).contains(SignatureScheme.ED25519);
  }

  @Test
  void a_retry_is_told_from_a_server_hello() {
    HelloRetryRequest retry = (HelloRetryRequest) find("tls13-retried", "ServerHello");

    assertThat(retry.extensions().find(SelectedGroup.class))
        .contains(new SelectedGroup(NamedGroup.SECP384R1));
  }

  @Test
  void a_resumed_session_names_its_pre_shared_key() {
    ClientHello hello = (ClientHello) find("tls13-resumed", "ClientHello");
    ServerHello answer = (ServerHello) find("tls13-resumed", "ServerHello");

    assertThat(hello.extensions().find(PreSharedKeys.class)).isPresent();
    assertThat(answer.version()).isEqualTo(Version.TLS13);
    assertThat(answer.extensions().find(SelectedPsk.class)).contains(new SelectedPsk(0));
    assertThat(answer.extensions().has(KeyShare.class)).isTrue();
  }

  @Test
  void certificates_and_tickets_have_their_forms_by_version() {
    assertThat(find("tls13", "Certificate")).isInstanceOf(Certificate.class);
    assertThat(find("tls12", "Certificate")).isInstanceOf(Message.Certificate12.class);
    assertThat(find("tls12", "NewSessionTicket")).isInstanceOf(NewSessionTicket12.class);
  }

  private static Message find(String session, String type) {
    return SAID.stream()
        .filter(each -> each.session().equals(session) && each.type().equals(type))
        .findFirst()
        .orElseThrow()
        .decoded();
  }

  private static ImmutableList<Said> read() {
    try {
      var resource = Resources.getResource(RealMessagesTest.class, "openssl.txt");
      return Resources.readLines(resource, StandardCharsets.UTF_8).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Splitter.on(' ').splitToList(line))
          .map(
              words ->
                  new Said(
                      words.get(0), words.get(1), Octets.of(HexFormat.of().parseHex(words.get(2)))))
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
