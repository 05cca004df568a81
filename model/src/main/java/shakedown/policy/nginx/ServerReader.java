package shakedown.policy.nginx;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.Optional;
import java.util.regex.Pattern;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Option;
import shakedown.policy.openssl.CipherSelection;
import shakedown.policy.openssl.CipherString;
import shakedown.policy.openssl.GroupList;
import shakedown.wire.CipherSuite;
import shakedown.wire.NamedGroup;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Node;
import shakedown.yaml.Place;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Source;

/** Reads one server's directives of TLS (ngx_http_ssl_module). */
final class ServerReader {

  private static final String USUAL_CIPHERS = "HIGH:!aNULL:!MD5";
  private static final Pattern CACHE =
      Pattern.compile("(builtin(:\\d{1,9})?|shared:[^:]+:\\d{1,9}[kKmM]?)");
  private static final Reader<Version> VERSION =
      Readers.oneOf(
          ImmutableMap.<String, Version>builder()
              .put("TLSv1.3", Version.TLS13)
              .put("TLSv1.2", Version.TLS12)
              .put("TLSv1.1", Version.TLS11)
              .put("TLSv1", Version.TLS10)
              .put("SSLv3", Version.SSL3)
              .put("SSLv2", new Version(0x0002))
              .buildOrThrow());
  private static final Reader<ClientAuthentication> VERIFY =
      Readers.oneOf(
          ImmutableMap.of(
              "off", ClientAuthentication.NOT_ASKED,
              "on", ClientAuthentication.REQUIRED,
              "optional", ClientAuthentication.ASKED,
              "optional_no_ca", ClientAuthentication.ASKED));
  private static final Reader<ImmutableList<NamedGroup>> GROUPS =
      Values.word(
          said ->
              said.text().equals("auto") ? Reading.of(GroupList.DEFAULT) : GroupList.read(said));

  private final Values values;
  private final Settings settings = new Settings();

  private ServerReader(Level level, Complaints complaints) {
    values = new Values(level, complaints);
  }

  /**
   * The server of a level.
   *
   * @param place where it begins
   */
  static NginxServer read(Place place, Level level, Complaints complaints) {
    return new ServerReader(level, complaints).server(place, level);
  }

  private NginxServer server(Place place, Level level) {
    Directives.refuseUnknown(level.own(), values);
    versions();
    ciphers();
    values.value("ssl_ecdh_curve", GROUPS).ifPresent(groups -> settings.groups = groups);
    sessions();
    certificates();
    protocols(level);
    for (Directive command : level.all("ssl_conf_command")) {
      ConfCommand.apply(command, settings, values);
    }
    noteTheUnservable(place);
    ImmutableList<String> names = names(level);
    return new NginxServer(
        place,
        names,
        settings.policy(names.isEmpty() ? "" : names.get(0)),
        files(),
        values.notes());
  }

  private void versions() {
    ImmutableList<Directive> said = values.all("ssl_protocols");
    ImmutableList<Version> taken =
        said.stream()
            .filter(each -> values.counted(each, Range.atLeast(1)))
            .flatMap(
                each ->
                    each.arguments().stream()
                        .map(VERSION::read)
                        .flatMap(reading -> values.read(each, reading).stream()))
            .collect(toImmutableList());
    if (!said.isEmpty()) {
      settings.versions =
          Settings.VERSIONS.stream().filter(taken::contains).collect(toImmutableList());
    }
  }

  private void ciphers() {
    Node.Scalar usual = new Node.Scalar(Place.start(Source.of("nginx", "")), USUAL_CIPHERS);
    CipherSelection selection =
        values
            .value("ssl_ciphers", Values.word(CipherString::read))
            .or(() -> CipherString.read(usual).toOptional())
            .orElseThrow(() -> new AssertionError(USUAL_CIPHERS + " selects nothing"));
    settings.suites12 = selection.suites();
    values.note(selection.notes());
    settings.set(Option.CLIENT_ORDER, !values.flag("ssl_prefer_server_ciphers", false));
    settings.hasDhParameters = values.value("ssl_dhparam", Readers.TEXT).isPresent();
  }

  private void sessions() {
    settings.set(Option.TICKETS, values.flag("ssl_session_tickets", true));
    settings.set(Option.EARLY_DATA, values.flag("ssl_early_data", false));
    boolean caches = values.one("ssl_session_cache").filter(this::caches).isPresent();
    settings.set(Option.SESSION_IDS, caches);
  }

  private boolean caches(Directive said) {
    boolean caches = false;
    if (!values.counted(said, Range.closed(1, 2))) {
      return false;
    }
    for (Node.Scalar argument : said.arguments()) {
      boolean isSwitch = argument.text().equals("off") || argument.text().equals("none");
      boolean isCache = CACHE.matcher(argument.text()).matches();
      if (!isSwitch && !isCache) {
        values.complain(
            new Complaint(
                argument.place(),
                "ssl_session_cache: " + argument.described() + " is no cache",
                "off, none, builtin or shared:NAME:SIZE, as shared:SSL:10m"));
      }
      caches |= isCache;
    }
    return caches;
  }

  private void certificates() {
    settings.set(Option.STATUS_REQUEST, values.flag("ssl_stapling", false));
    values.value("ssl_verify_client", VERIFY).ifPresent(asked -> settings.clients = asked);
  }

  private void protocols(Level level) {
    boolean isOld =
        level.here("listen").stream()
            .anyMatch(each -> each.arguments().stream().anyMatch(a -> a.text().equals("http2")));
    if (isOld || values.flag("http2", false)) {
      settings.protocols =
          ImmutableList.<String>builder().add("h2").addAll(settings.protocols).build();
    }
  }

  private ImmutableList<String> names(Level level) {
    return level.here("server_name").stream()
        .flatMap(each -> each.arguments().stream())
        .map(Node.Scalar::text)
        .filter(name -> !name.isEmpty() && !name.equals("_"))
        .collect(toImmutableList());
  }

  private NginxServer.Files files() {
    return new NginxServer.Files(
        values.values("ssl_certificate", Readers.TEXT),
        values.values("ssl_certificate_key", Readers.TEXT),
        values.value("ssl_stapling_file", Readers.TEXT),
        values.value("ssl_client_certificate", Readers.TEXT));
  }

  private void noteTheUnservable(Place place) {
    Optional<CipherSuite> without =
        settings.suites12.stream()
            .filter(suite -> !settings.hasDhParameters && Settings.needsDhParameters(suite))
            .findFirst();
    without.ifPresent(
        suite ->
            values.note(
                new Complaint(
                    place,
                    suite.opensslName() + " and its like are never chosen without ssl_dhparam",
                    "")));
  }
}
