package shakedown.policy.openssl;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashSet;
import java.util.Set;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Nearest;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;

/** Reads names between colons, of which OpenSSL forgives none that it does not know. */
final class NameList {

  private NameList() {}

  static <T> Reading<ImmutableList<T>> read(
      Node.Scalar said, ImmutableMap<String, T> names, String noun, String expected) {
    Set<T> values = new LinkedHashSet<>();
    Complaints complaints = new Complaints();
    int from = 0;
    while (from <= said.text().length()) {
      int colon = said.text().indexOf(':', from);
      int end = colon < 0 ? said.text().length() : colon;
      String name = CharMatcher.whitespace().trimFrom(said.text().substring(from, end));
      T value = names.get(name);
      if (value == null) {
        complaints.add(
            new Complaint(
                said.part(from, end - from),
                (name.isEmpty() ? "nothing" : name) + " is no " + noun + " of the model",
                expected,
                Nearest.to(name, names.keySet())));
      } else {
        values.add(value);
      }
      from = end + 1;
    }
    return complaints.unlessAny(() -> ImmutableList.copyOf(values));
  }
}
