package shakedown.yaml;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/** What came of reading: a value, or all that is wrong with the text. */
public sealed interface Reading<T> {

  /** The text means this. */
  record Read<T>(T value) implements Reading<T> {}

  /** The text has these faults, at least one. */
  record Refused<T>(ImmutableList<Complaint> complaints) implements Reading<T> {}

  static <T> Reading<T> of(T value) {
    return new Read<>(value);
  }

  static <T> Reading<T> refused(Complaint complaint) {
    return new Refused<>(ImmutableList.of(complaint));
  }

  /** Goes on with the value; faults pass through. */
  default <U> Reading<U> then(Function<? super T, Reading<U>> next) {
    return switch (this) {
      case Read<T>(T value) -> next.apply(value);
      case Refused<T>(ImmutableList<Complaint> complaints) -> new Refused<>(complaints);
    };
  }

  /** The value, if there is one. */
  default Optional<T> toOptional() {
    return switch (this) {
      case Read<T>(T value) -> Optional.of(value);
      case Refused<T> refused -> Optional.empty();
    };
  }

  /** The faults; none if it was read. */
  default ImmutableList<Complaint> faults() {
    return switch (this) {
      case Read<T> read -> ImmutableList.of();
      case Refused<T>(ImmutableList<Complaint> complaints) -> complaints;
    };
  }
}
