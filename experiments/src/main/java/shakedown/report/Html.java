package shakedown.report;

import shakedown.report.draw.Markup;

/** A page in the making: what is not called raw is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Markup of this program's own. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    out.append(Markup.escape(text));
    return this;
  }

  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  /** The first column names the rows. */
  Html table(Table table) {
    raw("<div class=\"wide\"><table>\n<thead><tr>");
    table.head().forEach(cell -> raw("<th scope=\"col\">").text(cell).raw("</th>"));
    raw("</tr></thead>\n<tbody>\n");
    table
        .rows()
        .forEach(
            row -> {
              raw("<tr>");
              row.forEach(cell -> raw("<td>").text(cell).raw("</td>"));
              raw("</tr>\n");
            });
    return raw("</tbody></table></div>\n");
  }

  String text() {
    return out.toString();
  }
}
