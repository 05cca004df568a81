package shakedown.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import shakedown.pki.Chain;
import shakedown.wire.CipherSuite;
import shakedown.wire.Codec;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Content.Truncated;
import shakedown.wire.Dialect;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Hash;
import shakedown.wire.Message;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket;
import shakedown.wire.NamedGroup;
import shakedown.wire.Octets;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** The handshakes of RFC 8448, from recorded octets to every secret. */
class Rfc8448Test {
  private static final int HEADER_LENGTH = 5;
  private static final CipherSuite SUITE = CipherSuite.TLS_AES_128_GCM_SHA256;
  private static final Dialect TLS13 = Dialect.of(Version.TLS13, SUITE);

  private final Concrete crypto = new Concrete(new Seed(0, "vectors", 0));
  private final KeySchedule13 schedule = new KeySchedule13(crypto, Hash.SHA256);

  @Test
  void a_full_handshake_has_the_published_secrets() {
    Vectors vectors = Vectors.read("rfc8448-simple.txt");
    ClientHello hello = (ClientHello) plain(vectors.get("client-hello"));
    Transcript hellos = Transcript.EMPTY.add(hello).add(plain(vectors.get("server-hello")));
    assertThat(hellos.digest(crypto, Hash.SHA256)).isEqualTo(vectors.get("hello-hash"));
    KeyShare theirs = hello.shares().getFirst();
    assertThat(crypto.share(theirs.group(), vectors.get("client-private")))
        .isEqualTo(theirs.exchange());

    Value shared = crypto.agree(theirs.group(), vectors.get("server-private"), theirs.exchange());
    Value early = schedule.earlySecret();
    Value handshake = schedule.handshakeSecret(early, shared);
    Value clientHandshake = schedule.derive(handshake, "c hs traffic", hellos);
    Value serverHandshake = schedule.derive(handshake, "s hs traffic", hellos);

    assertThat(shared).isEqualTo(vectors.get("shared"));
    assertThat(early).isEqualTo(vectors.get("early-secret"));
    assertThat(handshake).isEqualTo(vectors.get("handshake-secret"));
    assertThat(clientHandshake).isEqualTo(vectors.get("c-hs-traffic"));
    assertThat(serverHandshake).isEqualTo(vectors.get("s-hs-traffic"));
    ImmutableList<Message> flight = opened(serverHandshake, 0, vectors.get("server-flight"));
    Transcript hello2 = signed(hellos, flight);
    assertThat(((Finished) flight.get(3)).verifyData())
        .isEqualTo(schedule.verifyData(serverHandshake, hello2.digest(crypto, Hash.SHA256)));
    after(vectors, hello2.add(flight.get(3)), handshake, clientHandshake);
  }

  /** Checks the signature over the transcript, and gives the transcript after it. */
  private Transcript signed(Transcript hellos, ImmutableList<Message> flight) {
    Certificate certificate = (Certificate) flight.get(1);
    CertificateVerify verify = (CertificateVerify) flight.get(2);
    Transcript covered = hellos.add(flight.get(0)).add(certificate);
    Chain chain = Chain.of(certificate.certificates(), crypto).orElseThrow();
    var content =
        new SignedTranscript(SignedTranscript.SERVER, covered.digest(crypto, Hash.SHA256));
    assertThat(
            crypto.verifies(chain.leaf().publicKey(), verify.scheme(), content, verify.signature()))
        .isTrue();
    return covered.add(verify);
  }

  private void after(
      Vectors vectors, Transcript untilServer, Value handshake, Value clientHandshake) {
    Value master = schedule.masterSecret(handshake);
    Value clientTraffic = schedule.derive(master, "c ap traffic", untilServer);
    Value serverTraffic = schedule.derive(master, "s ap traffic", untilServer);
    Message finished = opened(clientHandshake, 0, vectors.get("client-finished")).getFirst();
    Transcript whole = untilServer.add(finished);
    NewSessionTicket ticket =
        (NewSessionTicket) opened(serverTraffic, 0, vectors.get("new-session-ticket")).getFirst();

    assertThat(master).isEqualTo(vectors.get("master-secret"));
    assertThat(clientTraffic).isEqualTo(vectors.get("c-ap-traffic"));
    assertThat(serverTraffic).isEqualTo(vectors.get("s-ap-traffic"));
    assertThat(schedule.derive(master, "exp master", untilServer))
        .isEqualTo(vectors.get("exp-master"));
    assertThat(schedule.derive(master, "res master", whole)).isEqualTo(vectors.get("res-master"));
    assertThat(schedule.resumptionPsk(master, whole, ticket.nonce())).isEqualTo(vectors.get("psk"));
    var data = protection(clientTraffic).open(0, vectors.get("client-data")).orElseThrow();
    assertThat(protection(clientTraffic).seal(0, data.type(), data.content()))
        .isEqualTo(vectors.get("client-data"));
  }

  @Test
  void a_resumed_handshake_has_the_published_binder_and_early_secrets() {
    Vectors vectors = Vectors.read("rfc8448-resumed.txt");
    ClientHello hello = (ClientHello) plain(vectors.get("client-hello"));
    Transcript truncated = Transcript.EMPTY.withoutBinders(hello);
    Transcript heard = Transcript.EMPTY.add(hello);

    Value early = schedule.earlySecret(vectors.get("psk"));
    Value traffic = schedule.derive(early, "c e traffic", heard);

    assertThat(early).isEqualTo(vectors.get("early-secret"));
    assertThat(crypto.digest(Hash.SHA256, ImmutableList.of(new Truncated(hello))))
        .isEqualTo(vectors.get("binder-hash"));
    assertThat(schedule.binder(vectors.get("psk"), "res binder", truncated))
        .isEqualTo(vectors.get("binder"));
    assertThat(traffic).isEqualTo(vectors.get("c-e-traffic"));
    assertThat(schedule.derive(early, "e exp master", heard))
        .isEqualTo(vectors.get("e-exp-master"));
    var data = protection(traffic).open(0, vectors.get("early-data")).orElseThrow();
    assertThat(data.content()).isEqualTo(Vectors.hex("414243444546"));
    resumed(vectors, hello, early);
  }

  private void resumed(Vectors vectors, ClientHello hello, Value early) {
    KeyShare theirs = hello.shares().getFirst();
    Value shared = crypto.agree(theirs.group(), vectors.get("server-private"), theirs.exchange());
    Transcript hellos = Transcript.EMPTY.add(hello).add(plain(vectors.get("server-hello")));
    Value handshake = schedule.handshakeSecret(early, shared);
    Value serverHandshake = schedule.derive(handshake, "s hs traffic", hellos);
    ImmutableList<Message> flight = opened(serverHandshake, 0, vectors.get("server-flight"));
    Transcript untilServer = hellos.add(flight.get(0)).add(flight.get(1));
    Value master = schedule.masterSecret(handshake);

    assertThat(handshake).isEqualTo(vectors.get("handshake-secret"));
    assertThat(schedule.derive(handshake, "c hs traffic", hellos))
        .isEqualTo(vectors.get("c-hs-traffic"));
    assertThat(serverHandshake).isEqualTo(vectors.get("s-hs-traffic"));
    assertThat(schedule.derive(master, "c ap traffic", untilServer))
        .isEqualTo(vectors.get("c-ap-traffic"));
    assertThat(schedule.derive(master, "s ap traffic", untilServer))
        .isEqualTo(vectors.get("s-ap-traffic"));
  }

  @Test
  void a_retried_handshake_hashes_the_first_hello_as_published() {
    Vectors vectors = Vectors.read("rfc8448-retry.txt");
    ClientHello hello = (ClientHello) plain(vectors.get("second-client-hello"));
    Transcript hellos =
        Transcript.restartedAfter(
                Transcript.EMPTY
                    .add(plain(vectors.get("client-hello")))
                    .digest(crypto, Hash.SHA256))
            .add(plain(vectors.get("retry-request")))
            .add(hello)
            .add(plain(vectors.get("server-hello")));
    KeyShare theirs = hello.shares().getFirst();
    assertThat(theirs.group()).isEqualTo(NamedGroup.SECP256R1);
    assertThat(crypto.share(theirs.group(), vectors.get("client-private")))
        .isEqualTo(theirs.exchange());

    Value shared = crypto.agree(theirs.group(), vectors.get("server-private"), theirs.exchange());
    Value handshake = schedule.handshakeSecret(schedule.earlySecret(), shared);

    assertThat(hellos.digest(crypto, Hash.SHA256)).isEqualTo(vectors.get("hello-hash"));
    assertThat(handshake).isEqualTo(vectors.get("handshake-secret"));
    assertThat(schedule.derive(handshake, "c hs traffic", hellos))
        .isEqualTo(vectors.get("c-hs-traffic"));
    assertThat(schedule.derive(handshake, "s hs traffic", hellos))
        .isEqualTo(vectors.get("s-hs-traffic"));
    assertThat(schedule.masterSecret(handshake)).isEqualTo(vectors.get("master-secret"));
  }

  private static Message plain(Octets record) {
    byte[] octets = Octets.bytes(record);
    return Codec.decode(
        Arrays.copyOfRange(octets, HEADER_LENGTH, octets.length), Dialect.UNDECIDED);
  }

  private ImmutableList<Message> opened(Value secret, long sequence, Octets record) {
    byte[] content =
        Octets.bytes(protection(secret).open(sequence, record).orElseThrow().content());
    var messages = ImmutableList.<Message>builder();
    for (int at = 0, end; at < content.length; at = end) {
      end = at + 4 + (content[at + 2] & 0xff) * 256 + (content[at + 3] & 0xff);
      messages.add(Codec.decode(Arrays.copyOfRange(content, at, end), TLS13));
    }
    return messages.build();
  }

  private RecordProtection protection(Value secret) {
    return crypto.protection(new Keys(SUITE, Role.CLIENT, secret));
  }
}
