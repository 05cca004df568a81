package shakedown.interop;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.wire.Extension;
import shakedown.wire.Extensions;
import shakedown.wire.Message;

/** What a peer did not say, told of what it said: the words of stacks that print none. */
final class Evidence {
  private static final ImmutableList<Class<? extends Extension>> LOOKED_FOR =
      ImmutableList.of(Extension.EarlyData.class, Extension.CompressCertificate.class);

  private Evidence() {}

  /** A line for each extension that a message of the peer lacks, and for each kind of chain. */
  static String of(ImmutableList<Message> received) {
    return received.stream().flatMap(Evidence::lines).distinct().collect(joining("\n"));
  }

  private static Stream<String> lines(Message message) {
    return switch (message) {
      case Message.ClientHello hello -> missing("ClientHello", hello.extensions());
      case Message.ServerHello hello -> missing("ServerHello", hello.extensions());
      case Message.EncryptedExtensions encrypted ->
          missing("EncryptedExtensions", encrypted.extensions());
      case Message.NewSessionTicket ticket -> missing("NewSessionTicket", ticket.extensions());
      case Message.Certificate _ -> Stream.of("it shows its chain as it is");
      default -> Stream.of();
    };
  }

  private static Stream<String> missing(String where, Extensions extensions) {
    return LOOKED_FOR.stream()
        .filter(type -> extensions.find(type).isEmpty())
        .map(type -> "no " + type.getSimpleName() + " in its " + where);
  }
}
