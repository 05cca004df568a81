package shakedown.adversary;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import shakedown.adversary.Term.Op;
import shakedown.wire.Blank;
import shakedown.wire.Structure;
import shakedown.wire.Value;

/**
 * A universe of terms, each known once. A universe belongs to one exploration: two of the same
 * system number their terms alike, whatever else the process did before.
 */
public final class Terms {
  private record Key(Op op, Object label, ImmutableList<Term> args) {}

  private final Map<Key, Term> known = new HashMap<>();

  /** The term of this operator, label and arguments. */
  Term of(Op op, Object label, Value... args) {
    var list = ImmutableList.<Term>builderWithExpectedSize(args.length);
    for (Value arg : args) {
      list.add((Term) arg);
    }
    return of(op, label, list.build());
  }

  Term of(Op op, Object label, ImmutableList<Term> args) {
    Term fresh = new Term(known.size(), op, label, args);
    Term old = known.putIfAbsent(new Key(op, label, args), fresh);
    return old == null ? fresh : old;
  }

  /** A constant that everyone knows. */
  public Term constant(String label) {
    return of(Op.CONSTANT, label);
  }

  /** A value that nobody knows but who was given it. */
  public Term name(String label) {
    return of(Op.NAME, label);
  }

  /** A structure as a term: its form is the label, its values are the arguments. */
  public Term of(Structure structure) {
    var values = ImmutableList.<Term>builder();
    Structure form =
        structure.map(
            (kind, value) -> {
              values.add((Term) value);
              return new Blank(kind);
            });
    return of(Op.STRUCTURE, form, values.build());
  }

  /** Terms known so far. */
  public int size() {
    return known.size();
  }
}
