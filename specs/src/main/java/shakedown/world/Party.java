package shakedown.world;

import shakedown.policy.Policy;
import shakedown.rules.Rules;

/** One side of a scenario: what it offers and wants, and the rules that it enforces. */
public record Party(Policy policy, Rules rules) {}
