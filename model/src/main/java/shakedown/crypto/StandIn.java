package shakedown.crypto;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/**
 * A chain that is as long, as strong and as deep as another, but whose keys are known: for the
 * chain of somebody else's server, whose private keys nobody hands out.
 *
 * <p>Every certificate keeps its names, dates and extensions; its key and its signature give way to
 * ones of the same kind. So the sizes are those of the original, but for the octet or two by which
 * ECDSA signatures differ among themselves.
 *
 * @param chain leaf first, as in the original
 * @param root what a client must trust
 */
public record StandIn(ImmutableList<Value> chain, PrivateKey key, Value root) {
  /**
   * The stand-in for a chain, the same for the same seed.
   *
   * @param original certificates, leaf first, each issued by the next
   * @throws IllegalArgumentException if one is no certificate
   */
  public static StandIn of(ImmutableList<Value> original, Seed seed) {
    checkArgument(!original.isEmpty(), "a chain has a leaf");
    List<Certificate> certificates = original.stream().map(StandIn::parsed).toList();
    var keys = new ArrayList<PrivateKey>();
    for (int i = 0; i < certificates.size(); i++) {
      keys.add(StandInKeys.like(certificates.get(i), seed, "certificate/" + i));
    }
    Certificate last = certificates.getLast();
    PrivateKey rootKey = StandInKeys.issuerOf(last, seed, "root");
    keys.add(rootKey);
    var chain = ImmutableList.<Value>builder();
    for (int i = 0; i < certificates.size(); i++) {
      chain.add(
          new StandInCertificate(certificates.get(i), keys.get(i), keys.get(i + 1)).issued(seed));
    }
    return new StandIn(
        chain.build(), keys.getFirst(), StandInCertificate.root(last.getIssuer(), rootKey, seed));
  }

  private static Certificate parsed(Value certificate) {
    try {
      return Certificate.getInstance(Octets.bytes(certificate));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("no X.509 certificate", e);
    }
  }
}
