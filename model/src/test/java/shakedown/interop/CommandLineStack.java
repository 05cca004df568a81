package shakedown.interop;

import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shakedown.handshake.Closed;
import shakedown.wire.Message;
import shakedown.wire.Role;

/** Handshakes over loopback with the programs of another stack. */
final class CommandLineStack implements Stack {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int GLANCE_MILLIS = 50;

  private final Tool tool;

  CommandLineStack(Tool tool) {
    this.tool = tool;
  }

  @Override
  public String name() {
    return tool.name();
  }

  @Override
  public Optional<String> version() {
    return tool.version();
  }

  @Override
  public Meeting meet(Feature feature, Role ourRole) {
    return ourRole == Role.CLIENT ? meetServer(feature) : meetClient(feature);
  }

  private Meeting meetServer(Feature feature) {
    var sessions = new ArrayList<Ours>();
    Tool.Serving server = tool.server(feature);
    try (Child child = server.child()) {
      try {
        for (int i = 0; i < feature.sessions(); i++) {
          Ours client = Us.client(feature, i, sessions);
          sessions.add(client);
          if (i > 0) {
            waitForTheAgeOf(feature);
          }
          talkTo(server, feature, client, i);
        }
        return new Meeting(ImmutableList.copyOf(sessions), child.output(), null);
      } catch (IOException | RuntimeException | AssertionError failure) {
        child.awaitQuiet();
        String said = child.output() + "\n" + failure.getMessage();
        return new Meeting(ImmutableList.copyOf(sessions), said, failure);
      }
    }
  }

  /** Early data of those who seem to hold a ticket for longer than they do is refused. */
  private static void waitForTheAgeOf(Feature feature) {
    for (int i = 0; feature.wants(Wish.EARLY_DATA) && i < 3; i++) {
      pause();
    }
  }

  private void talkTo(Tool.Serving server, Feature feature, Ours client, int number)
      throws IOException {
    Optional<Tool.Answer> answer = tool.answer(number);
    String words = answer.map(Tool.Answer::told).orElse("from us " + number + "\n");
    try (Link link = new Link(client, connect(server))) {
      client.connect();
      if (feature.course().refusal() != null) {
        link.until(() -> client.state() instanceof Closed, "a refusal");
        return;
      }
      if (feature.wants(Wish.FALSE_START)) {
        link.until(client::mayTalk, "leave to talk");
        client.say(words);
        link.until(client::isConnected, "a handshake");
      } else {
        link.until(client::isConnected, "a handshake");
        begin(server.child(), link, feature, client, Role.CLIENT);
        client.say(words);
        link.flush();
      }
      export(feature, server.child(), client);
      if (answer.isEmpty()) {
        server.child().await(words);
        server.child().say("from them " + number + "\n");
      }
      String said = answer.map(Tool.Answer::said).orElse("from them " + number + "\n");
      link.until(() -> client.heard().contains(said), "words");
      check(feature, client);
      if (!(client.state() instanceof Closed)) {
        client.close();
        link.flush();
      }
    }
  }

  /** A server may say that it listens before it does. */
  private static Socket connect(Tool.Serving server) throws IOException {
    if (server.port() == 0) {
      return fail("it does not listen");
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
      } catch (ConnectException e) {
        if (server.child().isEnded() || System.nanoTime() > deadline) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(GLANCE_MILLIS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Meeting meetClient(Feature feature) {
    var sessions = new ArrayList<Ours>();
    Set<Child> children = new LinkedHashSet<>();
    Throwable failure = null;
    Path folder = temporary();
    try (var listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      Child child = null;
      for (int i = 0; i < feature.sessions(); i++) {
        child = tool.client(feature, listening.getLocalPort(), i, folder, child);
        children.add(child);
        Ours server = Us.server(feature, i, sessions);
        sessions.add(server);
        serve(child, accept(listening, child), feature, server, i);
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      failure = e;
      children.forEach(Child::awaitQuiet);
    } finally {
      children.forEach(Child::close);
      delete(folder);
    }
    return new Meeting(ImmutableList.copyOf(sessions), said(children), failure);
  }

  private void serve(Child client, Socket socket, Feature feature, Ours server, int number)
      throws IOException {
    boolean isLast = number == feature.sessions() - 1;
    boolean talks = isLast || tool.talksBeforeResuming();
    try (Link link = new Link(server, socket)) {
      if (feature.wants(Wish.FALSE_START)) {
        client.say("from them " + number + "\n");
        link.until(() -> server.saw(Message.ServerHello.class), "a hello");
        link.untilUnanswered(() -> !server.heard().isEmpty(), "words before our Finished");
      }
      if (feature.course().refusal() != null) {
        link.until(() -> server.state() instanceof Closed, "a refusal");
        return;
      }
      link.until(server::isConnected, "a handshake");
      export(feature, client, server);
      begin(client, link, feature, server, Role.SERVER);
      if (talks) {
        talkWith(client, link, feature, server, number);
      }
      link.until(() -> server.state() instanceof Closed, "an end");
    }
    if (talks && tool.closes()) {
      client.awaitEnd();
    }
  }

  /** Our end's new keys are answered with the peer's next words, all else at once. */
  private void begin(Child child, Link link, Feature feature, Ours ours, Role ourRole) {
    Deed deed = feature.course().deed();
    if (deed == null) {
      return;
    }
    if (deed.actor() == ourRole) {
      ours.ask(deed.asked());
      link.flush();
    } else if (tool.told(deed).isPresent()) {
      ours.say(tool.told(deed).get());
    } else {
      child.say(tool.typed(deed).orElseThrow(() -> new AssertionError(tool.lacks(deed))));
    }
    if (deed.actor() != ourRole || !deed.isAnsweredLate()) {
      link.until(() -> deed.isDone(ours), deed.toString());
    }
  }

  private static void check(Feature feature, Ours ours) {
    Deed deed = feature.course().deed();
    if (deed != null && !deed.isDone(ours)) {
      fail("not done: " + deed + "; " + ours);
    }
  }

  /** A peer prints what it exports, sooner or later. */
  private static void export(Feature feature, Child child, Ours ours) {
    if (feature.wants(Wish.EXPORTER)) {
      ours.ask(Us.EXPORT);
      child.await(Pattern.compile(ours.exported(), Pattern.CASE_INSENSITIVE));
    }
  }

  private void talkWith(Child client, Link link, Feature feature, Ours server, int number) {
    client.say("from them " + number + "\n");
    link.until(() -> server.heard().endsWith("from them " + number + "\n"), "words");
    server.say("from us " + number + "\n");
    link.flush();
    client.await("from us " + number);
    Deed deed = feature.course().deed();
    if (deed == Deed.SERVER_UPDATES_KEYS) {
      client.say("once more\n");
      link.until(() -> deed.isDone(server), deed.toString());
    }
    if (tool.closes()) {
      client.end();
    } else {
      server.close();
    }
  }

  /** A client that lacks what it was told to use ends without a word to us. */
  private static Socket accept(ServerSocket listening, Child client) throws IOException {
    listening.setSoTimeout(GLANCE_MILLIS);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return listening.accept();
      } catch (SocketTimeoutException _) {
        if (client.isEnded() || System.nanoTime() > deadline) {
          return fail("nobody called");
        }
      }
    }
  }

  private static String said(Iterable<Child> children) {
    List<String> outputs = new ArrayList<>();
    children.forEach(each -> outputs.add(each.output()));
    return outputs.stream().collect(Collectors.joining("\n"));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("sessions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
