package shakedown.run;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Concrete;
import shakedown.crypto.Facts;
import shakedown.crypto.PrivateKey;
import shakedown.crypto.Seed;
import shakedown.crypto.StandIn;
import shakedown.pki.Identity;
import shakedown.pki.ServerFile;
import shakedown.pki.Trust;
import shakedown.wire.Value;

/**
 * A server with the certificates of a file, and a client's trust in it.
 *
 * @param host a name that the leaf is for
 */
record Certified(Identity identity, Trust trust, String host) {
  private static final Concrete LOOK = new Concrete(new Seed(0, "certificates", 0));

  /**
   * The certificates themselves where key and root are known, else a stand-in that is as long and
   * as strong.
   */
  static Certified by(ServerFile file, long seed) {
    PrivateKey key = file.key();
    Value root = file.root();
    if (key != null && root != null) {
      return of(file.chain(), key, root);
    }
    StandIn standIn = StandIn.of(file.chain(), new Seed(seed, "stand-in", 0));
    return of(standIn.chain(), standIn.key(), standIn.root());
  }

  private static Certified of(ImmutableList<Value> chain, PrivateKey key, Value root) {
    var trust = new Trust(ImmutableList.of(root), firstValid(chain));
    return new Certified(new Identity(chain, key, key.type()), trust, host(chain.getFirst()));
  }

  /** When the youngest of them was new: at any later time a chain may have expired. */
  private static long firstValid(ImmutableList<Value> chain) {
    return chain.stream()
        .flatMap(each -> LOOK.facts(each).stream())
        .mapToLong(facts -> facts.validity().from())
        .max()
        .orElse(0);
  }

  private static String host(Value leaf) {
    return LOOK.facts(leaf).map(Facts::hosts).stream()
        .flatMap(ImmutableList::stream)
        .map(name -> name.startsWith("*.") ? "www" + name.substring(1) : name)
        .findFirst()
        .orElse("");
  }
}
