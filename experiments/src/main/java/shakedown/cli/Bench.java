package shakedown.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shakedown.bench.Contest;
import shakedown.bench.JsseHandshakes;
import shakedown.bench.OurHandshakes;
import shakedown.pki.CertificateFileError;
import shakedown.pki.CertificateFiles;
import shakedown.pki.Identity;
import shakedown.wire.Value;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench}: how fast this is beside other programs, measured in one run. */
@Command(
    name = "bench",
    description = {
      "Runs the same work here and in another program, by turns, and prints both rates and their"
          + " ratio.",
      "handshake: full handshakes of TLS 1.3 in memory, client and server together on one thread;",
      "TLS_AES_128_GCM_SHA256, x25519, a chain of two ECDSA certificates, no tickets."
    },
    footer = {
      "",
      "Examples:",
      "  ./shakedown bench --against jsse --only handshake",
      "  ./shakedown bench --json"
    })
final class Bench implements Callable<Integer> {
  private static final String HOST = "server.example.com";

  /** What to run against. */
  enum Opponent {
    jsse
  }

  /** What to run. */
  enum Discipline {
    handshake
  }

  private final Terminal terminal;

  @Option(
      names = "--against",
      paramLabel = "PROGRAM",
      defaultValue = "jsse",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Opponent opponent = Opponent.jsse;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      defaultValue = "handshake",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Discipline discipline = Discipline.handshake;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "How many rounds count (default ${DEFAULT-VALUE}); the median is told.")
  private int rounds = 15;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "200",
      description = "How often each runs in a round (default ${DEFAULT-VALUE}).")
  private int runs = 200;

  @Mixin private Common common = new Common();

  Bench(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (rounds < 1 || runs < 1) {
      return Faults.show(terminal, "--rounds and --runs are at least 1");
    }
    try {
      return show(handshakes());
    } catch (CertificateFileError | GeneralSecurityException | IOException e) {
      return Faults.show(terminal, String.valueOf(e.getMessage()));
    }
  }

  private Contest handshakes() throws CertificateFileError, GeneralSecurityException, IOException {
    Path chains =
        Path.of(System.getProperty("shakedown.home", "")).resolve("experiments/configs/chains");
    Path key = chains.resolve("ecdsa-p256-2.key");
    Identity identity = CertificateFiles.identity(chains.resolve("ecdsa-p256-2.pem"), key);
    ImmutableList<Value> roots =
        CertificateFiles.certificates(chains.resolve("ecdsa-p256-2-root.pem"));
    return Contest.of(
        new OurHandshakes(HOST, identity, roots.getFirst()),
        new JsseHandshakes(HOST, identity.chain(), pkcs8(key), roots.getFirst()),
        rounds,
        rounds,
        runs);
  }

  /** The octets of a file in PEM that holds nothing else. */
  private static byte[] pkcs8(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    Files.readAllLines(file, US_ASCII).stream()
        .filter(line -> !line.startsWith("-"))
        .forEach(text::append);
    return Base64.getDecoder().decode(text.toString());
  }

  private int show(Contest contest) {
    if (common.json()) {
      terminal
          .out()
          .println(
              JsonMapper.shared()
                  .writeValueAsString(
                      ImmutableMap.of(
                          "name", discipline.name(),
                          "against", opponent.name(),
                          "rounds", contest.rounds(),
                          "runsPerRound", runs,
                          "oursPerSecond", contest.ours(),
                          "theirsPerSecond", contest.theirs(),
                          "ratio", contest.ratio())));
    } else {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%s against %s, median of %d rounds of %d:%n"
                  + "  shakedown %,9.0f a second%n  %-9s %,9.0f a second%n  ratio     %9.2f%n",
              discipline,
              opponent,
              contest.rounds(),
              runs,
              contest.ours(),
              opponent,
              contest.theirs(),
              contest.ratio());
    }
    return contest.ratio() >= 1 ? Exit.AS_EXPECTED : Exit.NOT_AS_EXPECTED;
  }
}
