package dev.xenvendor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dependencies point one way, and each third-party library lives in one package. */
final class ArchitectureTest {

  private static final String BASE = "dev.xenvendor";

  /**
   * A package of ours.
   *
   * @param used those of our packages that it may use
   * @param libraries the packages of others that it may use, and no other package may
   */
  record Part(String name, List<String> used, List<String> libraries) {

    /** Both are written as names with blanks between them. */
    static Part of(String name, String used, String libraries) {
      return new Part(name, words(used), words(libraries));
    }

    private static List<String> words(String text) {
      return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    String packageName() {
      return BASE + '.' + name;
    }

    String[] allowed() {
      Stream<String> ours = used.stream().map(other -> BASE + '.' + other);
      Stream<String> others = libraries.stream().map(library -> library + "..");
      Stream<String> always = Stream.of(packageName(), "java..", "org.jspecify..");
      return Stream.of(ours, others, always).flatMap(all -> all).toArray(String[]::new);
    }
  }

  private static final JavaClasses PROGRAM = read();

  /** A package may use those above it only. */
  static Stream<Part> parts() {
    return Stream.of(
        Part.of("header", "", ""),
        Part.of("problem", "", ""),
        Part.of("merge", "header", ""),
        Part.of("cheader", "header problem", "org.eclipse.cdt org.eclipse.core"),
        Part.of("yaml", "problem", "org.yaml.snakeyaml"),
        Part.of("vendor", "header problem yaml", ""),
        Part.of("patch", "header problem merge cheader yaml vendor", ""),
        Part.of("trunk", "header problem merge cheader yaml vendor patch", ""),
        Part.of("abi", "header problem cheader vendor patch yaml", ""),
        Part.of("impact", "header problem cheader yaml vendor patch trunk", ""),
        Part.of("cvs", "header problem merge cheader yaml vendor patch trunk", ""),
        Part.of("check", "header problem merge cheader vendor patch trunk abi impact", ""),
        Part.of(
            "report",
            "header merge cheader vendor patch trunk abi impact cvs check",
            "com.fasterxml.jackson com.github.difflib javax.xml"),
        Part.of(
            "cli",
            "header problem merge cheader vendor patch trunk abi impact cvs check report",
            "picocli"),
        Part.of("source", "header problem vendor", "org.apache.commons.compress"),
        Part.of("git", "header problem merge vendor trunk", "org.eclipse.jgit"),
        Part.of("cvsprogram", "header problem vendor cvs", ""));
  }

  private static JavaClasses read() {
    try {
      Path compiled =
          Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter().importPath(compiled);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aPackageUsesOnlyWhatItMay(Part part) {
    classes()
        .that()
        .resideInAPackage(part.packageName())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(part.allowed())
        .check(PROGRAM);
  }

  @Test
  void everyPackageIsListed() {
    Set<String> listed =
        parts().map(Part::packageName).collect(Collectors.toCollection(TreeSet::new));
    listed.add(BASE);
    assertThat(packages()).extracting(JavaPackage::getName).hasSameElementsAs(listed);
  }

  /** The wiring alone knows both the commands and the adapters, and no library. */
  @Test
  void onlyTheWiringUsesTheAdapters() {
    String[] adapters = {BASE + ".git", BASE + ".source", BASE + ".cvsprogram"};
    noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.concat(Stream.of(BASE), Stream.of(adapters)).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(adapters)
        .check(PROGRAM);
    classes()
        .that()
        .resideInAPackage(BASE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(BASE + "..", "java..", "org.jspecify..")
        .check(PROGRAM);
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

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
        .check(PROGRAM);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages())
        .allSatisfy(
            aPackage ->
                assertThat(aPackage.isAnnotatedWith(NullMarked.class))
                    .as(aPackage.getName())
                    .isTrue());
  }

  private static Set<JavaPackage> packages() {
    return PROGRAM.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
  }
}
