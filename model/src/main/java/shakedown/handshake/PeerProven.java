package shakedown.handshake;

import shakedown.wire.Remembered;

/**
 * The peer is who it says: made only by a judgement that asked its rules. A class, since a public
 * record cannot hide its constructor.
 */
public final class PeerProven {
  /** A client that does not say who it is: there is nothing to prove. */
  public static final PeerProven ANYONE = new PeerProven(Remembered.ANYONE);

  private final String name;

  PeerProven(String name) {
    this.name = name;
  }

  /** The name that was meant, not the one in the certificate. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeerProven proven && proven.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "proven " + name;
  }
}
