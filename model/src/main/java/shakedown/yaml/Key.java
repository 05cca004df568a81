package shakedown.yaml;

/**
 * One key that somebody's mapping knows.
 *
 * @param unlessSaid the value where the key is absent, as text of YAML; empty where absence has a
 *     meaning of its own or is refused
 * @param meaning one line for people
 */
public record Key<T>(String name, Reader<T> reader, String unlessSaid, String meaning) {}
