package shakedown.yaml;

/** Reads one node as a value, or says what is wrong with it; never throws. */
@FunctionalInterface
public interface Reader<T> {

  Reading<T> read(Node node);
}
