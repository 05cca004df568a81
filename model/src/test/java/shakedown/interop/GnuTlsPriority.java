package shakedown.interop;

import java.util.Locale;
import java.util.StringJoiner;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;

/** What GnuTLS is told to take, in its own words. */
final class GnuTlsPriority {
  private GnuTlsPriority() {}

  static String of(Feature feature, Role role) {
    var words = new StringJoiner(":");
    words.add("NONE").add(feature.isFor13() ? "+VERS-TLS1.3" : "+VERS-TLS1.2");
    words.add(feature.wants(Wish.RAW_SERVER_KEY) ? "+CTYPE-SRV-RAWPK" : "+CTYPE-SRV-X509");
    words.add(feature.wants(Wish.RAW_CLIENT_KEY) ? "+CTYPE-CLI-RAWPK" : "+CTYPE-CLI-X509");
    if (role == Role.SERVER && feature.wants(Wish.BETTER_SERVER)) {
      words.add("+VERS-TLS1.3");
    }
    words.add("+COMP-NULL");
    suite(words, feature.suite().toString());
    if (feature.isFor13() && feature.wants(Wish.PSK_KE)) {
      words.add("+PSK");
    } else if (feature.isFor13() && feature.wants(Wish.PRE_SHARED_KEY)) {
      words.add("+ECDHE-PSK").add("+DHE-PSK");
    }
    feature.groups(role).forEach(each -> words.add(group(each)));
    if (feature.schemes().isEmpty()) {
      words.add("+SIGN-ALL");
    }
    feature.schemes().forEach(each -> words.add(scheme(each, feature.isFor13())));
    if (feature.wants(Wish.NO_TICKET)) {
      words.add("%NO_TICKETS");
    }
    if (feature.wants(Wish.NO_DISGUISE)) {
      words.add("%DISABLE_TLS13_COMPAT_MODE");
    }
    if (role == Role.CLIENT && feature.wants(Wish.FALLBACK)) {
      words.add("%FALLBACK_SCSV");
    }
    return words.toString();
  }

  private static void suite(StringJoiner words, String name) {
    String[] halves =
        name.startsWith("TLS_AES") || name.startsWith("TLS_CHACHA")
            ? new String[] {"", name.substring("TLS_".length())}
            : name.substring("TLS_".length()).split("_WITH_");
    if (!halves[0].isEmpty()) {
      words.add("+" + exchange(halves[0]));
    }
    String rest = halves[1];
    String hash = rest.substring(rest.lastIndexOf('_') + 1);
    boolean isAead = rest.contains("GCM") || rest.contains("CCM") || rest.contains("POLY1305");
    String cipher =
        rest.contains("CCM") && !rest.contains("SHA")
            ? rest
            : rest.substring(0, rest.lastIndexOf('_'));
    words.add("+" + cipher.replace('_', '-'));
    words.add(isAead ? "+AEAD" : "+" + (hash.equals("SHA") ? "SHA1" : hash));
  }

  private static String exchange(String name) {
    return name.replace('_', '-');
  }

  private static String group(NamedGroup group) {
    return "+GROUP-" + group.toString().toUpperCase(Locale.ROOT);
  }

  private static String scheme(SignatureScheme scheme, boolean isFor13) {
    String name = scheme.toString();
    if (name.startsWith("ed")) {
      return "+SIGN-EDDSA-" + name.toUpperCase(Locale.ROOT);
    }
    if (name.startsWith("ecdsa")) {
      return isFor13
          ? "+SIGN-" + name.toUpperCase(Locale.ROOT).replace('_', '-')
          : "+SIGN-ECDSA-" + name.substring(name.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
    }
    return "+SIGN-"
        + name.toUpperCase(Locale.ROOT)
            .replace('_', '-')
            .replace("PKCS1-", "")
            .replace("RSA-PSS-PSS", "RSA-PSS");
  }
}
