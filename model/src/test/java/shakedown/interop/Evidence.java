package shakedown.interop;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extensions;
import shakedown.wire.Message;

/** What a peer did not say, told of what it said: the words of stacks that print none. */
final class Evidence {
  private static final ImmutableList<Class<? extends Extension>> LOOKED_FOR =
      ImmutableList.of(
          Extension.EarlyData.class,
          Extension.MaxEarlyData.class,
          Extension.CompressCertificate.class,
          Extension.SupportedGroups.class,
          Extension.EncryptThenMac.class,
          Extension.PreSharedKeys.class,
          Extension.PskKeyExchangeModes.class,
          Extension.SelectedPsk.class,
          Extension.Cookie.class,
          Extension.PostHandshakeAuth.class,
          Extension.StatusRequest.class,
          Extension.ExtendedMasterSecret.class,
          Extension.ApplicationProtocols.class,
          Extension.RecordSizeLimit.class,
          Extension.MaxFragmentLength.class);

  private Evidence() {}

  /** A line for each extension that a message of the peer has or lacks. */
  static String of(ImmutableList<Message> received) {
    return received.stream().flatMap(Evidence::lines).distinct().collect(joining("\n"));
  }

  private static Stream<String> lines(Message message) {
    return switch (message) {
      case Message.ClientHello hello ->
          Stream.concat(signals(hello), looks("ClientHello", hello.extensions()));
      case Message.ServerHello hello -> looks("ServerHello", hello.extensions());
      case Message.HelloRetryRequest request -> looks("HelloRetryRequest", request.extensions());
      case Message.ServerKeyExchange keys -> Stream.of("its keys are " + keys.parameters());
      case Message.EncryptedExtensions encrypted ->
          looks("EncryptedExtensions", encrypted.extensions());
      case Message.NewSessionTicket ticket -> looks("NewSessionTicket", ticket.extensions());
      case Message.Certificate _ -> Stream.of("it shows its chain as it is");
      default -> Stream.of();
    };
  }

  private static Stream<String> signals(Message.ClientHello hello) {
    return hello.suites().contains(CipherSuite.TLS_FALLBACK_SCSV)
        ? Stream.of()
        : Stream.of("no TLS_FALLBACK_SCSV in its ClientHello");
  }

  private static Stream<String> looks(String where, Extensions extensions) {
    return LOOKED_FOR.stream()
        .map(
            type ->
                extensions
                    .find(type)
                    .map(found -> "its " + where + " has " + found)
                    .orElse("no " + type.getSimpleName() + " in its " + where));
  }
}
