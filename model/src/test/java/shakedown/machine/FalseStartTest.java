package shakedown.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shakedown.wire.Role.CLIENT;
import static shakedown.wire.Role.SERVER;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import shakedown.handshake.OwnParameters;
import shakedown.handshake.Permission;
import shakedown.handshake.Session;
import shakedown.handshake.Signal.DataSent;
import shakedown.handshake.Signal.MaySend;
import shakedown.handshake.Signal.Resumable;
import shakedown.machine.Duel.Line;
import shakedown.policy.Option;
import shakedown.rules.Rule;
import shakedown.wire.CipherSuite;
import shakedown.wire.CustomGroup;
import shakedown.wire.KeyType;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.Finished;
import shakedown.wire.Message.NewSessionTicket12;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;

final class FalseStartTest {
  private static final Party EAGER =
      Party.client12().with(policy -> policy.with(Option.FALSE_START));
  private static final Party SERVER12 = Party.server12(KeyType.RSA);
  private static final Value DATA = Term.of("data");
  private static final MaySend EARLY = new MaySend(Permission.FALSE_START);
  private static final MaySend FULL = new MaySend(Permission.FULL);

  /** Nothing comes of the server's second flight. */
  private static final Line SILENT =
      (from, message) ->
          switch (message) {
            case NewSessionTicket12 _ -> ImmutableList.of();
            case ChangeCipherSpec _, Finished _ when from == SERVER -> ImmutableList.of();
            default -> ImmutableList.of(message);
          };

  @Test
  void false_start_is_claimed_before_full_permission() {
    Duel duel = Duel.of(EAGER, SERVER12);

    assertThat(duel.claims(CLIENT, MaySend.class))
        .containsExactly(new MaySend(Permission.FALSE_START), new MaySend(Permission.FULL));
  }

  @Test
  void data_may_leave_in_every_state_before_the_servers_finished() {
    Duel untold = Duel.of(EAGER.without(Option.TICKETS), SERVER12, SILENT);
    Duel told = Duel.of(EAGER, SERVER12, SILENT);

    untold.write(CLIENT, DATA);
    told.write(CLIENT, DATA);

    assertThat(untold.state(CLIENT).name()).isEqualTo("ExpectChangeCipherSpec");
    assertThat(told.state(CLIENT).name()).isEqualTo("ExpectNewSessionTicket");
    assertThat(told.claims(CLIENT, DataSent.class))
        .containsExactly(new DataSent(Permission.FALSE_START, DATA))
        .isEqualTo(untold.claims(CLIENT, DataSent.class));
  }

  @Test
  void false_start_is_not_claimed_without_forward_secrecy() {
    Party client =
        EAGER.with(policy -> policy.withSuites(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256));

    Duel duel = Duel.of(client, SERVER12);

    assertThat(duel.claims(CLIENT, MaySend.class)).containsExactly(new MaySend(Permission.FULL));
  }

  @Test
  void false_start_wants_an_aead_and_signed_forward_secrecy() {
    Pair transported =
        eager(
            KeyExchanges.of(CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256),
            CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256);
    Pair unsigned = eager(KeyExchanges.of(CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256));
    Pair blocks =
        eager(
            KeyExchanges.of(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256),
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA);

    for (Pair pair : ImmutableList.of(transported, unsigned)) {
      assertThat(claims(pair)).containsExactly(FULL);
      assertThat(claims(pair.waiving(CLIENT, Rule.FALSE_START_KEY_EXCHANGE_ALLOWED)))
          .containsExactly(EARLY, FULL);
    }
    assertThat(claims(blocks)).containsExactly(FULL);
    assertThat(claims(blocks.waiving(CLIENT, Rule.FALSE_START_CIPHER_ALLOWED)))
        .containsExactly(EARLY, FULL);
  }

  @Test
  void false_start_wants_a_group_that_has_a_name() {
    var own = new CustomGroup(Term.of("prime"), Term.of("generator"));
    Pair named = eager(KeyExchanges.of(CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256));
    Pair unnamed =
        named
            .client(all -> all.with(policy -> policy.withGroups(NamedGroup.X25519)))
            .server(all -> all.credited(some -> some.withOwn(OwnParameters.NONE.withField(own))));

    assertThat(claims(named)).containsExactly(EARLY, FULL);
    assertThat(claims(unnamed)).containsExactly(FULL);
    assertThat(claims(unnamed.waiving(CLIENT, Rule.FALSE_START_STRONG_GROUP)))
        .containsExactly(EARLY, FULL);
  }

  private static Pair eager(Pair pair, CipherSuite... suites) {
    Pair eager = pair.client(all -> all.with(policy -> policy.with(Option.FALSE_START)));
    return suites.length == 0
        ? eager
        : eager
            .client(all -> all.with(policy -> policy.withSuites(suites)))
            .server(all -> all.with(policy -> policy.withSuites(suites)));
  }

  private static ImmutableList<MaySend> claims(Pair pair) {
    return pair.run().claims(CLIENT, MaySend.class);
  }

  @Test
  void without_the_option_nothing_leaves_early() {
    Duel duel = Duel.of(Party.client12(), SERVER12, SILENT);

    assertThat(duel.claims(CLIENT, MaySend.class)).isEmpty();
    assertThatThrownBy(() -> duel.write(CLIENT, DATA)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_resumed_session_has_no_use_for_false_start() {
    Session session = Duel.of(EAGER, SERVER12).claims(CLIENT, Resumable.class).getFirst().session();

    Duel duel = Duel.of(EAGER.offering(session), SERVER12.again());

    assertThat(duel.said()).doesNotContain("< ServerKeyExchange");
    assertThat(duel.claims(CLIENT, MaySend.class)).containsExactly(new MaySend(Permission.FULL));
  }
}
