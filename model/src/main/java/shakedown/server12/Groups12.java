package shakedown.server12;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.handshake.Context;
import shakedown.handshake.OwnParameters;
import shakedown.pki.Identity;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Group;
import shakedown.wire.KeyExchange;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.NamedGroup;

/** The group that a server of TLS 1.2 takes for a key agreement, by its own order. */
final class Groups12 {
  private Groups12() {}

  /** Whether the client names any finite field, and so wants no other (RFC 7919 4). */
  static boolean names(ClientHello hello) {
    return hello.groups().stream().anyMatch(NamedGroup::isFiniteField);
  }

  static Optional<Group> of(
      KeyExchange exchange, @Nullable Identity identity, ClientHello hello, Context context) {
    OwnParameters own = context.credentials().own();
    return switch (exchange.sharing()) {
      case CURVE -> curve(hello, context);
      case FINITE_FIELD ->
          exchange == KeyExchange.DHE_RSA_EXPORT
              ? Optional.ofNullable(own.exportField())
              : field(hello, context);
      case FIXED -> Optional.ofNullable(identity).flatMap(each -> each.keyType().curve());
      case ENCRYPTED, NONE, NEGOTIATED -> Optional.empty();
    };
  }

  /** A client that names no groups leaves the choice to the server (RFC 8422 4). */
  private static Optional<Group> curve(ClientHello hello, Context context) {
    boolean any = !hello.extensions().has(SupportedGroups.class);
    return context.policy().groups().stream()
        .filter(group -> any || hello.groups().contains(group))
        .flatMap(group -> curve(group, context.credentials().own()))
        .findFirst();
  }

  private static Stream<Group> curve(NamedGroup group, OwnParameters own) {
    if (group.equals(NamedGroup.ARBITRARY_EXPLICIT_PRIME_CURVES)) {
      return Stream.ofNullable(own.curve());
    }
    return Stream.of(group).filter(NamedGroup::isCurve).map(Group.class::cast);
  }

  /** A client that names no finite field takes what the server has of its own (RFC 7919 4). */
  private static Optional<Group> field(ClientHello hello, Context context) {
    Stream<Group> named =
        context.policy().groups().stream()
            .filter(NamedGroup::isFiniteField)
            .filter(group -> !names(hello) || hello.groups().contains(group))
            .map(Group.class::cast);
    return names(hello)
        ? named.findFirst()
        : Stream.concat(Stream.ofNullable(context.credentials().own().field()), named).findFirst();
  }
}
