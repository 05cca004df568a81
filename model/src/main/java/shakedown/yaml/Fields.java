package shakedown.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A mapping being read key by key. Faults go to the collector and reading goes on, so that one pass
 * finds them all.
 */
public final class Fields {

  private final String name;
  private final Node.Mapping mapping;
  private final Complaints complaints;

  private Fields(String name, Node.Mapping mapping, Complaints complaints) {
    this.name = name;
    this.mapping = mapping;
    this.complaints = complaints;
  }

  /**
   * Reads a node as a mapping, or complains and reads an empty one.
   *
   * @param name what the mapping is called in complaints, as {@code network}
   */
  public static Fields of(Node node, String name, Complaints complaints) {
    if (node instanceof Node.Mapping mapping) {
      return new Fields(name, mapping, complaints);
    }
    complaints.add(
        new Complaint(
            node.place(), name + ": " + node.described() + " is no mapping", "keys with values"));
    return new Fields(name, new Node.Mapping(node.place(), ImmutableList.of()), complaints);
  }

  public Place place() {
    return mapping.place();
  }

  public boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  /** The keys that are there, in the order of the text. */
  public ImmutableList<String> keys() {
    return mapping.entries().stream()
        .map(entry -> entry.key().text())
        .collect(ImmutableList.toImmutableList());
  }

  /** The node under a key. */
  public Optional<Node> node(String key) {
    return mapping.get(key);
  }

  /** The place of a key's value, of the mapping if the key is absent. */
  public Place place(String key) {
    return mapping.get(key).map(Node::place).orElse(mapping.place());
  }

  /** The mapping under a key; an empty one if it is absent. */
  public Fields within(String key) {
    return mapping
        .get(key)
        .map(node -> of(node, key, complaints))
        .orElseGet(
            () -> new Fields(key, new Node.Mapping(place(), ImmutableList.of()), complaints));
  }

  /** The value of a key that has a default. */
  public <T> T get(Key<T> key) {
    return find(key).orElseGet(() -> unlessSaid(key));
  }

  /** The value of a key; empty if it is absent, or refused and complained of. */
  public <T> Optional<T> find(Key<T> key) {
    return find(key.name(), key.reader());
  }

  /** The value of a key; empty if it is absent, or refused and complained of. */
  public <T> Optional<T> find(String key, Reader<T> reader) {
    Optional<Node> node = mapping.get(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Reading<T> reading = reader.read(node.get());
    reading.faults().forEach(fault -> complaints.add(fault.in(key)));
    return reading.toOptional();
  }

  /** The value of a key that must be there; complains if it is not. */
  public <T> Optional<T> require(Key<T> key) {
    return require(key.name(), key.reader());
  }

  /** The value of a key that must be there; complains if it is not. */
  public <T> Optional<T> require(String key, Reader<T> reader) {
    if (!has(key)) {
      complaints.add(new Complaint(mapping.place(), name + " has no " + key, "the key " + key));
    }
    return find(key, reader);
  }

  /** Complains of the value of a key. */
  public void refuse(String key, String what, String expected) {
    complaints.add(new Complaint(place(key), key + ": " + what, expected));
  }

  /** Complains of every key that is not known, with the nearest one that is. */
  public void refuseAllBut(Iterable<String> known) {
    refuseAllBut(known, ImmutableSet.of());
  }

  /**
   * Complains of every key that is not known.
   *
   * @param later keys whose names are settled but whose meaning is not built yet
   */
  public void refuseAllBut(Iterable<String> known, ImmutableSet<String> later) {
    ImmutableSet<String> names = ImmutableSet.copyOf(known);
    for (Node.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (later.contains(key)) {
        complaints.add(
            new Complaint(entry.key().place(), key + " of " + name + " is not yet known", ""));
      } else if (!names.contains(key)) {
        complaints.add(unknown(entry.key(), names));
      }
    }
  }

  private Complaint unknown(Node.Scalar key, ImmutableSet<String> names) {
    String what = key.text() + " is no key of " + name;
    String nearest = Nearest.to(key.text(), names);
    return nearest.isEmpty()
        ? new Complaint(key.place(), what, "one of " + String.join(", ", names))
        : new Complaint(key.place(), what, "", nearest);
  }

  private <T> T unlessSaid(Key<T> key) {
    Source source = Source.of("the default of " + key.name(), key.unlessSaid());
    return Yaml.read(source, key.unlessSaid())
        .then(key.reader()::read)
        .toOptional()
        .orElseThrow(() -> new AssertionError(key.name() + " has no default that can be read"));
  }
}
