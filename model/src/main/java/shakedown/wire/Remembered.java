package shakedown.wire;

import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.MaxFragmentLength;

/**
 * What both sides of a session remember of how it began.
 *
 * @param serverName that the client gave (RFC 6066 3); empty if none
 * @param protocol of the application (RFC 7301); empty if none was agreed on
 * @param fragment the code of max_fragment_length (RFC 6066 4); 0 if none was agreed on
 * @param client whom the client showed itself to be
 */
public record Remembered(String serverName, String protocol, int fragment, String client) {
  /** Who does not say who it is. */
  public static final String ANYONE = "anyone";

  /**
   * Of a handshake with this hello.
   *
   * @param answers in ServerHello (1.2) or EncryptedExtensions (1.3)
   */
  public static Remembered of(Message.ClientHello hello, Extensions answers, String client) {
    return new Remembered(
        hello.serverName(), protocol(answers), MaxFragmentLength.code(answers), client);
  }

  /** The protocol that a server has chosen; empty if it has chosen none. */
  public static String protocol(Extensions answers) {
    return answers.find(ApplicationProtocols.class).stream()
        .flatMap(answer -> answer.protocols().stream())
        .findFirst()
        .orElse("");
  }
}
