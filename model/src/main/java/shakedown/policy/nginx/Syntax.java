package shakedown.policy.nginx;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shakedown.policy.nginx.Token.Mark;
import shakedown.policy.nginx.Token.Sort;
import shakedown.policy.nginx.Token.Word;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;
import shakedown.yaml.TextFile;

/** Makes directives of words; what they mean is their reader's to say. */
final class Syntax {

  private static final int MAX_DEPTH = 32;

  private final Lexer lexer;

  /** The text cannot be read on. */
  private static final class Stop extends Exception {
    private final transient ImmutableList<Complaint> faults;

    Stop(ImmutableList<Complaint> faults) {
      super("no configuration of nginx", null, false, false);
      this.faults = faults;
    }

    Stop(Token token, String what, String expected) {
      this(ImmutableList.of(new Complaint(token.place(), what, expected)));
    }
  }

  private Syntax(TextFile file) {
    lexer = new Lexer(file);
  }

  /** The directives of a file, or the first fault. */
  static Reading<ImmutableList<Directive>> read(TextFile file) {
    try {
      return Reading.of(new Syntax(file).block(0));
    } catch (Stop stop) {
      return new Reading.Refused<>(stop.faults);
    }
  }

  private ImmutableList<Directive> block(int depth) throws Stop {
    ImmutableList.Builder<Directive> directives = ImmutableList.builder();
    while (true) {
      switch (next()) {
        case Word(Node.Scalar name) -> directives.add(directive(name, depth));
        case Mark mark when mark.sort() == Sort.CLOSE && depth > 0 -> {
          return directives.build();
        }
        case Mark mark when mark.sort() == Sort.END && depth == 0 -> {
          return directives.build();
        }
        case Mark mark -> throw unexpected(mark, depth > 0 ? "a directive or \"}\"" : "");
      }
    }
  }

  private Directive directive(Node.Scalar name, int depth) throws Stop {
    List<Node.Scalar> arguments = new ArrayList<>();
    while (true) {
      switch (next()) {
        case Word(Node.Scalar argument) -> arguments.add(argument);
        case Mark mark when mark.sort() == Sort.SEMICOLON -> {
          return new Directive(name, ImmutableList.copyOf(arguments), Optional.empty());
        }
        case Mark mark when mark.sort() == Sort.OPEN -> {
          return new Directive(
              name, ImmutableList.copyOf(arguments), Optional.of(inside(mark, name, depth + 1)));
        }
        case Mark mark -> throw unexpected(mark, "\";\" or \"{\" after " + name.described());
      }
    }
  }

  private ImmutableList<Directive> inside(Mark brace, Node.Scalar name, int depth) throws Stop {
    if (depth > MAX_DEPTH) {
      throw new Stop(brace, "is nested too deep", "at most " + MAX_DEPTH + " levels");
    }
    if (name.text().endsWith("_by_lua_block")) {
      lexer.skipBlock();
      return ImmutableList.of();
    }
    return block(depth);
  }

  private Token next() throws Stop {
    Reading<Token> token = lexer.next();
    return switch (token) {
      case Reading.Read<Token>(Token read) -> read;
      case Reading.Refused<Token>(ImmutableList<Complaint> faults) -> throw new Stop(faults);
    };
  }

  private static Stop unexpected(Mark mark, String expected) {
    return new Stop(
        mark, "unexpected " + mark.sort(), expected.isEmpty() ? "a directive" : expected);
  }
}
