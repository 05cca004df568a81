package shakedown.policy.nginx;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Place;
import shakedown.yaml.Reading;
import shakedown.yaml.TextFile;

/**
 * Reads what a configuration of nginx says of TLS: a whole {@code nginx.conf}, a file of its {@code
 * conf.d}, or the lines of TLS alone.
 */
public final class NginxReader {

  /** Blocks that may have servers inside. */
  private static final ImmutableSet<String> OUTER = ImmutableSet.of("http", "stream", "mail");

  private final Complaints complaints = new Complaints();
  private final List<Complaint> notes = new ArrayList<>();
  private final ImmutableList.Builder<NginxServer> servers = ImmutableList.builder();

  private NginxReader() {}

  /** Reads a file. */
  public static Reading<NginxConfig> read(Path path) {
    return TextFile.read(path).then(NginxReader::read);
  }

  /** Reads the octets of a file, which must be UTF-8. */
  public static Reading<NginxConfig> read(String file, byte[] octets) {
    return TextFile.read(file, octets).then(NginxReader::read);
  }

  private static Reading<NginxConfig> read(TextFile file) {
    return Syntax.read(file).then(top -> new NginxReader().config(Place.start(file.source()), top));
  }

  private Reading<NginxConfig> config(Place start, ImmutableList<Directive> top) {
    boolean found = level(new Level(top, null));
    if (!found) {
      servers.add(ServerReader.read(start, new Level(top, null), complaints));
    }
    return complaints.unlessAny(
        () -> new NginxConfig(servers.build(), ImmutableList.copyOf(notes)));
  }

  /** Whether there was any server, with TLS or without. */
  private boolean level(Level level) {
    boolean found = false;
    for (Directive each : level.own()) {
      @Nullable ImmutableList<Directive> inside = each.block().orElse(null);
      if (each.is("include")) {
        notes.add(new Complaint(each.place(), "include is not followed", ""));
      } else if (inside != null && each.is("server")) {
        server(each, new Level(inside, level));
        found = true;
      } else if (inside != null && OUTER.contains(each.name().text())) {
        found |= level(new Level(inside, level));
      }
    }
    return found;
  }

  private void server(Directive server, Level level) {
    level.here("include").stream()
        .map(each -> new Complaint(each.place(), "include is not followed", ""))
        .forEach(notes::add);
    if (speaksTls(level)) {
      servers.add(ServerReader.read(server.place(), level, complaints));
    } else {
      notes.add(new Complaint(server.place(), "this server does not speak TLS", ""));
    }
  }

  private static boolean speaksTls(Level level) {
    return level.here("listen").stream()
            .anyMatch(
                listen ->
                    listen.arguments().stream()
                        .anyMatch(word -> word.text().equals("ssl") || word.text().equals("quic")))
        || (level.here("listen").isEmpty() && !level.here("ssl_certificate").isEmpty());
  }
}
