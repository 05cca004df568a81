package shakedown.crypto;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Structure;
import shakedown.wire.Version;

/** What of a session's octets depends on what carries it. */
interface Framing {
  /** Over a stream: TLS. */
  Framing STREAM = new StreamFraming();

  /** What is signed or sealed. */
  byte[] encode(Structure structure);

  /** What is hashed, part by part. */
  byte[][] transcript(ImmutableList<Structure> structures);

  /** What the labels of HKDF begin with (RFC 8446 7.1, RFC 9147 5.9). */
  String prefix();

  Version onWire(Version version);
}
