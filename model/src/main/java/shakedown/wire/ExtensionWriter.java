package shakedown.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import shakedown.wire.Extension.CompressCertificate;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.ExtendedMasterSecret;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxEarlyData;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.PskIdentity;
import shakedown.wire.Extension.PskKeyExchangeModes;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedPsk;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SessionTicket;
import shakedown.wire.Extension.SignatureAlgorithms;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Extension.Unknown;

/** Extensions to octets. */
final class ExtensionWriter {
  private ExtensionWriter() {}

  /** The field of a message, if it is there. */
  static void write(Writer out, Extensions extensions) {
    if (extensions.present()) {
      out.list(2, extensions.list(), ExtensionWriter::write);
    }
  }

  static void write(Writer out, Extension extension) {
    out.number(2, ExtensionType.of(extension)).vector(2, body -> writeBody(body, extension));
  }

  private static void writeBody(Writer out, Extension extension) {
    switch (extension) {
      case ServerName e -> out.vector(2, list -> writeName(list, e.name()));
      case SupportedGroups e ->
          out.list(2, e.groups(), (list, each) -> list.number(2, each.code()));
      case SignatureAlgorithms e ->
          out.list(2, e.schemes(), (list, each) -> list.number(2, each.code()));
      case CompressCertificate e ->
          out.list(1, e.algorithms(), (list, each) -> list.number(2, each.code()));
      case ExtendedMasterSecret _, EarlyData _ -> {}
      case SessionTicket(Value ticket) when ticket != null -> out.raw(ticket);
      case SessionTicket _ -> {}
      case PreSharedKeys e ->
          out.list(2, e.identities(), ExtensionWriter::writeIdentity)
              .list(2, e.binders(), (list, each) -> list.vector(1, each));
      case SelectedPsk e -> out.number(2, e.index());
      case MaxEarlyData e -> out.number(4, e.octets());
      case SupportedVersions e ->
          out.list(1, e.versions(), (list, each) -> list.number(2, each.code()));
      case SelectedVersion e -> out.number(2, e.version().code());
      case Cookie e -> out.vector(2, e.cookie());
      case PskKeyExchangeModes e ->
          out.list(1, e.modes(), (list, each) -> list.number(1, each.code()));
      case KeyShares e -> out.list(2, e.shares(), ExtensionWriter::writeShare);
      case KeyShare e -> writeShare(out, e);
      case SelectedGroup e -> out.number(2, e.group().code());
      case RenegotiationInfo e -> out.vector(1, e.verifyData());
      case Padding e -> out.raw(e.zeros());
      case Unknown e -> out.raw(e.content());
    }
  }

  private static void writeName(Writer out, String name) {
    out.number(1, ExtensionReader.HOST_NAME)
        .vector(2, inner -> inner.raw(name.getBytes(ISO_8859_1)));
  }

  private static void writeIdentity(Writer out, PskIdentity identity) {
    out.vector(2, identity.ticket()).raw(identity.obfuscatedAge());
  }

  private static void writeShare(Writer out, KeyShare share) {
    out.number(2, share.group().code()).vector(2, share.exchange());
  }
}
