package shakedown.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shakedown.interop.Matrix;
import shakedown.interop.MatrixPage;
import shakedown.rules.Requirements;
import shakedown.rules.RequirementsPage;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs}: the pages of the documentation that are made of tables. */
@Command(
    name = "docs",
    description =
        "Writes the pages that are generated: what runs with which peer, what the RFCs require.",
    footer = {"", "Examples:", "  ./shakedown docs", "  ./shakedown docs --check"})
final class Docs implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--check", description = "Writes nothing; exit 1 if a page is stale.")
  private boolean check;

  @Mixin private Common common = new Common();

  Docs(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Where each page is in the repository, and what it has to say. */
  private static ImmutableMap<String, String> pages() {
    return ImmutableMap.of(
        "model/docs/interop.md", MatrixPage.of(Matrix.shipped()),
        "model/docs/rules.md", RequirementsPage.of(Requirements.shipped()));
  }

  @Override
  public Integer call() throws IOException {
    Path home = Path.of(System.getProperty("shakedown.home", ""));
    ImmutableList.Builder<String> stale = ImmutableList.builder();
    for (Map.Entry<String, String> page : pages().entrySet()) {
      Path file = home.resolve(page.getKey());
      if (!Files.exists(file) || !Files.readString(file, UTF_8).equals(page.getValue())) {
        stale.add(page.getKey());
        write(file, page.getValue());
      }
    }
    return report(stale.build());
  }

  private void write(Path file, String text) throws IOException {
    if (!check) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, UTF_8);
    }
  }

  private int report(ImmutableList<String> stale) {
    if (common.json()) {
      String key = check ? "stale" : "written";
      terminal.out().println(JsonMapper.shared().writeValueAsString(ImmutableMap.of(key, stale)));
    } else {
      stale.forEach(each -> terminal.out().println(each + (check ? " is stale" : " was written")));
      if (stale.isEmpty()) {
        terminal.out().println("all pages say what the tables say");
      }
    }
    return check && !stale.isEmpty() ? Exit.NOT_AS_EXPECTED : Exit.AS_EXPECTED;
  }
}
