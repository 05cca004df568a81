package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Nearest;
import shakedown.yaml.Node;
import shakedown.yaml.Node.Mapping;
import shakedown.yaml.Node.Scalar;

/** Gives each variant what it inherits. */
final class Heirs {

  private final Mapping variants;
  private final Complaints complaints;

  Heirs(Mapping variants, Complaints complaints) {
    this.variants = variants;
    this.complaints = complaints;
  }

  /** The variant with all its keys; empty if they cannot be known, which was complained of. */
  Optional<Node> resolve(Node.Entry entry) {
    return resolve(entry.key().text(), entry.value(), new LinkedHashSet<>());
  }

  private Optional<Node> resolve(String name, Node node, Set<String> heirs) {
    heirs.add(name);
    if (!(node instanceof Mapping own) || own.get("from").isEmpty()) {
      return Optional.of(node);
    }
    Node from = own.get("from").get();
    Optional<Node> parent =
        from instanceof Scalar(var place, var text) ? variants.get(text) : Optional.empty();
    if (parent.isEmpty()) {
      ImmutableList<String> names =
          variants.entries().stream()
              .map(each -> each.key().text())
              .filter(each -> !each.equals(name))
              .collect(ImmutableList.toImmutableList());
      return refused(
          from, "there is no variant " + from.described(), Nearest.to(from.described(), names));
    }
    String parentName = from.described();
    if (heirs.contains(parentName)) {
      ImmutableSet<String> ring = ImmutableSet.<String>builder().addAll(heirs).build();
      return refused(from, String.join(", ", ring) + " inherit in a ring", "");
    }
    return resolve(parentName, parent.get(), heirs)
        .map(above -> above instanceof Mapping mapping ? Tree.over(mapping, own) : own);
  }

  private Optional<Node> refused(Node from, String what, String suggestion) {
    complaints.add(
        new Complaint(from.place(), "from: " + what, "the name of another variant", suggestion));
    return Optional.empty();
  }
}
