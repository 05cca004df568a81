package shakedown.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Agreement;
import shakedown.handshake.Permission;
import shakedown.handshake.Signal;
import shakedown.property.Memory.Status;
import shakedown.wire.CipherSuite;
import shakedown.wire.Role;
import shakedown.wire.Value;
import shakedown.wire.Version;

class PropertyTest {
  private static final Value SESSION = new Value() {};
  private static final Property.Observed VERSIONS = (Property.Observed) Catalogue.VERSION_AGREEMENT;
  private static final Property.Observed COMPLETE = (Property.Observed) Catalogue.CAN_COMPLETE;

  @Test
  void a_promise_that_nothing_calls_for_is_untouched() {
    assertThat(status(VERSIONS, running(Role.SERVER, Version.TLS13))).isEqualTo(Status.UNTOUCHED);
  }

  @Test
  void a_peer_that_ran_the_same_version_keeps_the_promise() {
    assertThat(
            status(
                VERSIONS, running(Role.SERVER, Version.TLS13), commit(Role.CLIENT, Version.TLS13)))
        .isEqualTo(Status.KEPT);
  }

  @Test
  void a_peer_that_ran_another_version_breaks_it() {
    assertThat(
            status(
                VERSIONS, running(Role.SERVER, Version.TLS12), commit(Role.CLIENT, Version.TLS13)))
        .isEqualTo(Status.DECIDED);
  }

  @Test
  void running_oneself_is_not_enough() {
    assertThat(
            status(
                VERSIONS, running(Role.CLIENT, Version.TLS13), commit(Role.CLIENT, Version.TLS13)))
        .isEqualTo(Status.DECIDED);
  }

  @Test
  void a_peer_that_ran_too_late_does_not_mend_it() {
    assertThat(
            status(
                VERSIONS, commit(Role.CLIENT, Version.TLS13), running(Role.SERVER, Version.TLS13)))
        .isEqualTo(Status.DECIDED);
  }

  @Test
  void a_run_completes_once_all_is_claimed_in_whatever_order() {
    Claim client = new Claim(Role.CLIENT, new Signal.MaySend(Permission.FULL));
    Claim server = new Claim(Role.SERVER, new Signal.MaySend(Permission.FULL));
    Claim asked = new Claim(Role.SERVER, new Signal.DataReceived(SESSION));
    Claim answered = new Claim(Role.CLIENT, new Signal.DataReceived(SESSION));

    assertThat(status(COMPLETE, asked, client, answered)).isEqualTo(Status.KEPT);
    assertThat(status(COMPLETE, asked, client, answered, server)).isEqualTo(Status.DECIDED);
    assertThat(status(COMPLETE, server, answered, client, asked)).isEqualTo(Status.DECIDED);
  }

  @Test
  void half_a_permission_does_not_complete() {
    Claim half = new Claim(Role.SERVER, new Signal.MaySend(Permission.HALF_RTT));

    assertThat(status(COMPLETE, half)).isEqualTo(Status.UNTOUCHED);
  }

  @Test
  void what_was_heard_already_is_not_remembered_twice() {
    Claim first = new Claim(Role.SERVER, new Signal.DataReceived(SESSION));
    Claim second = new Claim(Role.SERVER, new Signal.DataReceived(new Value() {}));

    assertThat(memory(COMPLETE, first, second)).isEqualTo(memory(COMPLETE, first));
  }

  private static Status status(Property.Observed property, Claim... claims) {
    return memory(property, claims).status();
  }

  private static Memory memory(Property.Observed property, Claim... claims) {
    Memory memory = property.start();
    for (Claim claim : List.of(claims)) {
      memory = property.after(memory, claim);
    }
    return memory;
  }

  private static Claim running(Role role, Version version) {
    return new Claim(role, new Signal.Running(role, "someone", agreement(version)));
  }

  private static Claim commit(Role role, Version version) {
    return new Claim(role, new Signal.Commit(role, "someone", agreement(version)));
  }

  private static Agreement agreement(Version version) {
    return new Agreement(version, CipherSuite.TLS_AES_128_GCM_SHA256, SESSION);
  }
}
