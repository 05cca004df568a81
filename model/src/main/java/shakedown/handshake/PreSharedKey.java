package shakedown.handshake;

import shakedown.wire.Hash;
import shakedown.wire.Value;

/** A key of TLS 1.3 that both sides have before they meet (RFC 8446 4.2.11). */
public sealed interface PreSharedKey permits Session13, ExternalPsk {
  /** What a hello shows of it. */
  Value identity();

  Value psk();

  /** The hash that it may be used with, and no other. */
  Hash hash();

  Binding binding();
}
