package shakedown.conformance;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records taken apart, and put together again. */
final class Records {
  private Records() {}

  static <T> T make(Class<T> type, @Nullable Object... components) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(components);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(type.getName(), impossible);
    }
  }

  static @Nullable Object component(Object of, RecordComponent component) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(component.toString(), impossible);
    }
  }

  /** The same record, but for one component. */
  static Object with(Object of, RecordComponent changed, @Nullable Object value) {
    return make(
        of.getClass(),
        Stream.of(of.getClass().getRecordComponents())
            .map(each -> each.getName().equals(changed.getName()) ? value : component(of, each))
            .toArray());
  }
}
