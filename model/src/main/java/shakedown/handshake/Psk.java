package shakedown.handshake;

import shakedown.wire.Hash;
import shakedown.wire.Value;

/** A key that a hello of TLS 1.3 may offer (RFC 8446 4.2.11). */
public sealed interface Psk permits Session13, PreSharedKey {
  /** What a hello shows of it. */
  Value identity();

  Value psk();

  /** The hash that it may be used with, and no other. */
  Hash hash();

  Binding binding();
}
