package dev.plimsoll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.NetworkChannel;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may use whom, over the main classes of all modules. */
final class ArchitectureTest {

  /** The packages below {@code dev.plimsoll}: each may use itself and those before it. */
  private static final List<String> LAYERS =
      List.of(
          "source",
          "evidence",
          "diagnostic",
          "yaml",
          "origin",
          "values",
          "chart",
          "schema",
          "template.value",
          "template.origin",
          "template.grammar",
          "template.syntax",
          "template.function",
          "template.eval",
          "render",
          "manifest",
          "kubernetes",
          "helmfile",
          "index",
          "rbac",
          "capacity",
          "rule",
          "cel.value",
          "cel.function",
          "cel.tree",
          "cel.program",
          "cel.compile",
          "cel.policy",
          "cel.rule",
          "project",
          "analysis",
          "rules",
          "lsp.protocol",
          "lsp.document",
          "lsp.workspace",
          "lsp.feature",
          "lsp.server",
          "deploy.json",
          "deploy.cluster",
          "deploy.helm",
          "deploy.plan",
          "deploy.record",
          "deploy.journal",
          "deploy.rollout",
          "deploy.gate",
          "deploy.run",
          "cli");

  /** Below this the import is broken, and the other tests hold for nothing. */
  private static final int FEWEST_CLASSES = 300;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.plimsoll")
          .that(not(resideInAPackage("dev.plimsoll.testkit..")));

  @Test
  void importsTheMainClasses() {
    assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
  }

  @Test
  void everyClassIsInALayer() {
    String[] layers = LAYERS.stream().map(ArchitectureTest::packagesOf).toArray(String[]::new);
    assertThat(CLASSES.that(not(resideInAnyPackage(layers)))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("LAYERS")
  void layerUsesOnlyThoseBeforeIt(String layer) {
    String[] later =
        LAYERS.stream()
            .skip(LAYERS.indexOf(layer) + 1L)
            .map(ArchitectureTest::packagesOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packagesOf(layer))
        .should()
        .dependOnClassesThat(resideInAnyPackage(later))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void testToolsAreForTestsAlone() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("dev.plimsoll.testkit.."))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.plimsoll.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES)
        .extracting(JavaClass::getPackage)
        .allSatisfy(javaPackage ->
            assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
                .as("@NullMarked on %s", javaPackage.getName())
                .isTrue());
  }

  @Test
  void onlyTheCommandLineTouchesTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.plimsoll.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyAPermittedCommandStartsAProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.plimsoll.cli.terminal.Commands")
        .and()
        .doNotHaveFullyQualifiedName("dev.plimsoll.cli.terminal.Git")
        .and()
        .resideOutsideOfPackages("dev.plimsoll.deploy.helm")
        .and()
        // Waits for the end of the editor, and starts nothing.
        .doNotHaveFullyQualifiedName("dev.plimsoll.lsp.server.ParentProcess")
        .should()
        .dependOnClassesThat(
            belongToAnyOf(Process.class, ProcessBuilder.class, ProcessHandle.class))
        .check(CLASSES);
  }

  @Test
  void onlyPermittedDownloadsOpenConnections() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.plimsoll.cli.charts.Download")
        .and()
        .haveNameNotMatching("dev\\.plimsoll\\.deploy\\.run\\.Web(\\$.*)?")
        .and()
        .haveNameNotMatching("dev\\.plimsoll\\.deploy\\.cluster\\.HttpConnections(\\$.*)?")
        .and()
        // The server of a recording, and its certificate.
        .haveNameNotMatching("dev\\.plimsoll\\.cli\\.Training(Cluster|Certificate)")
        .should()
        .dependOnClassesThat(canOpenConnections())
        .check(CLASSES);
  }

  @Test
  void onlyTheLanguageServerKnowsTheProtocol() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.plimsoll.lsp..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.eclipse.lsp4j..", "com.google.gson.."))
        .check(CLASSES);
  }

  @Test
  void onlyDeployTalksToClusters() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.plimsoll.deploy.cluster")
        .should()
        .dependOnClassesThat(resideInAPackage("io.fabric8.."))
        .check(CLASSES);
  }

  @Test
  void noHostNameIsResolved() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "asks for more of an address than its literal",
                call ->
                    call.getTargetOwner().isAssignableTo(InetAddress.class)
                        && !List.of("ofLiteral", "getAddress").contains(call.getName())))
        .check(CLASSES);
  }

  @Test
  void everyCheckIsSparedWhatJavaWritesAtEveryStart() {
    noClasses()
        .that(not(resideInAnyPackage("dev.plimsoll.cli..", "dev.plimsoll.deploy..")))
        .should()
        .callMethodWhere(
            describe(
                "makes a comparator that can be serialized",
                call ->
                    (call.getTargetOwner().isAssignableTo(Comparator.class)
                            && call.getName().matches("comparing.*|thenComparing.*"))
                        || call.getName().startsWith("comparingBy")))
        .because("`Order` makes such as an AOT cache can keep")
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("picocli..").and(describe("are annotations", JavaClass::isAnnotation)))
        .because("`Options` declares what commands take without reflection")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Helper|Impl|Manager|Utils?)")
        .because("such names say nothing")
        .check(CLASSES);
  }

  private static String packagesOf(String layer) {
    return "dev.plimsoll." + layer + "..";
  }

  private static DescribedPredicate<JavaClass> canOpenConnections() {
    return resideInAnyPackage("java.net..", "java.rmi..", "javax.net..", "sun.net..")
        .and(
            not(
                belongToAnyOf(
                    URI.class,
                    URISyntaxException.class,
                    URLDecoder.class,
                    URLEncoder.class,
                    InetAddress.class,
                    Inet6Address.class)))
        .or(describe("are network channels", type -> type.isAssignableTo(NetworkChannel.class)));
  }
}
