package shakedown.config;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import shakedown.yaml.Node;
import shakedown.yaml.Source;
import shakedown.yaml.Yaml;

/** Networks that have a name. Figures are round ones of the usual case, not of one provider. */
final class Networks {

  private static final ImmutableMap<String, String> TEXTS =
      ImmutableMap.of(
          "mobile", "{rtt: 62ms, jitter: 9ms, rate: 12Mbit/s, loss: 0.5%}",
          "broadband", "{rtt: 20ms, jitter: 2ms, rate: 50Mbit/s, loss: 0.1%}",
          "datacenter", "{rtt: 0.5ms, rate: 10Gbit/s}",
          "satellite", "{rtt: 600ms, jitter: 20ms, rate: 25Mbit/s, loss: 1%}");

  static final ImmutableSet<String> NAMES = TEXTS.keySet();

  private Networks() {}

  /** The keys of a network that is called by its name. */
  static Optional<Node> named(Node node) {
    return node instanceof Node.Scalar(var place, var name)
        ? Optional.ofNullable(TEXTS.get(name))
            .flatMap(text -> Yaml.read(Source.of("network " + name, text), text).toOptional())
        : Optional.empty();
  }
}
