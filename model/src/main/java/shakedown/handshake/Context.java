package shakedown.handshake;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.pki.Trust;
import shakedown.policy.Policy;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.Value;

/**
 * What an endpoint is configured with, for one session; never part of a state.
 *
 * @param before the handshake before this one on the same connection; null in the first
 */
public record Context(
    Policy policy,
    Credentials credentials,
    Trust trust,
    Rules rules,
    Crypto crypto,
    @Nullable Finishes before) {
  public Context(Policy policy, Credentials credentials, Trust trust, Rules rules, Crypto crypto) {
    this(policy, credentials, trust, rules, crypto, null);
  }

  /** For another handshake in the same session, with fresh values of its own. */
  public Context again(Finishes last) {
    return new Context(policy, credentials, trust, rules, crypto.again(), last);
  }

  public Judgement require(Rule rule, BooleanSupplier holds) {
    return new Judgement(rules).require(rule, holds);
  }

  /** Whether a rule leaves a choice open; waived, it leaves every choice. */
  public boolean grants(Rule rule, BooleanSupplier holds) {
    return !rules.enforces(rule) || holds.getAsBoolean();
  }

  /** What a coverage rule covers, or what is left of it where it is waived. */
  public <T> T covered(Rule rule, T whole, T rest) {
    return rules.enforces(rule) ? whole : rest;
  }

  /** What a coverage rule covers, or a constant where it is waived. */
  public Value covered(Rule rule, Supplier<Value> value) {
    return rules.enforces(rule) ? value.get() : crypto.absent("uncovered");
  }
}
