package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import shakedown.wire.Value;

/** Chains of up to five certificates, of which some are changed at random. */
final class Mutations {
  private static final GeneralName[] NONE = {};
  private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.2.3.4");

  /** One change in so many is made. */
  private static final int RARITY = 3;

  private static final ImmutableList<UnaryOperator<Draft>> OF_ANY =
      ImmutableList.of(
          draft -> draft.during(0, Chains.INSTANT - 1),
          draft -> draft.during(Chains.INSTANT + 1, Chains.INSTANT + 2),
          draft -> draft.signedBy("forger"),
          draft -> draft.with(UNKNOWN, DERNull.INSTANCE),
          draft -> draft.without(Extension.keyUsage));

  private static final ImmutableList<UnaryOperator<Draft>> OF_HOSTS =
      ImmutableList.of(
          draft ->
              draft.with(
                  Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)),
          draft -> draft.without(Extension.extendedKeyUsage),
          draft -> draft.without(Extension.basicConstraints),
          draft ->
              draft.named(
                  new GeneralName(GeneralName.dNSName, Family.HOST),
                  new GeneralName(GeneralName.dNSName, "www.example.org")));

  private static final ImmutableList<UnaryOperator<Draft>> OF_AUTHORITIES =
      ImmutableList.of(
          draft -> draft.with(Extension.basicConstraints, new BasicConstraints(0)),
          draft -> draft.with(Extension.basicConstraints, new BasicConstraints(1)),
          draft -> draft.with(Extension.basicConstraints, new BasicConstraints(2)),
          draft -> draft.without(Extension.basicConstraints),
          draft -> draft.with(Extension.keyUsage, new KeyUsage(KeyUsage.cRLSign)),
          draft -> draft.constrained(names("com"), NONE),
          draft -> draft.constrained(names("example.com", "example.org"), NONE),
          draft -> draft.constrained(names("com"), names("www.example.com")),
          draft -> draft.constrained(NONE, names("example.org")),
          draft -> draft.constrained(NONE, names("ww.example.com")));

  private Mutations() {}

  private static GeneralName[] names(String... trees) {
    return ImmutableList.copyOf(trees).stream()
        .map(tree -> new GeneralName(GeneralName.dNSName, tree))
        .toArray(GeneralName[]::new);
  }

  static Family family(Random random) {
    var name = new StringBuilder();
    List<Value> above = new ArrayList<>();
    String issuer = "root";
    for (int i = random.nextInt(4); i > 0; i--) {
      Draft authority = Draft.authority("authority " + i, issuer);
      above.add(changed(authority, OF_AUTHORITIES, random, name).issued());
      issuer = "authority " + i;
    }
    Value leaf = changed(Draft.host(Family.HOST, issuer), OF_HOSTS, random, name).issued();
    Collections.shuffle(above, random);
    return new Family(
        above.size() + " authorities," + name,
        ImmutableList.<Value>builder().add(leaf).addAll(above).build(),
        ImmutableList.of(Draft.authority("root", "root").issued()),
        null);
  }

  private static Draft changed(
      Draft draft, ImmutableList<UnaryOperator<Draft>> special, Random random, StringBuilder name) {
    if (random.nextInt(RARITY) != 0) {
      return draft;
    }
    boolean any = random.nextInt(RARITY) == 0;
    ImmutableList<UnaryOperator<Draft>> changes = any ? OF_ANY : special;
    int change = random.nextInt(changes.size());
    name.append(' ').append(draft.subject()).append(any ? " any " : " own ").append(change);
    return changes.get(change).apply(draft);
  }
}
