package shakedown.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.io.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shakedown.config.Experiment;
import shakedown.config.ExperimentReader;
import shakedown.config.ProfileReader;
import shakedown.host.CostProfile;
import shakedown.host.Host;
import shakedown.measure.NonNegativeLeastSquares;
import shakedown.measure.Outcome;
import shakedown.measure.Replay;
import shakedown.net.Network;
import shakedown.net.TcpOptions;
import shakedown.tape.Act;
import shakedown.tape.Tape;
import shakedown.wire.Role;

/**
 * Medians measured with Linux 6.18 and OpenSSL 3.0 between two network namespaces, without loss, at
 * RTT 10 and 100 ms. What computing costs a message and side, beside its operations, is fitted at
 * RTT 10 alone; at RTT 100 everything must then be where the kernel had it.
 */
final class RealKernelTest {
  private static final double MILLI = 1e6;
  private static final long STEP_NANOS = 100_000;

  record Row(String scenario, String chain, long rttMillis, double handshake, double firstByte) {
    static Row of(String line) {
      List<String> cells = Splitter.on(',').splitToList(line);
      return new Row(
          cells.get(0),
          cells.get(1),
          Long.parseLong(cells.get(2)),
          Double.parseDouble(cells.get(3)),
          Double.parseDouble(cells.get(4)));
    }

    String variant() {
      return scenario.replace("_tfo", "") + "_" + chain;
    }

    boolean isFastOpen() {
      return scenario.endsWith("_tfo");
    }
  }

  private record Price(Role side, String message) {}

  private static final ConcurrentHashMap<String, Tape> TAPES = new ConcurrentHashMap<>();
  private static Experiment experiment;
  private static CostProfile operations;
  private static CostProfile fitted;

  private static ImmutableList<Row> rows(long rttMillis) throws Exception {
    var file = Resources.getResource(RealKernelTest.class, "linux-openssl.csv");
    return Resources.readLines(file, UTF_8).stream()
        .skip(1)
        .map(Row::of)
        .filter(row -> row.rttMillis() == rttMillis)
        .collect(ImmutableList.toImmutableList());
  }

  static Stream<Row> at_100_ms() throws Exception {
    return rows(100).stream();
  }

  @BeforeAll
  static void fit_at_10_ms() throws Exception {
    experiment =
        ExperimentReader.read(
                Path.of("src/test/resources/shakedown/run/linux-openssl.yaml"), ImmutableList.of())
            .toOptional()
            .orElseThrow();
    operations =
        ProfileReader.read(Path.of("configs/profiles/xeon-openssl-3.0.yaml"))
            .toOptional()
            .map(profile -> priced(profile.operations(), ImmutableTable.of()))
            .orElseThrow();
    fitted = fit(rows(10));
  }

  private static CostProfile priced(
      ImmutableMap<String, shakedown.host.Cost> costs, ImmutableTable<Role, String, Long> prices) {
    return new CostProfile("fitted", "RTT 10 ms", costs, prices);
  }

  private static CostProfile fit(ImmutableList<Row> rows) {
    ImmutableList<Price> prices = prices(rows);
    RealMatrix slopes = MatrixUtils.createRealMatrix(2 * rows.size(), prices.size());
    RealVector unpaid = new ArrayRealVector(2 * rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Outcome free = replayed(row, operations);
      unpaid.setEntry(2 * i, row.handshake() * MILLI - free.handshakeNanos());
      unpaid.setEntry(2 * i + 1, row.firstByte() * MILLI - free.timeToFirstByteNanos());
      for (int j = 0; j < prices.size(); j++) {
        Price price = prices.get(j);
        Outcome dearer =
            replayed(
                row,
                priced(
                    operations.operations(),
                    ImmutableTable.of(price.side(), price.message(), STEP_NANOS)));
        slopes.setEntry(2 * i, j, slope(dearer.handshakeNanos(), free.handshakeNanos()));
        slopes.setEntry(
            2 * i + 1, j, slope(dearer.timeToFirstByteNanos(), free.timeToFirstByteNanos()));
      }
    }
    RealVector nanos = NonNegativeLeastSquares.solve(slopes, unpaid);
    var table = ImmutableTable.<Role, String, Long>builder();
    for (int j = 0; j < prices.size(); j++) {
      table.put(prices.get(j).side(), prices.get(j).message(), Math.round(nanos.getEntry(j)));
    }
    return priced(operations.operations(), table.build());
  }

  private static double slope(long dearer, long free) {
    return (double) (dearer - free) / STEP_NANOS;
  }

  private static ImmutableList<Price> prices(ImmutableList<Row> rows) {
    return rows.stream()
        .flatMap(row -> tape(row).moves().stream())
        .flatMap(
            move ->
                move.acts().stream()
                    .filter(Act.Handle.class::isInstance)
                    .map(act -> new Price(move.side(), ((Act.Handle) act).message())))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static Tape tape(Row row) {
    return TAPES.computeIfAbsent(
        row.variant(),
        name ->
            new MachineTapes(1)
                .of(requireNonNull(experiment.variants().get(name)), experiment.base().workload()));
  }

  private static Outcome replayed(Row row, CostProfile costs) {
    TcpOptions linux = TcpOptions.LINUX;
    Network network =
        Network.ideal(row.rttMillis() * 1_000_000)
            .with(
                new TcpOptions(
                    linux.initialWindow(), linux.nodelay(), row.isFastOpen(), linux.synTimeouts()));
    Host host = Host.of(costs);
    return new Replay(new Replay.Setting(tape(row), network, host, host, Replay.Setting.PATIENT))
        .run(1, 0);
  }

  @ParameterizedTest
  @MethodSource("at_100_ms")
  void the_handshake_ends_within_2_ms_of_the_kernels(Row row) {
    assertThat(replayed(row, fitted).handshakeNanos() / MILLI)
        .isCloseTo(row.handshake(), within(2.0));
  }

  @ParameterizedTest
  @MethodSource("at_100_ms")
  void the_first_byte_comes_within_2_ms_of_the_kernels(Row row) {
    assertThat(replayed(row, fitted).timeToFirstByteNanos() / MILLI)
        .isCloseTo(row.firstByte(), within(2.0));
  }
}
