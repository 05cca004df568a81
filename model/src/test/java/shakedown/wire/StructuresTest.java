package shakedown.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every structure is built by reflection, so that a new component cannot be forgotten in map. */
class StructuresTest {
  /** A value with a number, so that its order is seen. */
  private record Numbered(int number) implements Value {}

  static Stream<Class<?>> structures() {
    return Stream.of(
            Message.class,
            Extension.class,
            Content.class,
            Parameters.class,
            ClientKey.class,
            Group.class)
        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void map_visits_every_value_once_and_in_order(Class<?> type) throws Exception {
    List<Value> made = new ArrayList<>();
    Structure structure = (Structure) make(type, made);
    List<Value> visited = new ArrayList<>();

    Structure mapped =
        structure.map(
            (_, value) -> {
              visited.add(value);
              return value;
            });

    assertThat(visited).isEqualTo(withoutBinders(made, structure));
    assertThat(mapped).isEqualTo(blanked(structure));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void map_puts_what_it_is_given_in_place_of_every_value(Class<?> type) throws Exception {
    Structure structure = (Structure) make(type, new ArrayList<>());

    Structure form = structure.map((kind, _) -> new Blank(kind));

    assertThat(form.toString()).doesNotContain("Numbered");
    assertThat(form).isEqualTo(form.map((kind, _) -> new Blank(kind)));
  }

  /** Binders are no part of a truncated hello: the only values that map does not show. */
  private static List<Value> withoutBinders(List<Value> made, Structure structure) {
    return structure instanceof Content.Truncated(Message.ClientHello hello)
        ? valuesOf(
            hello.without(Extension.PreSharedKeys.class),
            hello.extensions().find(Extension.PreSharedKeys.class).orElseThrow().identities())
        : made;
  }

  private static List<Value> valuesOf(
      Message.ClientHello hello, ImmutableList<Extension.PskIdentity> identities) {
    List<Value> values = new ArrayList<>();
    hello.map(
        (_, value) -> {
          values.add(value);
          return value;
        });
    identities.forEach(each -> values.addAll(List.of(each.ticket(), each.obfuscatedAge())));
    return values;
  }

  private static Structure blanked(Structure structure) {
    return structure instanceof Content.Truncated ? structure.map((_, value) -> value) : structure;
  }

  private static Object make(Type type, List<Value> made) throws Exception {
    if (type instanceof ParameterizedType list) {
      return listOf(list.getActualTypeArguments()[0], made);
    }
    if (type == Value.class) {
      made.add(new Numbered(made.size()));
      return made.getLast();
    }
    if (type == int.class || type == Integer.class) {
      return 3;
    }
    if (type == long.class) {
      return 3L;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == String.class) {
      return "a.example";
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    if (raw.isSealed()) {
      return make(raw.getPermittedSubclasses()[raw.getPermittedSubclasses().length - 1], made);
    }
    if (raw == Structure.class) {
      return make(Message.ServerHello.class, made);
    }
    List<Class<?>> parameters = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    for (RecordComponent component : raw.getRecordComponents()) {
      parameters.add(component.getType());
      arguments.add(make(component.getGenericType(), made));
    }
    var constructor = raw.getDeclaredConstructor(parameters.toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    return constructor.newInstance(arguments.toArray());
  }

  private static ImmutableList<Object> listOf(Type item, List<Value> made) throws Exception {
    if (item != Extension.class) {
      return ImmutableList.of(make(item, made), make(item, made));
    }
    var every = ImmutableList.builder();
    for (Class<?> extension : Extension.class.getPermittedSubclasses()) {
      if (extension != Extension.PreSharedKeys.class) {
        every.add(make(extension, made));
      }
    }
    return every.add(make(Extension.PreSharedKeys.class, made)).build();
  }
}
