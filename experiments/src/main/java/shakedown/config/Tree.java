package shakedown.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shakedown.yaml.Node;
import shakedown.yaml.Node.Entry;
import shakedown.yaml.Node.Mapping;
import shakedown.yaml.Node.Scalar;

/** Looks up and replaces nodes by the path of their keys, as {@code network.rtt}. */
final class Tree {

  private Tree() {}

  static Optional<Node> get(Node root, String path) {
    Optional<Node> node = Optional.of(root);
    for (String key : Splitter.on('.').split(path)) {
      node =
          node.flatMap(
              each -> each instanceof Mapping mapping ? mapping.get(key) : Optional.empty());
    }
    return node;
  }

  /** The tree with another value at a path; mappings on the way are made where there are none. */
  static Node with(Node root, String path, Node value) {
    return with(root, Splitter.on('.').splitToList(path), value);
  }

  /** One mapping over another: what both have is the upper one's. */
  static Mapping over(Mapping lower, Mapping upper) {
    Stream<Entry> kept =
        lower.entries().stream().filter(entry -> upper.get(entry.key().text()).isEmpty());
    return new Mapping(
        upper.place(),
        Stream.concat(kept, upper.entries().stream()).collect(ImmutableList.toImmutableList()));
  }

  private static Node with(Node node, List<String> path, Node value) {
    if (path.isEmpty()) {
      return value;
    }
    Mapping mapping =
        node instanceof Mapping known ? known : new Mapping(value.place(), ImmutableList.of());
    String key = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    Node below = mapping.get(key).orElse(new Mapping(value.place(), ImmutableList.of()));
    Node replaced = with(below, rest, value);
    if (mapping.get(key).isEmpty()) {
      return over(
          mapping,
          new Mapping(
              mapping.place(),
              ImmutableList.of(new Entry(new Scalar(value.place(), key), replaced))));
    }
    return new Mapping(
        mapping.place(),
        mapping.entries().stream()
            .map(each -> each.key().text().equals(key) ? new Entry(each.key(), replaced) : each)
            .collect(ImmutableList.toImmutableList()));
  }
}
