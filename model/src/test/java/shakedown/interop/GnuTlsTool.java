package shakedown.interop;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Role;

/** {@code gnutls-cli} and {@code gnutls-serv}. */
final class GnuTlsTool implements Tool {
  private final @Nullable String version;

  GnuTlsTool() {
    String line = Child.firstLine("gnutls-cli", "--version");
    this.version = line == null ? null : Splitter.on(' ').splitToList(line).get(1);
  }

  @Override
  public String name() {
    return "gnutls";
  }

  @Override
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** It is an echo. */
  @Override
  public Optional<Answer> answer(int number) {
    String words = "from us " + number + "\n";
    return Optional.of(new Answer(words, words));
  }

  @Override
  public Optional<String> typed(Deed deed) {
    return switch (deed) {
      case CLIENT_UPDATES_KEYS -> Optional.of("^rekey^\n");
      case CLIENT_RENEGOTIATES -> Optional.of("^renegotiate^\n");
      case SERVER_UPDATES_KEYS, SERVER_RENEGOTIATES, SERVER_AUTHENTICATES -> Optional.empty();
    };
  }

  @Override
  public Optional<String> told(Deed deed) {
    return switch (deed) {
      case SERVER_RENEGOTIATES -> Optional.of("**REHANDSHAKE**\n");
      case SERVER_AUTHENTICATES -> Optional.of("**REAUTH**\n");
      case CLIENT_UPDATES_KEYS, CLIENT_RENEGOTIATES, SERVER_UPDATES_KEYS -> Optional.empty();
    };
  }

  @Override
  public boolean closes() {
    return true;
  }

  /** One process resumes its own session as soon as it has it. */
  @Override
  public boolean talksBeforeResuming() {
    return false;
  }

  @Override
  public Serving server(Feature feature) {
    int port = freePort();
    var command =
        ImmutableList.<String>builder()
            .add("gnutls-serv", "--echo", "--crlf", "--port", Integer.toString(port))
            .add("--priority", GnuTlsPriority.of(feature, Role.SERVER));
    if (!feature.wants(Wish.NO_CERTIFICATE)) {
      identity(command, feature.chain());
    }
    serving(command, feature);
    var child = new Child(command.build());
    return new Serving(child, isListening(child) ? port : 0);
  }

  private static boolean isListening(Child child) {
    try {
      child.await("listening on IPv6");
      return true;
    } catch (AssertionError _) {
      return false;
    }
  }

  private static void serving(ImmutableList.Builder<String> command, Feature feature) {
    if (feature.wants(Wish.CLIENT_CERTIFICATE)) {
      command.add("--require-client-cert");
    }
    if (feature.asksClients()) {
      command.add("--x509cafile", Us.CLIENT.rootFile().toString());
    }
    if (feature.showsClients()) {
      command.add("--verify-client-cert");
    }
    if (!feature.asksClients()) {
      command.add("--disable-client-cert");
    }
    if (feature.wants(Wish.STAPLE)) {
      command.add("--ocsp-response", feature.chain().stapleFile().toString());
    }
    if (feature.wants(Wish.SERVER_NAME)) {
      command.add("--sni-hostname", feature.policy().host(), "--sni-hostname-fatal");
    }
    if (feature.wants(Wish.OTHER_ALPN)) {
      command.add("--alpn-fatal");
    }
    if (feature.wants(Wish.PRE_SHARED_KEY)) {
      command.add("--pskpasswd", PskFile.file().toString());
    }
    if (feature.wants(Wish.OWN_FIELD)) {
      command.add("--dhparams", OwnField.file().toString());
    }
    if (feature.wants(Wish.NO_TICKET)) {
      command.add("--noticket");
    }
    if (feature.wants(Wish.EARLY_DATA)) {
      command.add("--earlydata", "--maxearlydata", "16384");
    }
    both(command, feature);
  }

  @Override
  public Child client(Feature feature, int port, int number, Path folder, @Nullable Child before) {
    if (before != null) {
      return before;
    }
    var command =
        ImmutableList.<String>builder()
            .add("gnutls-cli", "--port", Integer.toString(port))
            .add("--sni-hostname", feature.policy().host())
            .add("--verify-hostname", feature.policy().host())
            .add("--x509cafile", feature.chain().rootFile().toString())
            .add("--priority", GnuTlsPriority.of(feature, Role.CLIENT));
    calling(command, feature, folder);
    return new Child(command.add("127.0.0.1").build());
  }

  private static void calling(ImmutableList.Builder<String> command, Feature feature, Path folder) {
    if (feature.showsClients()) {
      identity(command, Us.CLIENT);
    }
    if (feature.course().deed() == Deed.SERVER_AUTHENTICATES) {
      command.add("--post-handshake-auth");
    } else if (feature.course().deed() != null) {
      command.add("--inline-commands");
    }
    if (feature.wants(Wish.PRE_SHARED_KEY)) {
      command.add("--pskusername", Us.PSK_IDENTITY, "--pskkey", Us.PSK);
    }
    if (feature.wants(Wish.RESUMPTION)) {
      command.add("--resume");
      if (feature.isFor13()) {
        command.add("--waitresumption");
      }
    }
    if (feature.wants(Wish.NO_TICKET)) {
      command.add("--noticket");
    }
    if (feature.wants(Wish.EARLY_DATA)) {
      command.add("--earlydata", OpenSslTool.file(folder, Us.EARLY).toString());
    }
    if (feature.wants(Wish.FALSE_START)) {
      command.add("--false-start");
    }
    if (feature.clientGroups().size() > 1) {
      command.add("--single-key-share");
    }
    both(command, feature);
  }

  private static void identity(ImmutableList.Builder<String> command, ChainFiles chain) {
    command.add("--x509certfile", chain.chainFile().toString());
    command.add("--x509keyfile", chain.keyFile().toString());
  }

  private static void both(ImmutableList.Builder<String> command, Feature feature) {
    if (feature.wants(Wish.EXPORTER)) {
      command.add("--keymatexport", Us.EXPORT.label());
      command.add("--keymatexportsize", Integer.toString(Us.EXPORT.length()));
    }
    if (feature.wants(Wish.ALPN)) {
      Us.PROTOCOLS.forEach(each -> command.add("--alpn", each));
    }
    if (feature.wants(Wish.OTHER_ALPN)) {
      command.add("--alpn", Us.OTHER_PROTOCOL);
    }
    if (feature.wants(Wish.SMALL_RECORDS)) {
      command.add("--recordsize", Integer.toString(SizeFeatures.OCTETS));
    }
    String methods =
        feature.course().wishes().stream()
            .flatMap(
                wish ->
                    switch (wish) {
                      case COMPRESSED_BY_ZLIB -> Stream.of("zlib");
                      case COMPRESSED_BY_BROTLI -> Stream.of("brotli");
                      case COMPRESSED_BY_ZSTD -> Stream.of("zstd");
                      default -> Stream.of();
                    })
            .collect(joining(","));
    if (!methods.isEmpty()) {
      command.add("--compress-cert", methods);
    }
  }

  static int freePort() {
    try (var probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
