package shakedown.interop;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;

/** {@code openssl s_client} and {@code s_server}. */
final class OpenSslTool implements Tool {
  private static final Pattern PORT = Pattern.compile("ACCEPT .*:(\\d+)\\s");

  private final String name;
  private final String program;
  private final @Nullable String version;

  /**
   * @param program its name in PATH, or where it is
   */
  OpenSslTool(String name, String program) {
    this.name = name;
    this.program = program;
    String line = Child.firstLine(program, "version");
    this.version = line == null ? null : Splitter.on(' ').splitToList(line).get(1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  @Override
  public Optional<Answer> answer(int number) {
    return Optional.empty();
  }

  @Override
  public Optional<String> typed(Deed deed) {
    return Optional.of(
        switch (deed) {
          case CLIENT_UPDATES_KEYS, SERVER_UPDATES_KEYS -> "K\n";
          case CLIENT_RENEGOTIATES -> "R\n";
          case SERVER_RENEGOTIATES -> "r\n";
          case SERVER_AUTHENTICATES -> "c\n";
        });
  }

  @Override
  public boolean closes() {
    return true;
  }

  @Override
  public boolean talksBeforeResuming() {
    return true;
  }

  @Override
  public Serving server(Feature feature) {
    var command =
        ImmutableList.<String>builder().add(program, "s_server", "-accept", "127.0.0.1:0");
    if (!feature.wants(Wish.NO_CERTIFICATE)) {
      identity(command, feature.chain());
    }
    if (feature.asksClients()) {
      command.add("-CAfile", Us.CLIENT.rootFile().toString());
    }
    if (feature.wants(Wish.STAPLE)) {
      command.add("-status_file", feature.chain().stapleFile().toString());
    }
    negotiating(command, feature, Role.SERVER);
    feature.course().wishes().forEach(each -> serving(command, each));
    if (feature.course().deed() == Deed.CLIENT_RENEGOTIATES) {
      command.add("-client_renegotiation");
    }
    var child = new Child(command.build());
    return new Serving(child, port(child));
  }

  /** 0 if it did not come so far. */
  private static int port(Child child) {
    try {
      return Integer.parseInt(child.await(PORT).group(1));
    } catch (AssertionError _) {
      return 0;
    }
  }

  @Override
  public Child client(Feature feature, int port, int number, Path folder, @Nullable Child before) {
    var command =
        ImmutableList.<String>builder()
            .add(program, "s_client", "-connect", "127.0.0.1:" + port)
            .add("-servername", feature.policy().host())
            .add("-verify_hostname", feature.policy().host())
            .add("-CAfile", feature.chain().rootFile().toString())
            .add("-verify_return_error");
    if (feature.showsClients()) {
      identity(command, Us.CLIENT);
    }
    if (feature.course().deed() == Deed.SERVER_AUTHENTICATES) {
      command.add("-enable_pha");
    }
    negotiating(command, feature, Role.CLIENT);
    feature.course().wishes().forEach(each -> calling(command, each));
    if (feature.sessions() > 1) {
      command.add(number == 0 ? "-sess_out" : "-sess_in", folder.resolve("session").toString());
    }
    if (number == 1 && feature.wants(Wish.EARLY_DATA)) {
      command.add("-early_data", file(folder, Us.EARLY).toString());
    }
    return new Child(command.build());
  }

  private void negotiating(ImmutableList.Builder<String> command, Feature feature, Role role) {
    String names = feature.groups(role).stream().map(OpenSslTool::group).collect(joining(":"));
    command.add("-groups", names);
    if (role == Role.SERVER && feature.wants(Wish.BETTER_SERVER)) {
      command.add("-cipher", feature.suite().opensslName() + ":@SECLEVEL=0");
    } else if (feature.isFor13()) {
      command.add("-tls1_3", "-ciphersuites", feature.suite().toString());
      command.add("-cipher", "ALL:@SECLEVEL=0");
    } else {
      command.add("-tls1_2", "-cipher", feature.suite().opensslName() + ":@SECLEVEL=0");
    }
    if (!feature.schemes().isEmpty()) {
      command.add(
          "-sigalgs",
          feature.schemes().stream().map(SignatureScheme::toString).collect(joining(":")));
    }
  }

  private static void identity(ImmutableList.Builder<String> command, ChainFiles chain) {
    command
        .add("-cert", chain.chainFile().toString())
        .add("-cert_chain", intermediates(chain).toString())
        .add("-key", chain.keyFile().toString());
  }

  private static void serving(ImmutableList.Builder<String> command, Wish wish) {
    switch (wish) {
      case EARLY_DATA -> command.add("-early_data", "-no_anti_replay");
      case CLIENT_CERTIFICATE -> command.add("-Verify", "3", "-verify_return_error");
      case NO_CLIENT_CERTIFICATE -> command.add("-verify", "3");
      case NO_CERTIFICATE -> command.add("-nocert");
      case COOKIE -> command.add("-stateless");
      case SERVER_NAME -> command.add("-tlsextdebug");
      case OWN_FIELD -> command.add("-dhparam", OwnField.file().toString());
      case COMPRESSED_BY_BROTLI, COMPRESSED_BY_ZLIB, COMPRESSED_BY_ZSTD ->
          command.add("-cert_comp");
      default -> both(command, wish);
    }
  }

  private static void calling(ImmutableList.Builder<String> command, Wish wish) {
    switch (wish) {
      case FALSE_START -> command.add("-false_start");
      case FALLBACK -> command.add("-fallback_scsv");
      case SMALL_RECORDS -> command.add("-maxfraglen", Integer.toString(SizeFeatures.OCTETS));
      case STAPLE -> command.add("-status");
      default -> both(command, wish);
    }
  }

  private static void both(ImmutableList.Builder<String> command, Wish wish) {
    switch (wish) {
      case NO_TICKET -> command.add("-no_ticket");
      case PRE_SHARED_KEY -> command.add("-psk", Us.PSK, "-psk_identity", Us.PSK_IDENTITY);
      case EXPORTER ->
          command
              .add("-keymatexport", Us.EXPORT.label())
              .add("-keymatexportlen", Integer.toString(Us.EXPORT.length()));
      case ALPN -> command.add("-alpn", String.join(",", Us.PROTOCOLS));
      case OTHER_ALPN -> command.add("-alpn", Us.OTHER_PROTOCOL);
      case PSK_KE -> command.add("-allow_no_dhe_kex");
      case PADDING -> command.add("-record_padding", Integer.toString(SizeFeatures.OCTETS));
      case NO_DISGUISE -> command.add("-no_middlebox");
      default -> {}
    }
  }

  private static String group(NamedGroup group) {
    return switch (group.toString()) {
      case "secp256r1" -> "P-256";
      case "secp384r1" -> "P-384";
      case "secp521r1" -> "P-521";
      case "x25519" -> "X25519";
      case "x448" -> "X448";
      default -> group.toString();
    };
  }

  /** The chain without its leaf, which openssl would send twice. */
  private static Path intermediates(ChainFiles chain) {
    String end = "-----END CERTIFICATE-----\n";
    try {
      String text = Files.readString(chain.chainFile());
      Path file = Files.createTempFile("intermediates", ".pem");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text.substring(text.indexOf(end) + end.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path folder, String words) {
    try {
      return Files.writeString(folder.resolve("words"), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
