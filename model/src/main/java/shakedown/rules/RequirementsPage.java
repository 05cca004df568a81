package shakedown.rules;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.rules.Requirement.KeptBy;

/** The account of the requirements as a page of the documentation, in Markdown. */
public final class RequirementsPage {
  private static final String HEAD =
      """
      # What the RFCs require, and what becomes of it

      Written by `./shakedown docs` from a table that tests hold against the rules of the machine.
      A requirement is kept by rules, which can be waived by name unless there is nothing to go on
      with; or it is an endpoint's own duty, and a test shows that it does it; or nothing could break
      it; or it is not modelled, and the table says why.

      """;

  private RequirementsPage() {}

  /** The whole page. */
  public static String of(ImmutableList<Requirement> requirements) {
    return HEAD
        + count(requirements)
        + "\n| section | requirement | of | alert | kept by |\n| --- | --- | --- | --- | --- |\n"
        + requirements.stream().map(RequirementsPage::line).collect(joining());
  }

  private static String count(ImmutableList<Requirement> requirements) {
    return "By rules: %d. Shown by a test: %d. Nothing could break it: %d. Not modelled: %d.\n"
        .formatted(
            of(requirements, KeptBy.Refused.class),
            of(requirements, KeptBy.Shown.class),
            of(requirements, KeptBy.Constructed.class),
            of(requirements, KeptBy.NotModelled.class));
  }

  private static long of(ImmutableList<Requirement> requirements, Class<? extends KeptBy> type) {
    return requirements.stream().map(Requirement::keptBy).filter(type::isInstance).count();
  }

  private static String line(Requirement each) {
    return Stream.of(
            "RFC " + each.section(),
            "**" + each.name() + "**: " + each.statement(),
            each.side(),
            each.alerts().stream()
                .map(alert -> Ascii.toLowerCase(alert.name()))
                .collect(joining(", ")),
            keptBy(each.keptBy()))
        .collect(joining(" | ", "| ", " |\n"));
  }

  private static String keptBy(KeptBy kept) {
    return switch (kept) {
      case KeptBy.Refused(var rules) ->
          rules.stream().map(rule -> "`" + rule + "`").collect(joining(", "));
      case KeptBy.Shown(String test) -> test.replaceFirst("\\..*", "");
      case KeptBy.Constructed(String because) -> "no rule, because " + because;
      case KeptBy.NotModelled(String because) -> "not modelled, because " + because;
    };
  }
}
