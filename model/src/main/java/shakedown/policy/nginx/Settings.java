package shakedown.policy.nginx;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Set;
import shakedown.policy.Authentication;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Exchange;
import shakedown.policy.HelloProfile;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.policy.Service;
import shakedown.policy.Sizes;
import shakedown.policy.openssl.Ciphersuites;
import shakedown.policy.openssl.GroupList;
import shakedown.policy.openssl.SchemeList;
import shakedown.wire.CipherSuite;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/** What OpenSSL is told for one server, from nginx's defaults on; it changes while being read. */
final class Settings {

  /** Best first. */
  static final ImmutableList<Version> VERSIONS =
      ImmutableList.of(Version.TLS13, Version.TLS12, Version.TLS11, Version.TLS10, Version.SSL3);

  ImmutableList<Version> versions = ImmutableList.of(Version.TLS13, Version.TLS12);
  ImmutableList<CipherSuite> suites13 = Ciphersuites.DEFAULT;
  ImmutableList<CipherSuite> suites12 = ImmutableList.of();
  ImmutableList<NamedGroup> groups = GroupList.DEFAULT;
  ImmutableList<SignatureScheme> schemes = SchemeList.DEFAULT;
  ImmutableList<PskMode> pskModes = ImmutableList.of(PskMode.PSK_DHE_KE);
  ImmutableList<String> protocols = ImmutableList.of("http/1.1", "http/1.0", "http/0.9");
  ClientAuthentication clients = ClientAuthentication.NOT_ASKED;
  boolean hasDhParameters;

  final Set<Option> options =
      EnumSet.of(
          Option.EXTENDED_MASTER_SECRET,
          Option.ENCRYPT_THEN_MAC,
          Option.SECURE_RENEGOTIATION,
          Option.MIDDLEBOX_COMPATIBILITY,
          Option.SERVER_NAME_ANSWER,
          Option.TICKETS);

  void set(Option option, boolean on) {
    if (on) {
      options.add(option);
    } else {
      options.remove(option);
    }
  }

  /** Those of a cipher string that nginx can serve: it has neither pre-shared keys nor groups. */
  ImmutableList<CipherSuite> servable() {
    return suites12.stream()
        .filter(suite -> !suite.keyExchange().isPreShared())
        .filter(suite -> hasDhParameters || !needsDhParameters(suite))
        .collect(toImmutableList());
  }

  static boolean needsDhParameters(CipherSuite suite) {
    return switch (suite.keyExchange()) {
      case DHE_RSA, DH_ANON -> true;
      default -> false;
    };
  }

  Policy policy(String host) {
    Authentication plain = Authentication.by(schemes);
    return new Policy(
            new Service(host, protocols),
            versions,
            ImmutableList.copyOf(Iterables.concat(suites13, servable())),
            new Exchange(groups, groups.subList(0, Math.min(1, groups.size())), pskModes),
            plain,
            Sizes.ANY,
            HelloProfile.PLAIN,
            Sets.immutableEnumSet(options))
        .withClients(clients);
  }
}
