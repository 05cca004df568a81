package shakedown.calibrate;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Pattern;
import shakedown.config.Experiment;
import shakedown.config.Variant;
import shakedown.host.CostProfile;
import shakedown.run.Tapes;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Place;
import shakedown.yaml.Reading;
import shakedown.yaml.Source;

/**
 * The CPU time of whole handshakes, a line each, whose variants an experiment names. They tell what
 * messages cost beside the operations that {@code openssl speed} measures.
 */
public final class HandshakeTimes {
  private static final String HEADER = "variant,client_cpu_us,server_cpu_us";
  private static final Pattern MICROS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final double NANOS = 1000;

  private final Source source;
  private final Experiment experiment;
  private final Tapes tapes;
  private final Complaints complaints = new Complaints();
  private final ImmutableList.Builder<MeasuredHandshake> handshakes = ImmutableList.builder();

  private HandshakeTimes(Source source, Experiment experiment, Tapes tapes) {
    this.source = source;
    this.experiment = experiment;
    this.tapes = tapes;
  }

  /**
   * The profile with a price for each message.
   *
   * @param operations what operations cost
   */
  public static Reading<CostProfile> addTo(
      CostProfile operations, Source source, Experiment experiment, Tapes tapes) {
    return new HandshakeTimes(source, experiment, tapes)
        .read()
        .then(
            measured ->
                Reading.of(
                    new CostProfile(
                        operations.name(),
                        operations.source(),
                        operations.operations(),
                        new MessageCosts(measured, operations).fit())));
  }

  private Reading<ImmutableList<MeasuredHandshake>> read() {
    if (source.lines().isEmpty() || !source.lines().getFirst().equals(HEADER)) {
      complain(1, "this is no table of handshakes", HEADER);
    }
    for (int number = 2; number <= source.lines().size(); number++) {
      read(number, Splitter.on(',').splitToList(source.lines().get(number - 1)));
    }
    return complaints.unlessAny(handshakes::build);
  }

  private void read(int number, List<String> cells) {
    if (cells.size() != 3 || !isTime(cells.get(1)) || !isTime(cells.get(2))) {
      complain(number, "this is no handshake", "a variant and two times in microseconds");
      return;
    }
    Variant variant = experiment.variants().get(cells.getFirst());
    if (variant == null) {
      complain(
          number,
          "there is no variant " + cells.getFirst(),
          "one of " + String.join(", ", experiment.variants().keySet()));
      return;
    }
    handshakes.add(
        new MeasuredHandshake(
            tapes.of(variant, experiment.base().workload()),
            NANOS * Double.parseDouble(cells.get(1)),
            NANOS * Double.parseDouble(cells.get(2))));
  }

  private static boolean isTime(String cell) {
    return MICROS.matcher(cell).matches() && Double.parseDouble(cell) > 0;
  }

  private void complain(int line, String what, String expected) {
    complaints.add(new Complaint(new Place(source, line, 1, 1), what, expected));
  }
}
