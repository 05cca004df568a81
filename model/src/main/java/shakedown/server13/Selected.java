package shakedown.server13;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.rules.Rule.PSK_FITS_SUITE;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Structure;

/** The suite that a server takes, and a pre-shared key that goes with it (RFC 8446 4.2.11). */
record Selected(CipherSuite suite, Optional<Resumed> resumed) {
  /** By the client's best key for which there is a suite; else by the order of the policy. */
  static Optional<Selected> of(ClientHello hello, Transcript before, Context context) {
    ImmutableList<CipherSuite> common = common(hello, before, context);
    return Resumed.known(hello, before, context)
        .flatMap(key -> with(key, common, context).stream())
        .findFirst()
        .or(() -> common.stream().findFirst().map(suite -> new Selected(suite, Optional.empty())));
  }

  private static Optional<Selected> with(
      Resumed key, ImmutableList<CipherSuite> common, Context context) {
    return common.stream()
        .filter(suite -> context.grants(PSK_FITS_SUITE, () -> key.hash() == suite.hash()))
        .findFirst()
        .map(suite -> new Selected(suite, Optional.of(key)));
  }

  /** After a retry, that of the retry alone (RFC 8446 4.1.4). */
  private static ImmutableList<CipherSuite> common(
      ClientHello hello, Transcript before, Context context) {
    return context.policy().common(hello.suites()).stream()
        .filter(CipherSuite::isFor13)
        .filter(suite -> before.messages().stream().allMatch(said -> isKept(suite, said)))
        .collect(toImmutableList());
  }

  private static boolean isKept(CipherSuite suite, Structure said) {
    return !(said instanceof HelloRetryRequest retry) || retry.suite().equals(suite);
  }
}
