package shakedown.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import shakedown.wire.Role;

class SequenceDiagramTest {
  private static final Trace TRACE =
      new Trace(
          4,
          ImmutableList.of(
              new Event.Asked(Role.CLIENT, "connect"),
              new Event.Delivered(Role.CLIENT, "ClientHello", ""),
              new Event.Claimed(Role.SERVER, "runs a session"),
              new Event.Delivered(Role.SERVER, "ServerHello", "x25519"),
              new Event.Cut(ImmutableList.of("Finished"), ImmutableList.of()),
              new Event.Learned(Role.CLIENT)));

  @Test
  void a_trace_is_drawn_in_two_columns() {
    assertThat(SequenceDiagram.of(TRACE))
        .containsExactly(
            "  client                              server",
            "    ○ asked to connect                  │",
            "    │ ── ClientHello ─────────────────► │",
            "    │                                   ├ runs a session",
            "    │ ◄───────────────── ServerHello ── │  x25519",
            "    ╳╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╳  the transport closes",
            "    │                   ╳── Finished ── │  never arrives",
            "    ○ learns that the transport closed  │");
  }

  @Test
  void a_trace_is_told_in_lines() {
    assertThat(TRACE.lines())
        .containsExactly(
            "client is asked to connect",
            "client -> server: ClientHello",
            "  server: runs a session",
            "server -> client: ServerHello  (x25519)",
            "the transport closes; never to come to client: Finished",
            "client learns that the transport closed");
  }
}
