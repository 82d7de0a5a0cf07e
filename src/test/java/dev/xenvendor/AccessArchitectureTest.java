package dev.xenvendor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.buildinfo.BuildInfo;
import dev.xenvendor.cli.Xenvendor;
import dev.xenvendor.report.html.Templates;
import dev.xenvendor.source.BuiltInConfig;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What classes may access: the process, things by name, resources, and the program in tests. */
final class AccessArchitectureTest {

  private static final String LOOKUPS = "forName|getDeclared.*|get(Field|Method|Constructor)s?";

  private static final DescribedPredicate<AccessTarget> BY_NAME =
      describe(
          "access by name",
          target -> {
            JavaClass owner = target.getOwner();
            return owner.isEquivalentTo(ServiceLoader.class)
                || owner.isEquivalentTo(ResourceBundle.class)
                || owner.getPackageName().equals("java.lang.reflect")
                || (owner.isEquivalentTo(Class.class) && target.getName().matches(LOOKUPS));
          });

  @Test
  void onlyMainKnowsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(ArchitectureTest.PROGRAM);
  }

  /** Where a direct call does the same, the build of the native program sees it. */
  @Test
  void nothingIsAccessedByName() {
    noClasses().should().accessTargetWhere(target(BY_NAME)).check(ArchitectureTest.PROGRAM);
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "are annotations of picocli, which it reads by reflection",
                type -> type.isAnnotation() && type.getPackageName().startsWith("picocli")))
        .check(ArchitectureTest.PROGRAM);
  }

  /** The three classes read resources that {@code reachability-metadata.json} lists. */
  @Test
  void onlyThreeClassesReadResources() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(BuiltInConfig.class, BuildInfo.class, Templates.class)
        .should()
        .accessTargetWhere(
            target(describe("a resource", target -> target.getName().startsWith("getResource"))))
        .check(ArchitectureTest.PROGRAM);
  }

  private static DescribedPredicate<JavaAccess<?>> target(DescribedPredicate<AccessTarget> target) {
    return describe(
        "the target is " + target.getDescription(), access -> target.test(access.getTarget()));
  }

  /** So that all of them run on whatever program is named. */
  @Test
  void testsOfTheCommandLineStartTheProgramInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Programs.class.getName())
        .should()
        .callMethodWhere(
            describe(
                "the program is run",
                call ->
                    call.getTargetOwner().isEquivalentTo(Xenvendor.class)
                        && call.getName().equals("run")))
        .check(ArchitectureTest.compiled(ArchitectureTest.class));
  }
}
