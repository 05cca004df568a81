package shakedown.tape;

import com.google.common.collect.ImmutableList;
import java.util.List;
import shakedown.handshake.Effect;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.wire.ClientKey.EncryptedSecret;
import shakedown.wire.Message;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Octets;

/** The acts of one step, as they come: what it read, what it computed, what it did. */
final class Performance {
  private final ImmutableList.Builder<Act> acts = ImmutableList.builder();
  private final List<Ran> operations;
  private final int[] places;
  private final int effects;
  private int done;
  private int computed;
  private int octets;

  /**
   * @param operations that ran for the step, the opening of a record first
   */
  Performance(Input input, Step step, List<Ran> operations) {
    this.operations = operations;
    this.places = Placement.of(operations, step.effects());
    this.effects = step.effects().size();
    if (input instanceof Received(Message message)) {
      acts.add(new Act.Handle(name(message)));
    }
    computeBefore(0);
  }

  /**
   * One more effect was done.
   *
   * @param sealing what ran to make its records
   * @param reached what is measured of it
   */
  void add(
      Effect effect,
      ImmutableList<Octets> records,
      List<Ran> sealing,
      ImmutableList<Milestone> reached) {
    sealing.forEach(ran -> acts.add(new Act.Compute(ran.operation())));
    switch (effect) {
      case Effect.Send(Message message) -> write(message, records);
      case Effect.Flush _ -> acts.add(new Act.Flush());
      default -> {}
    }
    reached.forEach(milestone -> acts.add(new Act.Claim(milestone)));
    computeBefore(++done);
  }

  boolean isComplete() {
    return done == effects;
  }

  /** Octets written so far. */
  int octets() {
    return octets;
  }

  ImmutableList<Act> acts() {
    return acts.build();
  }

  private void computeBefore(int effect) {
    for (; computed < places.length && places[computed] <= effect; computed++) {
      acts.add(new Act.Compute(operations.get(computed).operation()));
    }
  }

  private void write(Message message, ImmutableList<Octets> records) {
    acts.add(new Act.Handle(name(message)));
    boolean buffered = !(message instanceof ApplicationData);
    for (Octets each : records) {
      acts.add(new Act.Write(Octets.length(each), buffered));
      octets += Octets.length(each);
    }
  }

  private static String name(Message message) {
    return message instanceof ClientKeyExchange(_, EncryptedSecret _)
        ? "EncryptedPremasterSecret"
        : message.getClass().getSimpleName();
  }
}
