package shakedown.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import shakedown.wire.Octets;

/** Published values by name: a line with the name, then indented lines of hexadecimal digits. */
final class Vectors {
  private final ImmutableMap<String, Octets> values;

  private Vectors(Map<String, Octets> values) {
    this.values = ImmutableMap.copyOf(values);
  }

  static Vectors read(String resource) {
    var values = ImmutableMap.<String, Octets>builder();
    List<String> rest = new ArrayList<>(lines("vectors/" + resource));
    while (!rest.isEmpty()) {
      String name = rest.removeFirst();
      List<String> own = rest.stream().takeWhile(line -> line.startsWith(" ")).toList();
      rest.subList(0, own.size()).clear();
      values.put(name, hex(own.stream().map(String::strip).collect(joining())));
    }
    return new Vectors(values.buildOrThrow());
  }

  private static List<String> lines(String resource) {
    try {
      return Resources.readLines(Resources.getResource(resource), US_ASCII).stream()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Octets hex(String digits) {
    return Octets.of(HexFormat.of().parseHex(digits.replace(" ", "")));
  }

  Octets get(String name) {
    Octets value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + "; expected one of " + values.keySet());
    }
    return value;
  }
}
