package shakedown.policy.nginx;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.function.BiPredicate;
import shakedown.policy.Option;
import shakedown.policy.openssl.CipherSelection;
import shakedown.policy.openssl.CipherString;
import shakedown.policy.openssl.Ciphersuites;
import shakedown.policy.openssl.GroupList;
import shakedown.policy.openssl.SchemeList;
import shakedown.wire.PskMode;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Readers;

/** Applies {@code ssl_conf_command}, which passes a setting on to OpenSSL (SSL_CONF_cmd(3)). */
final class ConfCommand {

  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final ImmutableMap<String, Version> VERSIONS =
      ImmutableMap.<String, Version>builder()
          .put("TLSv1.3", Version.TLS13)
          .put("TLSv1.2", Version.TLS12)
          .put("TLSv1.1", Version.TLS11)
          .put("TLSv1", Version.TLS10)
          .put("SSLv3", Version.SSL3)
          .buildOrThrow();
  private static final ImmutableMap<String, Option> OPTIONS =
      ImmutableMap.of(
          "sessionticket", Option.TICKETS,
          "encryptthenmac", Option.ENCRYPT_THEN_MAC,
          "extendedmastersecret", Option.EXTENDED_MASTER_SECRET,
          "middleboxcompat", Option.MIDDLEBOX_COMPATIBILITY,
          "clientrenegotiation", Option.RENEGOTIATION);

  private final Directive said;
  private final Node.Scalar value;
  private final Settings settings;
  private final Values values;

  private ConfCommand(Directive said, Settings settings, Values values) {
    this.said = said;
    this.value = said.arguments().get(1);
    this.settings = settings;
    this.values = values;
  }

  static void apply(Directive said, Settings settings, Values values) {
    if (values.counted(said, Range.singleton(2))) {
      new ConfCommand(said, settings, values).apply();
    }
  }

  private void apply() {
    String command = said.arguments().get(0).text();
    switch (Ascii.toLowerCase(command)) {
      case "ciphersuites" ->
          values.read(said, Ciphersuites.read(value)).ifPresent(this::takeSuites13);
      case "cipherstring" ->
          values.read(said, CipherString.read(value)).ifPresent(this::takeSuites12);
      case "groups", "curves" ->
          values.read(said, GroupList.read(value)).ifPresent(it -> settings.groups = it);
      case "signaturealgorithms" ->
          values.read(said, SchemeList.read(value)).ifPresent(it -> settings.schemes = it);
      case "minprotocol" -> keep((version, least) -> version.code() >= least.code());
      case "maxprotocol" -> keep((version, most) -> version.code() <= most.code());
      case "options" -> COMMAS.split(value.text()).forEach(this::option);
      default ->
          values.note(
              new Complaint(
                  said.arguments().get(0).place(), command + " of OpenSSL is not read", ""));
    }
  }

  private void takeSuites13(CipherSelection selection) {
    settings.suites13 = selection.suites();
    values.note(selection.notes());
  }

  private void takeSuites12(CipherSelection selection) {
    settings.suites12 = selection.suites();
    values.note(selection.notes());
  }

  private void keep(BiPredicate<Version, Version> isWithin) {
    values
        .read(said, Readers.oneOf(VERSIONS).read(value))
        .ifPresent(
            bound ->
                settings.versions =
                    settings.versions.stream()
                        .filter(version -> isWithin.test(version, bound))
                        .collect(toImmutableList()));
  }

  private void option(String word) {
    boolean on = !word.startsWith("-");
    String name = Ascii.toLowerCase(word.startsWith("+") || !on ? word.substring(1) : word);
    Option option = OPTIONS.get(name);
    if (option != null) {
      settings.set(option, on);
    } else if (name.equals("serverpreference")) {
      settings.set(Option.CLIENT_ORDER, !on);
    } else if (name.equals("allownodhekex")) {
      settings.pskModes =
          on
              ? ImmutableList.of(PskMode.PSK_DHE_KE, PskMode.PSK_KE)
              : ImmutableList.of(PskMode.PSK_DHE_KE);
    } else {
      values.note(new Complaint(value.place(), word + " is an option that is not read", ""));
    }
  }
}
