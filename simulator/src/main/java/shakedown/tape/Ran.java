package shakedown.tape;

import org.jspecify.annotations.Nullable;
import shakedown.crypto.Operation;
import shakedown.wire.Value;

/** An operation that ran, and what came of it. */
record Ran(Operation operation, @Nullable Value result) {}
