package shakedown.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shakedown.handshake.Endpoint;

/** The arrows of {@code model/docs/architecture.md}: who may know whom. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("shakedown");

  /** The packages of the machine itself. */
  private static final String[] MACHINE = {
    "shakedown.handshake..",
    "shakedown.client..",
    "shakedown.client12..",
    "shakedown.client13..",
    "shakedown.server..",
    "shakedown.server12..",
    "shakedown.server13.."
  };

  /** For each module those that it may know. */
  private static final ImmutableListMultimap<String, String> ARROWS =
      ImmutableListMultimap.<String, String>builder()
          .put("model", "model")
          .putAll("simulator", "simulator", "model")
          .putAll("specs", "specs", "model")
          .putAll("experiments", "experiments", "simulator", "specs", "model")
          .build();

  @TestFactory
  Stream<DynamicTest> no_arrow_between_modules_runs_back() {
    return Repository.MODULES.stream()
        .map(module -> DynamicTest.dynamicTest(module, () -> modulesKnow(module)));
  }

  private static void modulesKnow(String module) {
    String[] own = packages(ImmutableSet.of(module));
    String[] known = packages(ImmutableSet.copyOf(ARROWS.get(module)));
    noClasses()
        .that()
        .resideInAnyPackage(own)
        .should()
        .dependOnClassesThat(resideInAnyPackage("shakedown..").and(not(resideInAnyPackage(known))))
        .check(CLASSES);
  }

  @Test
  void no_packages_know_each_other_in_a_ring() {
    slices().matching("shakedown.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void only_the_machine_has_endpoints() {
    classes().that().implement(Endpoint.class).should().resideInAnyPackage(MACHINE).check(CLASSES);
  }

  @Test
  void the_machine_does_not_ask_which_algebra_it_got() {
    noClasses()
        .that()
        .resideInAnyPackage(MACHINE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching("shakedown\\.(.*\\.)?(Concrete|Metered|Symbolic|Term|Octets)(\\$.*)?")
        .check(CLASSES);
  }

  @Test
  void clients_and_servers_of_a_version_know_neither_each_other_nor_the_opening() {
    know("shakedown.client13", "client", "client12", "server", "server12", "server13");
    know("shakedown.client12", "client", "client13", "server", "server12", "server13");
    know("shakedown.server13", "client", "client12", "client13", "server", "server12");
    know("shakedown.server12", "client", "client12", "client13", "server", "server13");
    know("shakedown.client", "server", "server12", "server13");
    know("shakedown.server", "client", "client12", "client13");
  }

  private static void know(String who, String... nobody) {
    String[] packages = Stream.of(nobody).map(each -> "shakedown." + each).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(CLASSES);
  }

  @Test
  void what_is_general_knows_nothing_of_tls() {
    knowsOnly("shakedown.yaml", "shakedown.yaml");
    knowsOnly("shakedown.explore", "shakedown.explore");
    knowsOnly("shakedown.engine", "shakedown.engine");
    knowsOnly("shakedown.net", "shakedown.net", "shakedown.engine");
    knowsOnly("shakedown.wire", "shakedown.wire");
    knowsOnly("shakedown.crypto", "shakedown.crypto", "shakedown.wire");
  }

  private static void knowsOnly(String who, String... known) {
    noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat(resideInAnyPackage("shakedown..").and(not(resideInAnyPackage(known))))
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  @Test
  void in_the_model_only_a_peer_has_sockets() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(ImmutableSet.of("model")))
        .and()
        .resideOutsideOfPackage("shakedown.peer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels..")
        .check(CLASSES);
  }

  private static String[] packages(ImmutableSet<String> modules) {
    return Repository.packages().entries().stream()
        .filter(entry -> modules.contains(entry.getKey()))
        .map(entry -> entry.getValue())
        .toArray(String[]::new);
  }
}
