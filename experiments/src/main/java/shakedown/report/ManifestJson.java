package shakedown.report;

import shakedown.config.Experiment;
import tools.jackson.databind.node.ObjectNode;

/** {@code manifest.json}: what makes these results again. */
public final class ManifestJson {
  private ManifestJson() {}

  public static String of(Experiment experiment, Origin origin) {
    ObjectNode root = Json.object();
    root.put("name", experiment.name());
    root.put("configDigest", "sha256:" + origin.configDigest());
    root.put("seed", experiment.runs().seed());
    root.put("version", origin.version());
    root.put("command", origin.command());
    return Json.text(root);
  }
}
