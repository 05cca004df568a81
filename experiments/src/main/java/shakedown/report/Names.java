package shakedown.report;

import com.google.common.base.CaseFormat;

/** Names for files: as in YAML, without unit and folder. */
final class Names {
  private Names() {}

  static String metric(String jsonName) {
    String bare =
        jsonName.endsWith("Nanos") ? jsonName.substring(0, jsonName.length() - 5) : jsonName;
    return CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, bare);
  }

  static String axis(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
