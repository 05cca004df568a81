package shakedown.policy.openssl;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import shakedown.wire.CipherSuite;
import shakedown.yaml.Complaint;
import shakedown.yaml.Nearest;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;

/**
 * Reads a cipher string such as {@code ECDHE+AESGCM:!aNULL:@STRENGTH} as OpenSSL 3.0 does
 * (openssl-ciphers(1)), over the suites of the model.
 *
 * <p>The string is a program: each word adds, moves, removes or bans suites of a list. As each does
 * so suite by suite, leaving out the suites that the model lacks leaves the others in OpenSSL's
 * order.
 */
public final class CipherString {

  /** What Debian's OpenSSL sets. */
  public static final int DEFAULT_LEVEL = 2;

  private static final String COMMANDS = "a word, or one after + - !, or @STRENGTH, @SECLEVEL=0..5";
  private static final CharMatcher WORD =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-.=_"));
  private static final CharMatcher SEPARATOR = CharMatcher.anyOf(": ;,");
  private static final String DEFAULT = "DEFAULT";

  private static final Splitter HYPHENS = Splitter.on('-');

  /** How the parts of suites begin that the model has none of. */
  private static final ImmutableSet<String> FOREIGN =
      ImmutableSet.of(
          "DES",
          "CAMELLIA",
          "ARIA",
          "SEED",
          "RC",
          "IDEA",
          "GOST",
          "CCM",
          "SRP",
          "DSS",
          "EXP",
          "NULL",
          "LOW",
          "MEDIUM",
          "aDH",
          "aECDH",
          "kDH",
          "kECDH",
          "SSLv",
          "TLSv");

  /** Suite B takes the place of all that follows it (RFC 6460). */
  private static final ImmutableMap<String, String> SUITE_B =
      ImmutableMap.of(
          "SUITEB128ONLY", "ECDHE-ECDSA-AES128-GCM-SHA256",
          "SUITEB128C2", "ECDHE-ECDSA-AES256-GCM-SHA384",
          "SUITEB128", "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384",
          "SUITEB192", "ECDHE-ECDSA-AES256-GCM-SHA384");

  private final Node.Scalar said;
  private final String text;
  private final List<Complaint> notes = new ArrayList<>();
  private CipherList list = CipherList.START;
  private int level = DEFAULT_LEVEL;
  private int at;

  private CipherString(Node.Scalar said, String text) {
    this.said = said;
    this.text = text;
  }

  /** The suites that a string selects; refused if OpenSSL would, or if the model has none. */
  public static Reading<CipherSelection> read(Node.Scalar said) {
    String text =
        SUITE_B.entrySet().stream()
            .filter(entry -> said.text().startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(said.text());
    return new CipherString(said, text).selected();
  }

  private Reading<CipherSelection> selected() {
    if (text.startsWith(DEFAULT)) {
      list = list.add(each -> !each.isNull()).kill(each -> !each.isDefault()).kill(Traits::isNull);
      at = DEFAULT.length();
    }
    while (at < text.length()) {
      Complaint fault = SEPARATOR.matches(text.charAt(at)) ? passed() : command();
      if (fault != null) {
        return Reading.refused(fault);
      }
    }
    ImmutableList<CipherSuite> suites =
        list.chosen().stream()
            .filter(each -> each.isWithin(level))
            .map(Traits::suite)
            .collect(toImmutableList());
    return suites.isEmpty()
        ? Reading.refused(
            new Complaint(
                said.place(),
                said.described() + " selects no suite that the model has",
                "a cipher string of OpenSSL, as HIGH:!aNULL:!MD5"))
        : Reading.of(new CipherSelection(suites, level, ImmutableList.copyOf(notes)));
  }

  private @Nullable Complaint passed() {
    at++;
    return null;
  }

  private @Nullable Complaint command() {
    char verb = text.charAt(at);
    if ("-+!@".indexOf(verb) >= 0) {
      at++;
    }
    if (verb == '@') {
      return special();
    }
    Predicate<Traits> which = each -> true;
    Set<String> words = new HashSet<>();
    boolean isKnown = true;
    boolean goesOn = true;
    while (goesOn) {
      int from = at;
      String word = word();
      if (word.isEmpty()) {
        return fault(from, 1);
      }
      goesOn = at < text.length() && text.charAt(at) == '+';
      at += goesOn ? 1 : 0;
      Predicate<Traits> meant = Aliases.find(word);
      if (meant == null) {
        note(from, word);
        isKnown = false;
        skip();
        break;
      }
      words.add(word);
      which = which.and(meant);
    }
    // FIPS and the strengths share a mask in OpenSSL, so that both together select nothing
    boolean clash = words.contains("FIPS") && words.contains("HIGH");
    list = isKnown && !clash ? applied(verb, which) : list;
    return null;
  }

  private CipherList applied(char verb, Predicate<Traits> which) {
    return switch (verb) {
      case '-' -> list.remove(which);
      case '+' -> list.last(which);
      case '!' -> list.kill(which);
      default -> list.add(which);
    };
  }

  private @Nullable Complaint special() {
    int from = at;
    String word = word();
    if (word.equals("STRENGTH")) {
      list = list.byStrength();
    } else if (word.matches("SECLEVEL=[0-5]")) {
      level = word.charAt(word.length() - 1) - '0';
    } else {
      return fault(from, Math.max(1, word.length()));
    }
    skip();
    return null;
  }

  private String word() {
    int from = at;
    while (at < text.length() && WORD.matches(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skip() {
    while (at < text.length() && !SEPARATOR.matches(text.charAt(at))) {
      at++;
    }
  }

  private Complaint fault(int from, int length) {
    boolean atEnd = from >= text.length();
    String found = atEnd ? "the end" : text.substring(from, Math.min(text.length(), from + length));
    return new Complaint(
        said.part(from, length), found + " is no command of a cipher string", COMMANDS);
  }

  private void note(int from, String word) {
    if (isForeign(word)) {
      return;
    }
    Iterable<String> known =
        Iterables.concat(
            Aliases.words(), Iterables.transform(Traits.ALL, each -> each.suite().opensslName()));
    notes.add(
        new Complaint(
            said.part(from, word.length()),
            word + " selects nothing: neither a word of OpenSSL nor a suite of the model",
            "",
            Nearest.to(word, known)));
  }

  /** Whether OpenSSL may well have it, and the model has not. */
  private static boolean isForeign(String word) {
    return HYPHENS
        .splitToStream(word)
        .anyMatch(part -> FOREIGN.stream().anyMatch(part::startsWith));
  }
}
