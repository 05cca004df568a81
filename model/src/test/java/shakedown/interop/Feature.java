package shakedown.interop;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import shakedown.pki.Chains;
import shakedown.policy.Policy;
import shakedown.wire.Alert;
import shakedown.wire.CertificateType;
import shakedown.wire.CipherSuite;
import shakedown.wire.NamedGroup;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/**
 * A row of the matrix: what both ends are asked to do, and what must have been negotiated.
 *
 * @param chain that the server shows
 * @param policy of our end, whatever its role, but for the groups
 * @param clientGroups what the client takes, best first; it brings a share for the first
 * @param schemes what a peer takes and signs with; empty for all that it has
 * @param check of our end and of what the peer said
 */
record Feature(
    String name,
    Version version,
    ChainFiles chain,
    Policy policy,
    ImmutableList<NamedGroup> clientGroups,
    ImmutableList<NamedGroup> serverGroups,
    ImmutableList<SignatureScheme> schemes,
    Course course,
    Consumer<Meeting> check) {

  static Feature of(String name, Version version, ChainFiles chain, CipherSuite suite) {
    NamedGroup group = version.equals(Version.TLS13) ? NamedGroup.X25519 : NamedGroup.SECP256R1;
    return new Feature(
        name,
        version,
        chain,
        Policy.of(Chains.HOST).withVersions(version).withSuites(suite),
        ImmutableList.of(group),
        ImmutableList.of(group),
        ImmutableList.of(),
        Course.PLAIN,
        _ -> {});
  }

  Matrix.Row row() {
    return new Matrix.Row(name, isFor13() ? "TLS 1.3" : "TLS 1.2");
  }

  boolean isFor13() {
    return version.equals(Version.TLS13);
  }

  CipherSuite suite() {
    return policy.suites().getFirst();
  }

  boolean wants(Wish wish) {
    return course.wishes().contains(wish);
  }

  /** Whether clients show who they are, sooner or later. */
  boolean showsClients() {
    return wants(Wish.CLIENT_CERTIFICATE) || course.deed() == Deed.SERVER_AUTHENTICATES;
  }

  /** Whether servers ask clients who they are, sooner or later. */
  boolean asksClients() {
    return showsClients() || wants(Wish.NO_CLIENT_CERTIFICATE);
  }

  /** How many handshakes it takes, one after the other. */
  int sessions() {
    return wants(Wish.RESUMPTION) ? 2 : 1;
  }

  /** Of our end in this role. */
  Policy ours(Role role) {
    Policy own =
        policy
            .withGroups(groups(role).toArray(NamedGroup[]::new))
            .withCertificateTypes(types(role), types(role.peer()));
    if (role == Role.SERVER && wants(Wish.BETTER_SERVER)) {
      own = own.withVersions(Version.TLS13, Version.TLS12).withSuites(Us.ANY13, suite());
    }
    return own;
  }

  /** What this side shows. */
  private ImmutableList<CertificateType> types(Role role) {
    boolean isBare = wants(role == Role.CLIENT ? Wish.RAW_CLIENT_KEY : Wish.RAW_SERVER_KEY);
    return ImmutableList.of(isBare ? CertificateType.RAW_PUBLIC_KEY : CertificateType.X509);
  }

  ImmutableList<NamedGroup> groups(Role role) {
    return role == Role.CLIENT ? clientGroups : serverGroups;
  }

  Feature wishing(Wish... more) {
    return with(course.wishing(more));
  }

  /** What happens when the last handshake is over. */
  Feature then(Deed deed) {
    return with(course.then(deed));
  }

  /** The server ends it. */
  Feature refusedBy(Alert alert) {
    return with(course.refused(alert));
  }

  private Feature with(Course other) {
    return new Feature(
        name, version, chain, policy, clientGroups, serverGroups, schemes, other, check);
  }

  Feature withChain(ChainFiles other) {
    return new Feature(
        name, version, other, policy, clientGroups, serverGroups, schemes, course, check);
  }

  Feature withPolicy(Policy other) {
    return new Feature(
        name, version, chain, other, clientGroups, serverGroups, schemes, course, check);
  }

  Feature withGroups(NamedGroup... both) {
    return withGroups(ImmutableList.copyOf(both), ImmutableList.copyOf(both));
  }

  Feature withGroups(ImmutableList<NamedGroup> client, ImmutableList<NamedGroup> server) {
    return new Feature(name, version, chain, policy, client, server, schemes, course, check);
  }

  Feature withSchemes(SignatureScheme... best) {
    return new Feature(
        name,
        version,
        chain,
        policy,
        clientGroups,
        serverGroups,
        ImmutableList.copyOf(best),
        course,
        check);
  }

  /** This, too. */
  Feature checking(Consumer<Meeting> more) {
    return new Feature(
        name,
        version,
        chain,
        policy,
        clientGroups,
        serverGroups,
        schemes,
        course,
        check.andThen(more));
  }

  @Override
  public String toString() {
    return row().toString();
  }
}
