package shakedown.tape;

import shakedown.crypto.Concrete;
import shakedown.handshake.Credentials;
import shakedown.pki.Trust;
import shakedown.policy.Policy;

/** One side of a session that is recorded. */
public record Party(Policy policy, Credentials credentials, Trust trust, Concrete algebra) {}
