package shakedown.machine;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** Hellos with one field changed. */
final class Altered {
  private Altered() {}

  static ClientHello version(ClientHello hello, Version version) {
    return new ClientHello(
        version,
        hello.random(),
        hello.sessionId(),
        hello.cookie(),
        hello.suites(),
        hello.compressions(),
        hello.extensions());
  }

  static ClientHello random(ClientHello hello, Value random) {
    return new ClientHello(
        hello.legacyVersion(),
        random,
        hello.sessionId(),
        hello.cookie(),
        hello.suites(),
        hello.compressions(),
        hello.extensions());
  }

  static ClientHello suites(ClientHello hello, ImmutableList<CipherSuite> suites) {
    return new ClientHello(
        hello.legacyVersion(),
        hello.random(),
        hello.sessionId(),
        hello.cookie(),
        suites,
        hello.compressions(),
        hello.extensions());
  }

  static ClientHello compressions(ClientHello hello, Integer... compressions) {
    return new ClientHello(
        hello.legacyVersion(),
        hello.random(),
        hello.sessionId(),
        hello.cookie(),
        hello.suites(),
        ImmutableList.copyOf(compressions),
        hello.extensions());
  }

  static ClientHello extensions(ClientHello hello, Extensions extensions) {
    return new ClientHello(
        hello.legacyVersion(),
        hello.random(),
        hello.sessionId(),
        hello.cookie(),
        hello.suites(),
        hello.compressions(),
        extensions);
  }

  static ServerHello version(ServerHello hello, Version version) {
    return new ServerHello(
        version,
        hello.random(),
        hello.sessionId(),
        hello.suite(),
        hello.compression(),
        hello.extensions());
  }

  static ServerHello sessionId(ServerHello hello, @Nullable Value id) {
    return new ServerHello(
        hello.legacyVersion(),
        hello.random(),
        id,
        hello.suite(),
        hello.compression(),
        hello.extensions());
  }

  static ServerHello suite(ServerHello hello, CipherSuite suite) {
    return new ServerHello(
        hello.legacyVersion(),
        hello.random(),
        hello.sessionId(),
        suite,
        hello.compression(),
        hello.extensions());
  }

  static ServerHello compression(ServerHello hello, int compression) {
    return new ServerHello(
        hello.legacyVersion(),
        hello.random(),
        hello.sessionId(),
        hello.suite(),
        compression,
        hello.extensions());
  }

  static ServerHello extensions(ServerHello hello, UnaryOperator<Extensions> change) {
    return new ServerHello(
        hello.legacyVersion(),
        hello.random(),
        hello.sessionId(),
        hello.suite(),
        hello.compression(),
        change.apply(hello.extensions()));
  }

  static HelloRetryRequest suite(HelloRetryRequest asked, CipherSuite suite) {
    return new HelloRetryRequest(
        asked.legacyVersion(), asked.sessionId(), suite, asked.compression(), asked.extensions());
  }

  static HelloRetryRequest sessionId(HelloRetryRequest asked, @Nullable Value id) {
    return new HelloRetryRequest(
        asked.legacyVersion(), id, asked.suite(), asked.compression(), asked.extensions());
  }

  static HelloRetryRequest extensions(HelloRetryRequest asked, UnaryOperator<Extensions> change) {
    return new HelloRetryRequest(
        asked.legacyVersion(),
        asked.sessionId(),
        asked.suite(),
        asked.compression(),
        change.apply(asked.extensions()));
  }
}
