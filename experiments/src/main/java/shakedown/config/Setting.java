package shakedown.config;

import com.google.common.collect.ImmutableList;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Node;
import shakedown.yaml.Place;
import shakedown.yaml.Reading;
import shakedown.yaml.Source;
import shakedown.yaml.Yaml;

/**
 * A key set on the command line, as {@code network.rtt=80ms}.
 *
 * @param path the keys that lead to it
 */
record Setting(String path, Node value) {

  static Reading<Setting> parse(String text) {
    Source source = Source.of("--set", text);
    int equals = text.indexOf('=');
    String path = equals < 0 ? "" : text.substring(0, equals);
    if (!path.matches("[a-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
      return Reading.refused(
          new Complaint(
              new Place(source, 1, 1, Math.max(1, text.length())),
              text + " sets no key",
              "a key and its value, as network.rtt=80ms"));
    }
    // Read in its place, so that a complaint shows the whole setting.
    return Yaml.read(source, " ".repeat(equals + 1) + text.substring(equals + 1))
        .then(value -> Reading.of(new Setting(path, value)));
  }

  static Reading<ImmutableList<Setting>> parseAll(Iterable<String> texts) {
    Complaints complaints = new Complaints();
    ImmutableList.Builder<Setting> settings = ImmutableList.builder();
    for (String text : texts) {
      Reading<Setting> setting = parse(text);
      complaints.addAll(setting.faults());
      setting.toOptional().ifPresent(settings::add);
    }
    return complaints.unlessAny(settings::build);
  }
}
