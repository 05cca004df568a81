package shakedown.world;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import shakedown.adversary.Protection;
import shakedown.adversary.Term;
import shakedown.explore.Path;
import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.trace.Event;
import shakedown.trace.Trace;
import shakedown.trace.Words;
import shakedown.wire.Message;
import shakedown.wire.Role;

/** Tells a path through a world as what happened, message by message. */
record Narrator(World world) {
  Trace tell(Path path) {
    var events = ImmutableList.<Event>builder();
    for (int i = 0; i < path.length(); i++) {
      int[] row = path.rows().get(i).toArray();
      events.addAll(tell(row, world.action(path.actions().get(i))));
    }
    return new Trace(path.length(), events.build());
  }

  private ImmutableList<Event> tell(int[] row, Action action) {
    return switch (action) {
      case Action.Ask(Role who) -> {
        Input.Asked wish = world.wish(row, who).orElseThrow();
        yield claimed(new Event.Asked(who, words(wish)), row, who, new Happening.Other(wish));
      }
      case Action.Deliver(Role to) -> {
        Term record = world.inbox(row, to).getFirst();
        Message message = Protection.content(record);
        var event = new Event.Delivered(to.peer(), Words.name(message), Words.note(message));
        yield claimed(event, row, to, new Happening.Arrival(record));
      }
      case Action.Learn(Role who) ->
          claimed(
              new Event.Learned(who), row, who, new Happening.Other(new Input.TransportClosed()));
      case Action.Cut(int toClient, int toServer) ->
          ImmutableList.of(
              new Event.Cut(lost(row, Role.CLIENT, toClient), lost(row, Role.SERVER, toServer)));
    };
  }

  private ImmutableList<Event> claimed(Event event, int[] row, Role who, Happening happening) {
    var events = ImmutableList.<Event>builder().add(event);
    for (Signal signal : world.claims(row, who, happening)) {
      events.add(new Event.Claimed(who, Words.claim(signal)));
    }
    return events.build();
  }

  private ImmutableList<String> lost(int[] row, Role to, int kept) {
    return world.inbox(row, to).stream()
        .skip(kept)
        .map(record -> Words.name(Protection.content(record)))
        .collect(toImmutableList());
  }

  private static String words(Input.Asked wish) {
    return switch (wish) {
      case Input.Connect _ -> "connect";
      case Input.Write _ -> "send data";
      case Input.Close _ -> "close";
      case Input.Renegotiate _ -> "renegotiate";
      case Input.UpdateKeys _ -> "update keys";
      case Input.Authenticate _ -> "authenticate the client";
      case Input.GiveTicket _ -> "give a ticket";
      case Input.Export _ -> "hand out keys";
    };
  }
}
