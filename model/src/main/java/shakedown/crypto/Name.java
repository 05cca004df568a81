package shakedown.crypto;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;

/**
 * A name that a certificate is for (RFC 5280 4.2.1.6), or the top of a tree of names that an
 * authority may or may not certify (RFC 5280 4.2.1.10).
 */
public sealed interface Name {
  /** Whether it lies in the tree under another of its form. */
  boolean isUnder(Name top);

  /** Whether both are names of the same form, so that the one can constrain the other. */
  boolean isOfForm(Name other);

  /**
   * A host, or a wildcard for hosts.
   *
   * @param host in lower case
   */
  record Dns(String host) implements Name {
    public Dns {
      host = Ascii.toLowerCase(host);
    }

    /** Labels may be added on the left; after a leading dot, at least one must be. */
    @Override
    public boolean isUnder(Name top) {
      return top instanceof Dns(String tree)
          && (tree.isEmpty()
              || host.equals(tree)
              || host.endsWith(tree.startsWith(".") ? tree : "." + tree));
    }

    @Override
    public boolean isOfForm(Name other) {
      return other instanceof Dns;
    }

    @Override
    public String toString() {
      return host;
    }
  }

  /**
   * An address of IP, or a range of them.
   *
   * @param octets in hexadecimal: 4 or 16, in a range as many more for the mask
   */
  record Address(String octets) implements Name {
    public static Address of(byte[] octets) {
      return new Address(BaseEncoding.base16().encode(octets));
    }

    @Override
    public boolean isUnder(Name top) {
      return top instanceof Address(String range)
          && range.length() == 2 * octets.length()
          && isIn(BaseEncoding.base16().decode(range));
    }

    private boolean isIn(byte[] range) {
      byte[] own = BaseEncoding.base16().decode(octets);
      for (int i = 0; i < own.length; i++) {
        if (((own[i] ^ range[i]) & range[own.length + i]) != 0) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean isOfForm(Name other) {
      return other instanceof Address;
    }

    /** Dotted decimals, or groups of hexadecimal digits (RFC 4291 2.2, none left out). */
    @Override
    public String toString() {
      boolean old = octets.length() == 8 || octets.length() == 16;
      var text = new StringBuilder();
      for (int i = 0; i < octets.length(); i += old ? 2 : 4) {
        text.append(i == 0 ? "" : i == octets.length() / 2 && isRange() ? "/" : old ? "." : ":");
        text.append(old ? decimal(i) : Ascii.toLowerCase(octets.substring(i, i + 4)));
      }
      return text.toString();
    }

    private boolean isRange() {
      return octets.length() == 16 || octets.length() == 64;
    }

    private String decimal(int at) {
      return Integer.toString(Integer.parseInt(octets.substring(at, at + 2), 16));
    }
  }

  /**
   * A distinguished name.
   *
   * @param parts from the root, each with its type
   */
  record Directory(ImmutableList<String> parts) implements Name {
    @Override
    public boolean isUnder(Name top) {
      return top instanceof Directory(ImmutableList<String> tree)
          && tree.size() <= parts.size()
          && parts.subList(0, tree.size()).equals(tree);
    }

    @Override
    public boolean isOfForm(Name other) {
      return other instanceof Directory;
    }

    @Override
    public String toString() {
      return String.join(", ", parts);
    }
  }

  /**
   * A name of a form that says nothing to TLS, as of a mailbox: constrained at all, it is refused.
   *
   * @param form the tag of its choice in GeneralName (RFC 5280 4.2.1.6)
   */
  record Other(int form) implements Name {
    @Override
    public boolean isUnder(Name top) {
      return false;
    }

    @Override
    public boolean isOfForm(Name other) {
      return equals(other);
    }

    @Override
    public String toString() {
      return "a name of form " + form;
    }
  }
}
