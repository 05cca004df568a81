package shakedown.handshake;

import static shakedown.rules.Rule.NO_BINDING_WITHOUT_EMS;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.KeySchedule12;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content.PrefixedContext;
import shakedown.wire.Value;

/**
 * What keys for applications are made of after a handshake of TLS 1.2 (RFC 5705).
 *
 * @param extended whether the master secret is bound to the handshake (RFC 7627)
 */
public record Exporter12(
    CipherSuite suite,
    Value masterSecret,
    Value clientRandom,
    Value serverRandom,
    boolean extended) {
  public static Exporter12 of(Keyed12 done) {
    Agreed agreed = done.agreed();
    return new Exporter12(
        agreed.suite(),
        done.masterSecret(),
        agreed.client().random(),
        agreed.server().random(),
        Keyed12.isExtended(agreed));
  }

  /** None from a master secret that another handshake may have, too (RFC 7627 5.4). */
  public Step answer(Endpoint state, Input.Export asked, Context context) {
    if (!context.grants(NO_BINDING_WITHOUT_EMS, () -> extended)) {
      return Step.to(state);
    }
    Value about = asked.context();
    Value keys =
        new KeySchedule12(context.crypto(), suite)
            .exported(
                masterSecret,
                about == null
                    ? ImmutableList.of(clientRandom, serverRandom)
                    : ImmutableList.of(clientRandom, serverRandom, prefixed(about, context)),
                asked.label(),
                asked.length());
    return Step.to(state, new Effect.Claim(new Signal.Exported(keys)));
  }

  private static Value prefixed(Value about, Context context) {
    return context.crypto().encode(new PrefixedContext(about));
  }
}
