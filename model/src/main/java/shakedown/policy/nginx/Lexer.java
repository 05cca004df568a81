package shakedown.policy.nginx;

import shakedown.policy.nginx.Token.Mark;
import shakedown.policy.nginx.Token.Sort;
import shakedown.policy.nginx.Token.Word;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Place;
import shakedown.yaml.Reading;
import shakedown.yaml.Source;
import shakedown.yaml.TextFile;

/** Cuts a configuration into words and marks, as nginx does: quotes, escapes, comments. */
final class Lexer {

  private static final int NOTHING = -1;

  private final Source source;
  private final int[] text;
  private int at;
  private int line = 1;
  private int column = 1;

  Lexer(TextFile file) {
    source = file.source();
    text = file.content().codePoints().toArray();
  }

  Reading<Token> next() {
    while (isSpace(peek()) || peek() == '#') {
      if (peek() == '#') {
        comment();
      } else {
        take();
      }
    }
    Place here = here();
    return switch (peek()) {
      case NOTHING -> Reading.of(new Mark(here, Sort.END));
      case ';' -> mark(here, Sort.SEMICOLON);
      case '{' -> mark(here, Sort.OPEN);
      case '}' -> mark(here, Sort.CLOSE);
      case '"', '\'' -> quoted(here);
      default -> Reading.of(plain(here));
    };
  }

  /** Passes over what another language says in braces; the opening one is already taken. */
  void skipBlock() {
    int depth = 1;
    while (depth > 0 && peek() != NOTHING) {
      int taken = take();
      if (taken == '{') {
        depth++;
      } else if (taken == '}') {
        depth--;
      } else if (taken == '"' || taken == '\'') {
        skipQuoted(taken);
      } else if (taken == '-' && peek() == '-') {
        comment();
      }
    }
  }

  private void skipQuoted(int quote) {
    while (peek() != NOTHING && peek() != quote && peek() != '\n') {
      if (take() == '\\' && peek() != NOTHING) {
        take();
      }
    }
    if (peek() == quote) {
      take();
    }
  }

  private Reading<Token> mark(Place place, Sort sort) {
    take();
    return Reading.of(new Mark(place, sort));
  }

  private Reading<Token> quoted(Place start) {
    int quote = take();
    int from = at;
    StringBuilder word = new StringBuilder();
    while (peek() != quote) {
      if (peek() == NOTHING) {
        return Reading.refused(
            new Complaint(start, "a quote that does not end", Character.toString(quote)));
      }
      part(word);
    }
    int length = at - from + 2;
    take();
    if (peek() == ')') {
      take();
    } else if (!isSpace(peek()) && peek() != ';' && peek() != '{' && peek() != NOTHING) {
      return Reading.refused(
          new Complaint(
              here(),
              Character.toString(peek()) + " right after a quoted word",
              "a space, \";\" or \"{\""));
    }
    return Reading.of(new Word(scalar(start, length, word)));
  }

  private Token plain(Place start) {
    int from = at;
    StringBuilder word = new StringBuilder();
    boolean inVariable = false;
    while (peek() != NOTHING && !isSpace(peek()) && peek() != ';') {
      if (peek() == '{' && !inVariable) {
        break;
      }
      inVariable = peek() == '$';
      part(word);
    }
    return new Word(scalar(start, at - from, word));
  }

  private static Node.Scalar scalar(Place start, int length, StringBuilder word) {
    Place place = new Place(start.source(), start.line(), start.column(), Math.max(1, length));
    return new Node.Scalar(place, word.toString());
  }

  /** One character, or two of which the first is an escape. */
  private void part(StringBuilder word) {
    int taken = take();
    if (taken != '\\' || peek() == NOTHING) {
      word.appendCodePoint(taken);
      return;
    }
    int escaped = take();
    switch (escaped) {
      case '"', '\'', '\\' -> word.appendCodePoint(escaped);
      case 't' -> word.append('\t');
      case 'r' -> word.append('\r');
      case 'n' -> word.append('\n');
      default -> word.append('\\').appendCodePoint(escaped);
    }
  }

  private void comment() {
    while (peek() != NOTHING && peek() != '\n') {
      take();
    }
  }

  private Place here() {
    return new Place(source, line, column, 1);
  }

  private int peek() {
    return at < text.length ? text[at] : NOTHING;
  }

  private int take() {
    int taken = text[at++];
    boolean endsLine = taken == '\n' || (taken == '\r' && peek() != '\n');
    line += endsLine ? 1 : 0;
    column = endsLine ? 1 : column + 1;
    return taken;
  }

  private static boolean isSpace(int character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
  }
}
