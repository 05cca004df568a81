package shakedown.interop;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.HexFormat;
import java.util.List;
import shakedown.handshake.Credentials;
import shakedown.handshake.Credentials.Offer;
import shakedown.handshake.Input;
import shakedown.handshake.OwnParameters;
import shakedown.handshake.PreSharedKey;
import shakedown.pki.RawKey;
import shakedown.pki.Trust;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.Hash;
import shakedown.wire.Octets;
import shakedown.wire.Role;

/** Our ends of the sessions of a feature. */
final class Us {
  static final String EARLY = "early bird\n";

  /** Who clients are, where they are asked. */
  static final ChainFiles CLIENT = ChainFiles.RSA;

  static final String PSK_IDENTITY = "known to both";

  /** In hexadecimal digits. */
  static final String PSK = "1a2b3c4d5e6f708192a3b4c5d6e7f801";

  /** Of the application, best first. */
  static final ImmutableList<String> PROTOCOLS = ImmutableList.of("h2", "http/1.1");

  static final String OTHER_PROTOCOL = "imap";

  static final CipherSuite ANY13 = CipherSuite.TLS_AES_128_GCM_SHA256;

  static final Input.Export EXPORT = new Input.Export("EXPORTER-shakedown", null, 40);

  private static final PreSharedKey PRE_SHARED =
      new PreSharedKey(
          Ours.words(PSK_IDENTITY), Octets.of(HexFormat.of().parseHex(PSK)), Hash.SHA256);

  /** An hour in milliseconds, as no ticket of a test has been held. */
  private static final Octets LATE_AGE = Octets.of(Ints.toByteArray(3_600_000));

  private Us() {}

  /**
   * @param before our ends of the sessions before
   */
  static Ours client(Feature feature, int number, List<Ours> before) {
    Credentials credentials = shared(feature);
    if (feature.showsClients()) {
      boolean isBare = feature.wants(Wish.RAW_CLIENT_KEY);
      credentials = credentials.withIdentity(isBare ? CLIENT.bare() : CLIENT.identity());
    }
    if (!before.isEmpty()) {
      Offer offer = Ours.offer(before.getLast().resumable());
      credentials =
          credentials.withOffers(
              feature.wants(Wish.LATE) ? new Offer(offer.session(), LATE_AGE) : offer);
      if (feature.wants(Wish.EARLY_DATA)) {
        credentials = credentials.withEarlyData(Ours.words(EARLY));
      }
    }
    Trust trust = trust(feature.policy().host(), feature.chain());
    return Ours.client(feature.ours(Role.CLIENT), trust, credentials, number);
  }

  /** The next server, which remembers what those before do. */
  static Ours server(Feature feature, int number, List<Ours> before) {
    Credentials credentials = shared(feature);
    for (Ours each : before) {
      credentials = each.rememberedIn(credentials);
    }
    if (!feature.wants(Wish.NO_CERTIFICATE)) {
      boolean isBare = feature.wants(Wish.RAW_SERVER_KEY);
      ChainFiles chain = feature.chain();
      credentials = credentials.withIdentity(isBare ? chain.bare() : chain.identity());
    }
    if (feature.wants(Wish.OWN_FIELD)) {
      credentials = credentials.withOwn(OwnParameters.NONE.withField(OwnField.group()));
    }
    Trust trust = feature.asksClients() ? trust("client", CLIENT) : Trust.NOBODY;
    Policy policy = feature.ours(Role.SERVER);
    if (number > 0 && feature.wants(Wish.LATE)) {
      policy = policy.without(Option.EARLY_DATA);
    }
    return Ours.server(policy, trust, credentials, number);
  }

  /** In its root, and in its key. */
  private static Trust trust(String name, ChainFiles chain) {
    return chain.trust().withKeys(new RawKey(name, chain.bare().chain().getFirst()));
  }

  private static Credentials shared(Feature feature) {
    return feature.wants(Wish.PRE_SHARED_KEY)
        ? Credentials.NONE.withPreShared(PRE_SHARED)
        : Credentials.NONE;
  }
}
