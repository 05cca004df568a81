package shakedown.peer;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Keys;
import shakedown.crypto.RecordProtection;
import shakedown.crypto.Records;
import shakedown.handshake.Closed;
import shakedown.handshake.Context;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Epoch;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.record.Reading;
import shakedown.record.Writing;
import shakedown.wire.Dialect;
import shakedown.wire.Octets;

/** An endpoint that speaks octets: it reads and writes nothing by itself. Not thread-safe. */
public final class Live {
  private final Context context;
  private final Records records;
  private final Watcher watcher;
  private final List<Signal> signals = new ArrayList<>();

  private Endpoint state;
  private Reading reading = Reading.START;
  private Writing writing;
  private Octets written = Octets.EMPTY;

  /**
   * @param records of the same algebra as the context's
   */
  public Live(Endpoint start, Context context, Records records, Watcher watcher) {
    this.state = start;
    this.context = context;
    this.records = records;
    this.watcher = watcher;
    this.writing =
        Writing.START
            .paddedTo(context.policy().sizes().padding())
            .greeting(context.policy().hello().recordVersion());
  }

  public Endpoint state() {
    return state;
  }

  public boolean isClosed() {
    return state instanceof Closed;
  }

  /** What it claimed so far, in order. */
  public ImmutableList<Signal> signals() {
    return ImmutableList.copyOf(signals);
  }

  /** What happened that is not octets: the application asked, the transport closed. */
  public void on(Input input) {
    Step step = state.on(input, context);
    watcher.stepped(state, input, step);
    for (Effect effect : step.effects()) {
      watcher.did(effect, perform(effect));
    }
    state = step.next();
  }

  /** What the peer wrote: any part of it, cut anywhere. */
  public void receive(byte[] octets) {
    reading = reading.feed(Octets.of(octets));
    Reading.Delivery delivery = reading.next();
    while (delivery.input() != null) {
      reading = delivery.reading();
      on(delivery.input());
      delivery = reading.next();
    }
    reading = delivery.reading();
  }

  /** What is to be written to the peer, and was not taken before. */
  public byte[] take() {
    byte[] octets = Octets.bytes(written);
    written = Octets.EMPTY;
    return octets;
  }

  private ImmutableList<Octets> perform(Effect effect) {
    switch (effect) {
      case Effect.Send(var message) -> {
        Writing.Written now = writing.write(message);
        writing = now.writing();
        now.records().forEach(each -> written = written.plus(each));
        return now.records();
      }
      case Effect.WriteUnder(var _, var keys) -> writing = writing.under(protection(keys));
      case Effect.ReadUnder(Epoch epoch, var keys) -> {
        Reading under = reading.under(records.protection(keys));
        reading = epoch == Epoch.EARLY ? under.takingEarlyData(maxEarlyData()) : under;
      }
      case Effect.WriteAtMost(int octets) -> writing = writing.atMost(octets);
      case Effect.ReadAtMost(int octets) -> reading = reading.atMost(octets);
      case Effect.Speak(var version, var suite) -> {
        Dialect dialect = Dialect.of(version, suite);
        reading = reading.speaking(dialect);
        writing = writing.speaking(dialect);
      }
      case Effect.SkipEarlyData _ -> reading = reading.skippingEarlyData(maxEarlyData());
      case Effect.Claim(var signal) -> signals.add(signal);
      case Effect.Flush _ -> {}
    }
    return ImmutableList.of();
  }

  private int maxEarlyData() {
    return context.policy().sizes().maxEarlyData();
  }

  private @Nullable RecordProtection protection(@Nullable Keys keys) {
    return keys == null ? null : records.protection(keys);
  }
}
