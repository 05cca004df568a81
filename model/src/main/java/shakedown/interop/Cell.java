package shakedown.interop;

import shakedown.wire.Role;

/**
 * One feature, with one peer, in one role.
 *
 * @param version as people write it: {@code TLS 1.3}
 * @param peer the name of a {@link Program}
 */
public record Cell(String feature, String version, String peer, Role ourRole, Outcome outcome) {
  /** What a test finds. */
  public sealed interface Outcome {}

  /** The handshake completes, data flows both ways, and what was negotiated is the feature. */
  public record Runs() implements Outcome {}

  /**
   * The peer has no such feature.
   *
   * @param words its own, or those of who runs it
   */
  public record Lacks(String words) implements Outcome {}
}
