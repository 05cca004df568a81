package shakedown.policy.openssl;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shakedown.wire.CipherSuite;
import shakedown.yaml.Complaint;
import shakedown.yaml.Nearest;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;

/** Reads the suites of TLS 1.3 as OpenSSL's {@code Ciphersuites} lists them (SSL_CONF_cmd(3)). */
public final class Ciphersuites {

  /** What OpenSSL 3.0 offers unless told otherwise. */
  public static final ImmutableList<CipherSuite> DEFAULT =
      ImmutableList.of(
          CipherSuite.TLS_AES_256_GCM_SHA384,
          CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
          CipherSuite.TLS_AES_128_GCM_SHA256);

  private static final int LONGEST = 79;

  private Ciphersuites() {}

  /** The suites named, in their order; what OpenSSL does not know it passes over, with a note. */
  public static Reading<CipherSelection> read(Node.Scalar said) {
    Set<CipherSuite> suites = new LinkedHashSet<>();
    List<Complaint> notes = new ArrayList<>();
    int from = 0;
    while (from <= said.text().length()) {
      int colon = said.text().indexOf(':', from);
      int end = colon < 0 ? said.text().length() : colon;
      String name = CharMatcher.whitespace().trimFrom(said.text().substring(from, end));
      if (name.length() > LONGEST) {
        return Reading.refused(
            new Complaint(said.part(from, name.length()), "a name too long", "a suite of TLS 1.3"));
      }
      Optional<CipherSuite> suite = CipherSuite.named(name).filter(CipherSuite::isFor13);
      suite.ifPresent(suites::add);
      if (suite.isEmpty() && !name.isEmpty()) {
        notes.add(unknown(said, from, name));
      }
      from = end + 1;
    }
    return Reading.of(
        new CipherSelection(
            ImmutableList.copyOf(suites), CipherString.DEFAULT_LEVEL, ImmutableList.copyOf(notes)));
  }

  private static Complaint unknown(Node.Scalar said, int from, String name) {
    Iterable<CipherSuite> known = Iterables.filter(CipherSuite.known(), CipherSuite::isFor13);
    return new Complaint(
        said.part(from, Math.max(1, name.length())),
        name + " is no suite of TLS 1.3",
        "",
        Nearest.to(name, Iterables.transform(known, CipherSuite::toString)));
  }
}
