package shakedown.world;

import com.google.common.collect.ImmutableList;
import shakedown.adversary.Term;
import shakedown.handshake.Signal;

/** What a local step comes to: where it leads, the records that it sends and what it claims. */
record Move(Local next, ImmutableList<Term> sent, ImmutableList<Signal> claims) {}
