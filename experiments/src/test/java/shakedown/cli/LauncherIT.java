package shakedown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shakedown.cli.Shell.Ended;

/** The launcher in a repository of its own, whose Maven only copies what is built already. */
class LauncherIT {

  @TempDir Path folder;

  @BeforeEach
  void repository() throws IOException {
    Files.copy(Shell.ROOT.resolve("shakedown"), folder.resolve("shakedown"));
    Files.writeString(folder.resolve("pom.xml"), "");
    for (String module : List.of("model", "simulator", "specs", "experiments")) {
      Files.createDirectories(folder.resolve(module).resolve("src/main"));
      Files.writeString(folder.resolve(module).resolve("pom.xml"), "");
      Files.writeString(folder.resolve(module).resolve("src/main/A.java"), "");
    }
    maven("cp -r " + Shell.ROOT.resolve("experiments/target/lib") + " experiments/target/");
  }

  @Test
  void what_is_missing_is_built_with_a_line_that_says_so_and_then_not_again() {
    Ended first = start("shakedown", "--version").await();
    Ended second = start("shakedown", "--version").await();

    assertThat(first).isEqualTo(new Ended(0, "shakedown 0.1.0\n", first.err()));
    assertThat(first.err()).startsWith("shakedown: building");
    assertThat(second).isEqualTo(new Ended(0, "shakedown 0.1.0\n", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void two_commands_started_at_once_build_once() {
    Shell.Running one = start("shakedown", "--version");
    Shell.Running two = start("shakedown", "--version");

    assertThat(one.await().exit()).isZero();
    assertThat(two.await().exit()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_source_that_is_newer_is_built() throws IOException {
    start("shakedown", "--version").await();
    Files.setLastModifiedTime(
        folder.resolve("specs/src/main/A.java"),
        FileTime.fromMillis(Files.getLastModifiedTime(jar()).toMillis() + 5000));

    Ended ended = start("shakedown", "--version").await();

    assertThat(ended.err()).startsWith("shakedown: sources have changed");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_build_that_fails_says_so_and_ends_with_two() throws IOException {
    maven("echo '[ERROR] A.java: no'; exit 1");

    Ended ended = start("shakedown", "--version").await();

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("[ERROR] A.java: no", "the build failed");
  }

  @Test
  void it_runs_through_a_link_from_another_folder() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
    Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../../shakedown"));

    assertThat(start("else/where/link", "--version").await().exit()).isZero();
  }

  private Shell.Running start(String launcher, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(folder.resolve(launcher).toString()), Stream.of(arguments))
            .toList();
    String path = folder.resolve("bin") + ":" + System.getenv("PATH");
    return Shell.start(folder.resolve("model"), Map.of("PATH", path), command);
  }

  private void maven(String last) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path built = Shell.ROOT.resolve("experiments/target/experiments-0.1.0.jar");
    Path maven = bin.resolve("mvn");
    Files.writeString(
        maven,
        String.join(
            "\n",
            "#!/usr/bin/env bash",
            "set -e",
            "echo built >> builds",
            "sleep 1",
            "mkdir -p experiments/target",
            "cp " + built + " experiments/target/",
            last,
            ""));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path jar() {
    return folder.resolve("experiments/target/experiments-0.1.0.jar");
  }

  private long builds() {
    try {
      return Files.readString(folder.resolve("builds")).lines().count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
