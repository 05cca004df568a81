package shakedown.property;

import shakedown.handshake.Signal;
import shakedown.wire.Role;

/** A signal and who claims it. */
public record Claim(Role who, Signal signal) {}
