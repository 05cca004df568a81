package shakedown.interop;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/** The peers of the matrix; those that are not installed, too. */
final class Stacks {
  /** Where {@code .ci/peers} puts what can't be installed beside the system's own. */
  private static final Path FOLDER =
      Path.of(System.getProperty("user.home"), ".cache/shakedown/peers/bin");

  static final ImmutableList<Stack> ALL =
      ImmutableList.of(
          new CommandLineStack(new OpenSslTool("openssl-3.0", "openssl")),
          new CommandLineStack(
              new OpenSslTool("openssl-3.5", FOLDER.resolve("openssl").toString())),
          new CommandLineStack(new GnuTlsTool()),
          new JsseStack());

  private Stacks() {}

  static Stack named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
