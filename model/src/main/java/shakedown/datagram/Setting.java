package shakedown.datagram;

import shakedown.crypto.DatagramRecords;
import shakedown.crypto.MessageNumbers;
import shakedown.handshake.Context;
import shakedown.handshake.Credentials;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.rules.Rules;

/**
 * What a conversation is configured with; never part of a state.
 *
 * @param maxDatagram octets of a datagram that the path carries
 */
public record Setting(
    Policy policy,
    Credentials credentials,
    Trust trust,
    Rules rules,
    DatagramRecords crypto,
    int maxDatagram,
    Patience patience) {
  /** What IPv6 carries on every path, less the headers of IPv6 and UDP. */
  public static final int USUAL_MAX_DATAGRAM = 1280 - 40 - 8;

  /** Datagrams that every path carries, and the RFC's patience. */
  public Setting(
      Policy policy, Credentials credentials, Trust trust, Rules rules, DatagramRecords crypto) {
    this(policy, credentials, trust, rules, crypto, USUAL_MAX_DATAGRAM, Patience.RFC);
  }

  public Setting withMaxDatagram(int octets) {
    return new Setting(policy, credentials, trust, rules, crypto, octets, patience);
  }

  /**
   * What the endpoint sees. No middlebox is to be deceived (RFC 9147 5), and early data, which
   * could come in any order, is not sent.
   */
  Context context(MessageNumbers numbers) {
    Policy carried =
        policy.with(Option.DATAGRAM).without(Option.MIDDLEBOX_COMPATIBILITY, Option.EARLY_DATA);
    return new Context(carried, credentials, trust, rules, crypto.numbered(numbers));
  }
}
