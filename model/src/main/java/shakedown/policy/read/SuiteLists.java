package shakedown.policy.read;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.function.Function;
import shakedown.policy.openssl.CipherSelection;
import shakedown.policy.openssl.CipherString;
import shakedown.policy.openssl.Ciphersuites;
import shakedown.wire.CipherSuite;
import shakedown.yaml.Complaint;
import shakedown.yaml.Fields;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;

/** Reads cipher suites, by their registered names or as OpenSSL is told. */
final class SuiteLists {

  static final ImmutableSet<String> KEYS = ImmutableSet.of("suites", "ciphers", "ciphersuites");

  private static final ImmutableMap<String, CipherSuite> NAMES =
      CipherSuite.known().stream().collect(toImmutableMap(Object::toString, Function.identity()));
  private static final Reader<ImmutableList<CipherSuite>> SUITES =
      Lists.some(Readers.oneOf("the registered name of a suite", NAMES));

  private SuiteLists() {}

  static ImmutableList<CipherSuite> read(Fields fields, ImmutableList<CipherSuite> unlessSaid) {
    ImmutableList<CipherSuite> named = fields.find("suites", SUITES).orElse(unlessSaid);
    ImmutableList<CipherSuite> for13 =
        fields.find("ciphersuites", of(Ciphersuites::read)).orElse(only(named, true));
    ImmutableList<CipherSuite> for12 =
        fields.find("ciphers", of(CipherString::read)).orElse(only(named, false));
    boolean isOpenssl = fields.has("ciphers") || fields.has("ciphersuites");
    if (isOpenssl && fields.has("suites")) {
      fields.refuse("suites", "said beside ciphers", "either suites, or ciphers and ciphersuites");
    }
    return isOpenssl ? ImmutableList.copyOf(Iterables.concat(for13, for12)) : named;
  }

  private static ImmutableList<CipherSuite> only(
      ImmutableList<CipherSuite> suites, boolean isFor13) {
    return suites.stream().filter(suite -> suite.isFor13() == isFor13).collect(toImmutableList());
  }

  /** What OpenSSL would pass over in silence is a fault of a text made for this program. */
  private static Reader<ImmutableList<CipherSuite>> of(
      Function<Node.Scalar, Reading<CipherSelection>> reader) {
    return node -> {
      if (!(node instanceof Node.Scalar said)) {
        return Reading.refused(
            new Complaint(node.place(), node.described() + " is no text", "a text"));
      }
      return reader
          .apply(said)
          .then(
              selection ->
                  selection.notes().isEmpty()
                      ? Reading.of(selection.suites())
                      : new Reading.Refused<>(selection.notes()));
    };
  }
}
