package shakedown.handshake;

import static shakedown.rules.Rule.BINDER_VALID;
import static shakedown.rules.Rule.CERTIFICATE_MATCHES_NAME;
import static shakedown.rules.Rule.CERTIFICATE_SIGNATURES_VERIFY;
import static shakedown.rules.Rule.CHAIN_TRUSTED;
import static shakedown.rules.Rule.CLIENT_FINISHED_IS_VALID;
import static shakedown.rules.Rule.SERVER_FINISHED_IS_VALID;
import static shakedown.rules.Rule.SIGNATURE_IS_VALID;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shakedown.rules.Rule;
import shakedown.rules.Rules;

/** The rules that one input was held against, and the first that it broke. Lives for one step. */
public final class Judgement {
  private static final Set<Rule> PROOF =
      EnumSet.of(
          CHAIN_TRUSTED,
          CERTIFICATE_MATCHES_NAME,
          CERTIFICATE_SIGNATURES_VERIFY,
          SIGNATURE_IS_VALID);

  private final Rules rules;
  private final Set<Rule> asked = EnumSet.noneOf(Rule.class);
  private @Nullable Rule broken;

  Judgement(Rules rules) {
    this.rules = rules;
  }

  /** A waived rule does not run its check. */
  public Judgement require(Rule rule, BooleanSupplier holds) {
    asked.add(rule);
    if (broken == null && rules.enforces(rule) && !holds.getAsBoolean()) {
      broken = rule;
    }
    return this;
  }

  /** What a message that did not come would have been held against. */
  public Judgement skipped(Rule... missed) {
    asked.addAll(Arrays.asList(missed));
    return this;
  }

  /** What a peer that shows nothing would have been held against. */
  public Judgement skippedProof() {
    asked.addAll(PROOF);
    return this;
  }

  public Step then(Supplier<Step> next) {
    return broken == null ? next.get() : Step.abort(broken);
  }

  /**
   * Hands out the token that no other code can make.
   *
   * @param meant whom the endpoint wanted to talk to
   */
  public Step prove(String meant, Function<PeerProven, Step> next) {
    if (!asked.containsAll(PROOF)) {
      throw new AssertionError("a peer is proven by " + PROOF + ", asked were " + asked);
    }
    return then(() -> next.apply(new PeerProven(meant)));
  }

  /**
   * Goes on with the client that a session of this server remembers: it shows by a binder or a tag
   * that it has the session's key.
   */
  public Step proveBySession(String client, Function<PeerProven, Step> next) {
    if (!asked.contains(BINDER_VALID) && !asked.contains(CLIENT_FINISHED_IS_VALID)) {
      throw new AssertionError("a session is proven by its key, asked were " + asked);
    }
    return then(() -> next.apply(new PeerProven(client)));
  }

  /**
   * Goes on with whom was proven before; else the tag proves whoever has the key that only the one
   * who is meant has (RFC 9257 4).
   */
  public Step proveByTag(
      @Nullable PeerProven before, String meant, Function<PeerProven, Step> next) {
    if (!asked.contains(SERVER_FINISHED_IS_VALID)) {
      throw new AssertionError("a key is proven by a tag under it, asked were " + asked);
    }
    return then(() -> next.apply(before == null ? new PeerProven(meant) : before));
  }
}
