package shakedown.yaml;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Gathers the faults of one reading, so that a person sees all of them at once. */
public final class Complaints {

  private final List<Complaint> complaints = new ArrayList<>();

  public void add(Complaint complaint) {
    complaints.add(complaint);
  }

  public void addAll(Iterable<Complaint> more) {
    more.forEach(this::add);
  }

  public boolean isEmpty() {
    return complaints.isEmpty();
  }

  /** The value if nothing was complained of, else the faults in the order of the text. */
  public <T> Reading<T> unlessAny(Supplier<T> value) {
    return complaints.isEmpty() ? Reading.of(value.get()) : new Reading.Refused<>(sorted());
  }

  private ImmutableList<Complaint> sorted() {
    return complaints.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Complaint::line).thenComparingInt(Complaint::column))
        .collect(ImmutableList.toImmutableList());
  }
}
