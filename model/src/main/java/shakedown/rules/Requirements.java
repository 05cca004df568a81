package shakedown.rules;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import shakedown.rules.Requirement.KeptBy;
import shakedown.wire.Alert;

/** The account of what the RFCs require of a handshake, section by section. */
public final class Requirements {
  private static final String TABLE = "requirements.tsv";
  private static final String SHOWN = "shown by ";
  private static final String CONSTRUCTED = "no rule, because ";
  private static final String NOT_MODELLED = "not modelled, because ";
  private static final Splitter TABS = Splitter.on('\t');
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private Requirements() {}

  /** All, in the order of the table. */
  public static ImmutableList<Requirement> shipped() {
    try (InputStream in = Requirements.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new AssertionError("not shipped: " + TABLE);
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(Requirements::requirement)
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Requirement requirement(String line) {
    List<String> parts = TABS.splitToList(line);
    return new Requirement(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        WORDS
            .splitToStream(parts.get(3))
            .map(name -> Alert.valueOf(Ascii.toUpperCase(name)))
            .collect(toImmutableSet()),
        parts.get(4),
        keptBy(parts.get(5)));
  }

  private static KeptBy keptBy(String text) {
    if (text.startsWith(SHOWN)) {
      return new KeptBy.Shown(text.substring(SHOWN.length()));
    }
    if (text.startsWith(CONSTRUCTED)) {
      return new KeptBy.Constructed(text.substring(CONSTRUCTED.length()));
    }
    if (text.startsWith(NOT_MODELLED)) {
      return new KeptBy.NotModelled(text.substring(NOT_MODELLED.length()));
    }
    return new KeptBy.Refused(rules(text));
  }

  private static ImmutableSet<Rule> rules(String text) {
    return WORDS
        .splitToStream(text)
        .map(name -> Rule.valueOf(Ascii.toUpperCase(name).replace('-', '_')))
        .collect(toImmutableSet());
  }
}
