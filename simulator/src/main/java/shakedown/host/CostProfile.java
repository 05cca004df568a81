package shakedown.host;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.util.stream.Collectors;
import shakedown.crypto.Operation;
import shakedown.wire.Role;

/**
 * The price list of a machine and its TLS stack. Operations alone fall short of real handshakes by
 * three to five times, hence the price of a message at a side.
 *
 * @param name as an experiment calls it
 * @param source where the figures come from: CPU, library, version, command
 * @param operations by the name of the operation
 * @param messages nanoseconds for reading or writing a message at a side; {@link #ANY_MESSAGE} for
 *     those not listed, which else are free
 */
public record CostProfile(
    String name,
    String source,
    ImmutableMap<String, Cost> operations,
    ImmutableTable<Role, String, Long> messages) {

  /** The row for messages that have none of their own. */
  public static final String ANY_MESSAGE = "*";

  /** Computing takes no time. */
  public static final CostProfile ZERO =
      new CostProfile("zero", "none", ImmutableMap.of(), ImmutableTable.of());

  /**
   * Nanoseconds of one core.
   *
   * @throws IllegalArgumentException if this profile has prices but none for the operation
   */
  public long nanos(Operation operation) {
    Cost cost = operations.get(operation.name());
    if (cost != null) {
      return cost.nanos(operation.octets());
    }
    if (isZero()) {
      return 0;
    }
    throw new IllegalArgumentException(
        "no cost of operation "
            + operation.name()
            + " in profile "
            + name
            + ", which has "
            + ofTheSameKind(operation.name())
            + "; expected it under operations");
  }

  /** Not the whole list, which is long: what comes nearest is of the same kind. */
  private String ofTheSameKind(String operation) {
    String kind = operation.substring(0, operation.indexOf('/') + 1);
    String near =
        operations.keySet().stream()
            .filter(each -> !kind.isEmpty() && each.startsWith(kind))
            .collect(Collectors.joining(", "));
    return near.isEmpty() ? "none of its kind" : near;
  }

  /** Nanoseconds of one core for reading or writing a message at a side, its operations apart. */
  public long nanos(Role side, String message) {
    Long own = messages.get(side, message);
    Long any = messages.get(side, ANY_MESSAGE);
    return own != null ? own : any != null ? any : 0;
  }

  private boolean isZero() {
    return operations.isEmpty() && messages.isEmpty();
  }
}
