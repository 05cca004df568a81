package shakedown.adversary;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import shakedown.wire.Structure;
import shakedown.wire.Value;

/**
 * A value of the symbolic world: an operator, a label and arguments. Made only by a {@link Terms},
 * where equal terms are the same object, so that equality is identity.
 */
public final class Term implements Value {
  /** How a term was made; every operator is free, but for the exponents of {@link #AGREED}. */
  public enum Op {
    /** What everyone knows. */
    CONSTANT,
    /** A fresh value or a long-term secret. */
    NAME,
    /** A random that bears a downgrade mark. */
    MARKED,
    /** g to the secret. */
    SHARE,
    /** g to both secrets, whatever their order. */
    AGREED,
    HASH,
    EXTRACT,
    EXPAND,
    MAC,
    PRF,
    SIGNATURE,
    PUBLIC_KEY,
    CERTIFICATE,
    /** What an issuer says of a certificate, labelled by its standing; it never grows old. */
    STATUS,
    COMPRESSED,
    ENCRYPTED,
    /** A premaster secret, labelled by the version that it begins with. */
    PREMASTER,
    /** A premaster secret with a pre-shared key in it. */
    PRE_SHARED,
    SEALED,
    /** A ticket's age, hidden. */
    AGE,
    /** The key of a record, made from a secret. */
    KEY,
    /** A structure: its form is the label, its values are the arguments. */
    STRUCTURE
  }

  private static final int DEPTH_SHOWN = 3;

  private final int id;
  private final Op op;
  private final Object label;
  private final ImmutableList<Term> args;

  Term(int id, Op op, Object label, ImmutableList<Term> args) {
    this.id = id;
    this.op = op;
    this.label = label;
    this.args = args;
  }

  /** Its place in the order in which the universe came to know its terms. */
  int id() {
    return id;
  }

  Op op() {
    return op;
  }

  boolean is(Op which) {
    return op == which;
  }

  Object label() {
    return label;
  }

  ImmutableList<Term> args() {
    return args;
  }

  Term arg(int index) {
    return args.get(index);
  }

  /** The structure that this term stands for, its values in their places. */
  Structure structure() {
    var next = args.iterator();
    return ((Structure) label).map((kind, blank) -> next.next());
  }

  @Override
  public String toString() {
    return show(0);
  }

  private String show(int depth) {
    return switch (op) {
      case CONSTANT, NAME -> label.toString();
      case SHARE -> "g^" + arg(0).show(depth);
      case CERTIFICATE -> "certificate of " + label;
      default -> depth >= DEPTH_SHOWN ? head() + "#" + id : head() + shownArgs(depth + 1);
    };
  }

  private String head() {
    return op == Op.STRUCTURE ? label.getClass().getSimpleName() : Ascii.toLowerCase(op.name());
  }

  private String shownArgs(int depth) {
    var shown = new StringBuilder("(");
    String separator = "";
    for (Term arg : args) {
      shown.append(separator).append(arg.show(depth));
      separator = ", ";
    }
    return shown.append(')').toString();
  }
}
