package shakedown.config;

import java.util.stream.Stream;
import shakedown.config.Variant.Exchange;
import shakedown.config.Variant.Resume;
import shakedown.policy.Policy;
import shakedown.policy.clients.RealClient;
import shakedown.wire.KeyType;
import shakedown.wire.Version;
import shakedown.yaml.Fields;

/** Refuses what no handshake can be, at the key that would have to change. */
final class Impossible {

  private Impossible() {}

  static void refuse(Variant variant, Fields fields) {
    if (variant.version().equals(Version.TLS13)) {
      refuseFor13(variant, fields);
    } else {
      refuseFor12(variant, fields);
    }
    refuseEarlyData(variant, fields);
    refuseHello(variant, fields);
    if (!Suites.fits(variant.suite(), variant) && fields.has("suite")) {
      fields.refuse(
          "suite",
          variant.suite() + " does not go with version, key exchange and chain",
          "one of " + Suites.fitting(variant));
    }
  }

  private static void refuseHello(Variant variant, Fields fields) {
    RealClient client = variant.shortcuts().hello();
    if (client == null) {
      return;
    }
    Policy offered = client.policy("", variant.version());
    if (!offered.suites().contains(variant.suite())) {
      fields.refuse("hello", client + " does not offer " + variant.suite(), "another suite");
    }
    Stream.of(variant.group(), variant.otherGroup())
        .limit(variant.shortcuts().helloRetry() ? 2 : 1)
        .filter(group -> variant.exchange() != Exchange.RSA && !offered.groups().contains(group))
        .forEach(
            group -> fields.refuse("hello", client + " does not offer " + group, "x25519 alone"));
    if (variant.chain().keyType() == KeyType.RSA
        && offered.schemes().stream().noneMatch(each -> each.fits(KeyType.RSA))) {
      fields.refuse("hello", client + " takes no signature by RSA", "a chain with another key");
    }
  }

  private static void refuseFor13(Variant variant, Fields fields) {
    if (variant.shortcuts().falseStart()) {
      fields.refuse(
          "false-start",
          "TLS 1.3 has none",
          "version 1.2, or off: in 1.3 every client sends as early (RFC 7918)");
    }
    if (variant.exchange() == Exchange.RSA) {
      fields.refuse("key-exchange", "TLS 1.3 has no RSA key transport", "x25519 or secp256r1");
    }
    if (variant.resume() == Resume.SESSION_ID || variant.resume() == Resume.TICKET) {
      fields.refuse("resume", "TLS 1.3 resumes by pre-shared keys", "psk_dhe_ke, or version 1.2");
    }
  }

  private static void refuseFor12(Variant variant, Fields fields) {
    if (variant.shortcuts().helloRetry()) {
      fields.refuse("hello-retry", "TLS 1.2 has none", "version 1.3, or off");
    }
    if (!variant.shortcuts().compressions().isEmpty()) {
      fields.refuse(
          "certificate-compression", "TLS 1.2 has none (RFC 8879 3)", "version 1.3, or none");
    }
    if (variant.resume() == Resume.PSK_DHE_KE) {
      fields.refuse("resume", "TLS 1.2 does not resume so", "session-id or ticket");
    }
    if (variant.exchange() == Exchange.RSA && variant.chain().keyType() != KeyType.RSA) {
      fields.refuse("key-exchange", "the chain's leaf has no RSA key", "x25519 or secp256r1");
    }
    if (variant.shortcuts().falseStart() && variant.exchange() == Exchange.RSA) {
      fields.refuse(
          "false-start",
          "not without forward secrecy (RFC 7918 4)",
          "key-exchange x25519 or secp256r1");
    }
    if (variant.shortcuts().falseStart() && variant.isResumed()) {
      fields.refuse(
          "false-start",
          "a resumed client hears the server's Finished first",
          "off, or resume none");
    }
  }

  private static void refuseEarlyData(Variant variant, Fields fields) {
    if (!variant.earlyData().isSent()) {
      if (!variant.earlyData().accepted()) {
        fields.refuse("early-data-answer", "there is no early data", "early-data, as 1KiB");
      }
      return;
    }
    if (!variant.isResumed()) {
      fields.refuse("early-data", "no session is resumed", "resume psk_dhe_ke beside it");
    }
    if (variant.version().equals(Version.TLS12)) {
      fields.refuse("early-data", "TLS 1.2 has none", "version 1.3");
    }
    if (variant.shortcuts().helloRetry() && variant.earlyData().accepted()) {
      fields.refuse(
          "early-data",
          "a server that retries cannot accept it (RFC 8446 4.2.10)",
          "early-data-answer reject, or hello-retry off");
    }
  }
}
