package shakedown.policy.nginx;

import shakedown.yaml.Node;
import shakedown.yaml.Place;

/** What nginx reads next. */
sealed interface Token {

  Place place();

  /** A name or an argument, without its quotes. */
  record Word(Node.Scalar scalar) implements Token {
    @Override
    public Place place() {
      return scalar.place();
    }
  }

  /** One of the marks between words. */
  record Mark(Place place, Sort sort) implements Token {}

  /** What stands between words. */
  enum Sort {
    SEMICOLON("\";\""),
    OPEN("\"{\""),
    CLOSE("\"}\""),
    END("the end of the file");

    private final String shown;

    Sort(String shown) {
      this.shown = shown;
    }

    @Override
    public String toString() {
      return shown;
    }
  }
}
