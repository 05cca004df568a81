package shakedown.yaml;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes a tree of a parser's events.
 *
 * <p>Aliases are expanded by sharing, so a short text can mean an exponentially large tree; what is
 * bounded is therefore the number of nodes that a walk of the tree would meet.
 */
final class Composer {

  static final int MAX_DEPTH = 32;
  static final int MAX_NODES = 100_000;

  private final Source source;
  private final Complaints complaints = new Complaints();
  private final Map<String, Sized> anchors = new HashMap<>();
  private int nodes;

  /** A node, and how many nodes a walk through it meets. */
  private record Sized(Node node, int nodes) {}

  /** The text cannot be read on. */
  private static final class Stop extends Exception {
    private final transient Complaint complaint;

    Stop(Complaint complaint) {
      super(complaint.what(), null, false, false);
      this.complaint = complaint;
    }
  }

  Composer(Source source) {
    this.source = source;
  }

  Reading<Node> compose(String text) {
    Optional<Node> root = Optional.empty();
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(source.file()).setParseComments(false).build();
      root = Optional.of(stream(new Parse(settings).parseString(text).iterator()));
    } catch (Stop stop) {
      complaints.add(stop.complaint);
    } catch (MarkedYamlEngineException e) {
      complaints.add(
          new Complaint(at(e.getProblemMark(), 1), "is no YAML: " + e.getProblem(), "YAML"));
    } catch (YamlEngineException e) {
      complaints.add(
          new Complaint(Place.start(source), "is no YAML: a character that YAML forbids", "text"));
    }
    Node tree = root.orElse(new Node.Scalar(Place.start(source), ""));
    return complaints.unlessAny(() -> tree);
  }

  private Node stream(Iterator<Event> events) throws Stop {
    Node root = new Node.Scalar(Place.start(source), "");
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event) {
        case StreamStartEvent start -> {}
        case StreamEndEvent end -> {}
        case DocumentEndEvent end -> {}
        case DocumentStartEvent start -> {
          documents++;
          if (documents > 1) {
            throw stop(event, "a second document begins", "one document a file");
          }
        }
        default -> root = node(event, events, 1);
      }
    }
    return root;
  }

  private Node node(Event event, Iterator<Event> events, int depth) throws Stop {
    nodes++;
    if (nodes > MAX_NODES) {
      throw stop(event, "is too large", "at most " + MAX_NODES + " values, aliases expanded");
    }
    if (depth > MAX_DEPTH) {
      throw stop(event, "is nested too deep", "at most " + MAX_DEPTH + " levels");
    }
    int before = nodes;
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent start -> sequence(start, events, depth);
          case MappingStartEvent start -> mapping(start, events, depth);
          case AliasEvent alias -> alias(alias);
          default -> throw stop(event, "is no YAML: " + event, "a value");
        };
    if (event instanceof NodeEvent named && !(event instanceof AliasEvent)) {
      int size = nodes - before + 1;
      named.getAnchor().ifPresent(a -> anchors.put(a.getValue(), new Sized(node, size)));
    }
    return node;
  }

  private Node.Scalar scalar(ScalarEvent event) {
    refuseTag(event, event.getTag());
    return new Node.Scalar(place(event), event.getValue());
  }

  private Node sequence(SequenceStartEvent start, Iterator<Event> events, int depth) throws Stop {
    refuseTag(start, start.getTag());
    ImmutableList.Builder<Node> items = ImmutableList.builder();
    Event event = events.next();
    while (!(event instanceof SequenceEndEvent)) {
      items.add(node(event, events, depth + 1));
      event = events.next();
    }
    return new Node.Sequence(place(start), items.build());
  }

  private Node mapping(MappingStartEvent start, Iterator<Event> events, int depth) throws Stop {
    refuseTag(start, start.getTag());
    Map<String, Node.Scalar> seen = new HashMap<>();
    List<Node.Entry> entries = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof MappingEndEvent)) {
      Node key = node(event, events, depth + 1);
      Node value = node(events.next(), events, depth + 1);
      add(key, value, seen, entries);
      event = events.next();
    }
    return new Node.Mapping(place(start), ImmutableList.copyOf(entries));
  }

  private void add(Node node, Node value, Map<String, Node.Scalar> seen, List<Node.Entry> entries) {
    if (!(node instanceof Node.Scalar key)) {
      complaints.add(
          new Complaint(node.place(), node.described() + " cannot be a key", "a name as key"));
      return;
    }
    Node.Scalar first = seen.putIfAbsent(key.text(), key);
    if (first == null) {
      entries.add(new Node.Entry(key, value));
    } else {
      String before = "it stands in line " + first.place().line() + " already";
      complaints.add(
          new Complaint(key.place(), key.text() + " is said twice, " + before, "each key once"));
    }
  }

  private Node alias(AliasEvent alias) throws Stop {
    Sized target = anchors.get(alias.getAlias().getValue());
    if (target == null) {
      throw stop(alias, alias.getAlias() + " names no anchor before it", "an anchor's name");
    }
    nodes += target.nodes() - 1;
    return target.node();
  }

  private void refuseTag(Event event, Optional<String> tag) {
    tag.ifPresent(
        t ->
            complaints.add(
                new Complaint(place(event), "the tag " + t + " has no meaning", "none")));
  }

  private Stop stop(Event event, String what, String expected) {
    return new Stop(new Complaint(place(event), what, expected));
  }

  private Place place(Event event) {
    boolean oneLine =
        event.getStartMark().map(Mark::getLine).equals(event.getEndMark().map(Mark::getLine));
    boolean whole = event instanceof CollectionStartEvent;
    int length =
        oneLine && !whole
            ? event.getEndMark().map(Mark::getColumn).orElse(1)
                - event.getStartMark().map(Mark::getColumn).orElse(0)
            : 1;
    return at(event.getStartMark(), Math.max(1, length));
  }

  private Place at(Optional<Mark> mark, int length) {
    return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1, length))
        .orElse(Place.start(source));
  }
}
