package shakedown.property;

/** Something promised of a system; a noun phrase with hyphens names it. */
public sealed interface Property {
  String name();

  /** The promise in one sentence. */
  String promise();

  /** A property that folds claims. */
  sealed interface Observed extends Property permits Always, Sometimes {
    /** What is known before anything was claimed. */
    default Memory start() {
      return Memory.BLANK;
    }

    /** What is known after one more claim. */
    default Memory after(Memory memory, Claim claim) {
      return memory.status() == Memory.Status.DECIDED ? memory : next(memory, claim);
    }

    /** The fold itself; never asked once the property is decided. */
    Memory next(Memory memory, Claim claim);
  }

  /** No reachable state without a way on, but those in which both sides are through. */
  record NoDeadlock(String name, String promise) implements Property {}

  /** Begins a property that must hold after every claim. */
  static Always.Named always(String name) {
    return new Always.Named(name);
  }

  /** Begins a property that some run must reach. */
  static Sometimes.Named sometimes(String name) {
    return new Sometimes.Named(name);
  }
}
