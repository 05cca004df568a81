package shakedown.property;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import shakedown.handshake.Signal;
import shakedown.wire.Role;

/** Some run claims all of these, in whatever order. */
public record Sometimes(String name, String promise, ImmutableList<Predicate<Claim>> wanted)
    implements Property.Observed {

  @Override
  public Memory next(Memory memory, Claim claim) {
    boolean isNews = wanted.stream().anyMatch(each -> each.test(claim) && !met(memory, each));
    if (!isNews) {
      return memory;
    }
    Memory heard = memory.hearing(claim);
    return wanted.stream().allMatch(each -> met(heard, each)) ? Memory.DECIDED : heard.kept();
  }

  private static boolean met(Memory memory, Predicate<Claim> wish) {
    return memory.heard().stream().anyMatch(wish);
  }

  /** A name that wants its promise. */
  public record Named(String name) {
    public Sometimes promises(String promise) {
      return new Sometimes(name, promise, ImmutableList.of());
    }
  }

  /** And this side claims such a signal. */
  public <S extends Signal> Sometimes when(Role who, Class<S> type, Predicate<S> such) {
    Predicate<Claim> more =
        claim ->
            claim.who() == who
                && type.isInstance(claim.signal())
                && such.test(type.cast(claim.signal()));
    return new Sometimes(
        name, promise, ImmutableList.<Predicate<Claim>>builder().addAll(wanted).add(more).build());
  }
}
