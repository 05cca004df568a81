package shakedown.datagram;

import shakedown.handshake.Epoch;

/** The numbers of the epochs of DTLS 1.3 (RFC 9147 6.1). */
final class EpochNumbers {
  /** The first of application data, and of all that follow. */
  static final int APPLICATION = 3;

  private EpochNumbers() {}

  static int of(Epoch epoch) {
    return switch (epoch) {
      case PLAIN -> 0;
      case EARLY -> 1;
      case HANDSHAKE -> 2;
      case APPLICATION -> APPLICATION;
    };
  }
}
