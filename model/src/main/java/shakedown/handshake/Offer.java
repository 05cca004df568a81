package shakedown.handshake;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.rules.Rule.CLIENT_COMPRESSION_ONLY_NULL;
import static shakedown.rules.Rule.CLIENT_LEGACY_VERSION_FIXED;
import static shakedown.rules.Rule.EXTENSIONS_UNIQUE;
import static shakedown.rules.Rule.GROUPS_UNIQUE;
import static shakedown.rules.Rule.POINT_FORMAT_UNCOMPRESSED;
import static shakedown.rules.Rule.SERVER_NAME_KNOWN;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import shakedown.wire.Extension.EcPointFormats;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;

/** What a ClientHello offers, whichever version a server takes of it. */
public final class Offer {
  private static final ImmutableList<Integer> NULL = ImmutableList.of(0);

  private Offer() {}

  /** The extension if there; else all up to the one that is told, 1.2 at most (RFC 8446 4.2.1). */
  public static ImmutableList<Version> versions(ClientHello hello) {
    return hello
        .extensions()
        .find(SupportedVersions.class)
        .map(SupportedVersions::versions)
        .orElseGet(() -> upTo(hello.legacyVersion()));
  }

  private static ImmutableList<Version> upTo(Version best) {
    return Stream.of(Version.TLS12, Version.TLS11, Version.TLS10, Version.SSL3)
        .filter(version -> version.code() <= best.code())
        .collect(toImmutableList());
  }

  /** Holds a hello against what each must be, for a server that takes this version of it. */
  public static Judgement judged(ClientHello hello, Version version, Context context) {
    return context
        .require(EXTENSIONS_UNIQUE, hello.extensions()::areUnique)
        .require(CLIENT_COMPRESSION_ONLY_NULL, () -> offersNull(hello, version))
        .require(SERVER_NAME_KNOWN, () -> ServerNames.isServed(hello, context))
        .require(CLIENT_LEGACY_VERSION_FIXED, () -> isDisguised(hello, version))
        .require(GROUPS_UNIQUE, () -> groupsAreUnique(hello))
        .require(POINT_FORMAT_UNCOMPRESSED, () -> takesWholePoints(hello));
  }

  /** In 1.3 the null method alone, in 1.2 among others (RFC 5246 7.4.1.2). */
  private static boolean offersNull(ClientHello hello, Version version) {
    return version.equals(Version.TLS13)
        ? hello.compressions().equals(NULL)
        : hello.compressions().containsAll(NULL);
  }

  /** For middleboxes, TLS 1.3 always says that it is 1.2. */
  private static boolean isDisguised(ClientHello hello, Version version) {
    return !version.equals(Version.TLS13) || hello.legacyVersion().equals(Version.TLS12);
  }

  private static boolean groupsAreUnique(ClientHello hello) {
    return hello.groups().stream().distinct().count() == hello.groups().size();
  }

  private static boolean takesWholePoints(ClientHello hello) {
    return hello.groups().stream().noneMatch(NamedGroup::isCurve)
        || hello.extensions().find(EcPointFormats.class).stream()
            .allMatch(told -> told.formats().contains(EcPointFormats.UNCOMPRESSED));
  }
}
