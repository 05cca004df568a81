package shakedown.policy.nginx;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * A block whose directives hold in the blocks inside it, unless one there has the same name.
 *
 * @param outer null at the top of a file
 */
record Level(ImmutableList<Directive> own, @Nullable Level outer) {

  /** The directives of a name that hold here: those of the innermost block that has any. */
  ImmutableList<Directive> all(String name) {
    ImmutableList<Directive> here = here(name);
    return here.isEmpty() && outer != null ? outer.all(name) : here;
  }

  /** The directives of a name in this very block. */
  ImmutableList<Directive> here(String name) {
    return own.stream().filter(each -> each.is(name)).collect(toImmutableList());
  }
}
