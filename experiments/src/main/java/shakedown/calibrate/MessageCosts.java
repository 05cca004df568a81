package shakedown.calibrate;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import shakedown.host.CostProfile;
import shakedown.measure.NonNegativeLeastSquares;
import shakedown.tape.Act;
import shakedown.tape.Move;
import shakedown.tape.Tape;
import shakedown.wire.Role;

/**
 * What each message costs at each side, so that whole handshakes cost what was measured once their
 * operations are paid for. The fit has the least squares of relative errors; where handshakes do
 * not tell messages apart, a slight pull towards nothing lets them share what they cost together.
 */
final class MessageCosts {
  private static final String DATA = "ApplicationData";

  /** Messages that were not measured, and those that are handled alike. */
  private static final ImmutableMap<String, String> ALIKE =
      ImmutableMap.of(
          "CompressedCertificate", "Certificate", "EncryptedPremasterSecret", "ClientKeyExchange");

  /** How hard a cost is pulled towards nothing, as a share of how hard a handshake pulls. */
  private static final double PULL = 0.1;

  private final ImmutableList<MeasuredHandshake> measured;
  private final CostProfile operations;

  MessageCosts(ImmutableList<MeasuredHandshake> measured, CostProfile operations) {
    this.measured = measured;
    this.operations = operations;
  }

  /** Nanoseconds by side and message. */
  ImmutableTable<Role, String, Long> fit() {
    var costs = ImmutableTable.<Role, String, Long>builder();
    for (Role side : Role.values()) {
      ImmutableList<String> messages = messages(side);
      RealVector nanos = fit(side, messages);
      for (int i = 0; i < messages.size(); i++) {
        costs.put(side, messages.get(i), Math.round(nanos.getEntry(i)));
      }
      ALIKE.forEach(
          (unmeasured, like) -> {
            int known = messages.indexOf(like);
            if (known >= 0 && !messages.contains(unmeasured)) {
              costs.put(side, unmeasured, Math.round(nanos.getEntry(known)));
            }
          });
    }
    return costs.build();
  }

  private RealVector fit(Role side, ImmutableList<String> messages) {
    int rows = measured.size() + messages.size();
    RealMatrix counts = MatrixUtils.createRealMatrix(rows, messages.size());
    RealVector unpaid = new ArrayRealVector(rows);
    double pull = 0;
    for (int row = 0; row < measured.size(); row++) {
      MeasuredHandshake handshake = measured.get(row);
      double weight = 1 / handshake.nanos(side);
      pull += PULL * weight / measured.size();
      for (Act act : acts(handshake.tape(), side)) {
        if (act instanceof Act.Handle(String message)) {
          counts.addToEntry(row, messages.indexOf(message), weight);
        }
      }
      double rest = handshake.nanos(side) - operationNanos(handshake.tape(), side);
      unpaid.setEntry(row, weight * Double.max(0, rest));
    }
    for (int i = 0; i < messages.size(); i++) {
      counts.setEntry(measured.size() + i, i, pull);
    }
    return NonNegativeLeastSquares.solve(counts, unpaid);
  }

  private long operationNanos(Tape tape, Role side) {
    long sum = 0;
    for (Act act : acts(tape, side)) {
      if (act instanceof Act.Compute(var operation)) {
        sum += operations.nanos(operation);
      }
    }
    return sum;
  }

  private ImmutableList<String> messages(Role side) {
    return measured.stream()
        .flatMap(handshake -> acts(handshake.tape(), side).stream())
        .filter(Act.Handle.class::isInstance)
        .map(act -> ((Act.Handle) act).message())
        .distinct()
        .sorted()
        .collect(toImmutableList());
  }

  /** Of the handshake alone: request and response were not measured. */
  private static ImmutableList<Act> acts(Tape tape, Role side) {
    return tape.moves().stream()
        .filter(move -> move.side() == side && !isData(move))
        .flatMap(move -> move.acts().stream())
        .collect(toImmutableList());
  }

  private static boolean isData(Move move) {
    return move.acts().contains(new Act.Handle(DATA));
  }
}
