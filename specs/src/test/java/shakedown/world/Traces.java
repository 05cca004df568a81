package shakedown.world;

import java.util.Optional;
import shakedown.trace.Trace;

/** Traces of findings that must have one. */
final class Traces {
  private Traces() {}

  static Trace of(Finding finding) {
    return Optional.ofNullable(finding.trace()).orElseThrow();
  }
}
