package shakedown.explore;

/** Why a search came to its end. */
public enum Ended {
  /** Every reachable state was visited. */
  COMPLETE,
  /** The caller's bound on states was passed. */
  MAX_STATES,
  /** The caller's bound on depth was met, and there may be more. */
  MAX_DEPTH
}
