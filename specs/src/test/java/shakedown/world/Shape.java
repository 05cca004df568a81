package shakedown.world;

import com.google.common.collect.ImmutableCollection;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Value;

/** A record in print, with a blank for each value: what two algebras must have in common. */
final class Shape {
  private Shape() {}

  static String of(@Nullable Object thing) {
    return switch (thing) {
      case null -> "-";
      case Value _ -> "_";
      case Record record -> record.getClass().getSimpleName() + parts(record);
      case ImmutableCollection<?> list ->
          list.stream().map(Shape::of).collect(Collectors.joining(", ", "[", "]"));
      default -> thing.toString();
    };
  }

  private static String parts(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    return components.length == 0
        ? ""
        : Arrays.stream(components)
            .map(component -> of(read(record, component)))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
