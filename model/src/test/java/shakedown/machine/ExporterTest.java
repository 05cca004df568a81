package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shakedown.handshake.Input;
import shakedown.handshake.Signal.Exported;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.KeyType;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** Keys for applications (RFC 5705, RFC 8446 7.5). */
final class ExporterTest {
  private static final Pair PAIR = new Pair(Party.client(), Party.server(KeyType.ECDSA_P256));
  private static final Pair OLD = new Pair(Party.client12(), Party.server12(KeyType.ECDSA_P256));
  private static final Input.Export ONE = new Input.Export("EXPORTER-one", null, 32);

  @Test
  void both_sides_export_the_same_keys() {
    Duel duel = PAIR.run();

    assertThat(exported(duel, CLIENT, ONE)).isEqualTo(exported(duel, SERVER, ONE));
  }

  @Test
  void another_label_context_or_length_gives_other_keys() {
    Duel duel = PAIR.run();
    var label = new Input.Export("EXPORTER-two", null, 32);
    var bound = new Input.Export("EXPORTER-one", Term.of("context"), 32);
    var longer = new Input.Export("EXPORTER-one", null, 48);

    assertThat(Stream.of(ONE, label, bound, longer).map(asked -> exported(duel, CLIENT, asked)))
        .doesNotHaveDuplicates();
  }

  @Test
  void both_sides_of_tls12_export_the_same_keys_and_others_for_another_context() {
    Duel duel = OLD.run();
    var bound = new Input.Export("EXPORTER-one", Term.of("context"), 32);

    assertThat(exported(duel, CLIENT, ONE)).isEqualTo(exported(duel, SERVER, ONE));
    assertThat(exported(duel, CLIENT, bound)).isEqualTo(exported(duel, SERVER, bound));
    assertThat(exported(duel, CLIENT, ONE)).isNotEqualTo(exported(duel, CLIENT, bound));
  }

  @Test
  void a_master_secret_that_is_bound_to_nothing_exports_none_unless_that_is_waived() {
    Pair loose = OLD.client(party -> party.without(Option.EXTENDED_MASTER_SECRET));
    Duel duel = loose.run();
    Duel waived = loose.waiving(CLIENT, Rule.NO_BINDING_WITHOUT_EMS).run();

    duel.ask(CLIENT, ONE);

    assertThat(duel.isConnected()).isTrue();
    assertThat(duel.claims(CLIENT, Exported.class)).isEmpty();
    assertThat(exported(waived, CLIENT, ONE)).isNotNull();
  }

  @Test
  void another_session_gives_other_keys() {
    Duel first = PAIR.run();
    Duel second = PAIR.after(first).run();

    assertThat(exported(second, CLIENT, ONE)).isNotEqualTo(exported(first, CLIENT, ONE));
  }

  private static Value exported(Duel duel, Role side, Input.Export asked) {
    duel.ask(side, asked);
    return duel.claims(side, Exported.class).getLast().keys();
  }
}
