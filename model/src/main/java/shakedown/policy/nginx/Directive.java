package shakedown.policy.nginx;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.yaml.Node;
import shakedown.yaml.Place;

/**
 * A line of a configuration, or a block.
 *
 * @param block what stands in its braces; empty for a line that ends with a semicolon
 */
record Directive(
    Node.Scalar name,
    ImmutableList<Node.Scalar> arguments,
    Optional<ImmutableList<Directive>> block) {

  boolean is(String word) {
    return name.text().equals(word);
  }

  Place place() {
    return name.place();
  }
}
