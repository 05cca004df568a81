package shakedown.world;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import shakedown.handshake.Signal;
import shakedown.wire.Role;

/** Local steps of both parties, each computed once by the readable machine. */
final class StepTable {
  /**
   * A step in numbers.
   *
   * @param closed whether it leads to the end of the endpoint
   */
  record Entry(int next, int sent, int claims, boolean closed) {}

  private record Key(Role who, int local, int happening) {}

  private final Parties parties;
  private final Interner<Local> locals = new Interner<>();
  private final Interner<Happening> happenings = new Interner<>();
  private final Interner<ImmutableList<Signal>> claims = new Interner<>();
  private final Channels channels;
  private final Map<Key, Entry> entries = new HashMap<>();

  StepTable(Parties parties, Channels channels) {
    this.parties = parties;
    this.channels = channels;
  }

  int start(Role who) {
    return locals.id(Local.start(parties.start(who)));
  }

  Local local(int id) {
    return locals.get(id);
  }

  ImmutableList<Signal> claims(int id) {
    return claims.get(id);
  }

  Entry step(Role who, int local, Happening happening) {
    Key key = new Key(who, local, happenings.id(happening));
    Entry known = entries.get(key);
    if (known == null) {
      Move move = parties.move(who, locals.get(local), happening);
      known =
          new Entry(
              locals.id(move.next()),
              channels.id(move.sent()),
              claims.id(move.claims()),
              move.next().isClosed());
      entries.put(key, known);
    }
    return known;
  }

  /** Steps computed so far. */
  int size() {
    return entries.size();
  }
}
