package dev.xenvendor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of packages in {@code docs/architecture.md} is the truth: a dependency that it does not
 * name is an error, and so is one that it names and that no class has.
 */
final class ArchitectureTest {

  private static final String BASE = "dev.xenvendor";
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** Packages that everybody may use. */
  private static final List<String> COMMON = List.of("java.", "org.jspecify.");

  static final JavaClasses PROGRAM = compiled(Main.class);

  /**
   * A row of the table.
   *
   * @param used the packages of the program that it uses
   * @param libraries the packages of libraries that it uses, and no other package may
   */
  record Part(String name, Set<String> used, Set<String> libraries) {

    String packageName() {
      return BASE + '.' + name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Part> parts() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (String line : Files.readAllLines(Project.FOLDER.resolve("docs/architecture.md"))) {
      String[] cells = line.split(" *\\| *", -1);
      if (cells.length == 6 && NAME.matcher(cells[1]).matches()) {
        parts.add(new Part(names(cells[1]).iterator().next(), names(cells[3]), names(cells[4])));
      }
    }
    return parts;
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aPackageUsesWhatTheTableSays(Part part) {
    assertThat(usedBy(part.packageName()))
        .as("packages of the program that %s uses", part)
        .isEqualTo(part.used());
  }

  @Test
  void eachLibraryIsUsedByThePackageThatTheTableNames() throws IOException {
    TreeMap<String, Set<String>> named = new TreeMap<>();
    TreeMap<String, Set<String>> actual = new TreeMap<>();
    for (Part part : parts()) {
      named.put(part.name(), part.libraries());
      Set<String> used = new TreeSet<>();
      for (String library : librariesOf(part.packageName())) {
        used.add(
            part.libraries().stream()
                .filter(name -> (library + '.').startsWith(name + '.'))
                .findFirst()
                .orElse(library));
      }
      actual.put(part.name(), used);
    }
    assertThat(actual).isEqualTo(named);
  }

  @Test
  void everyPackageIsListed() throws IOException {
    Set<String> listed =
        parts().stream().map(Part::packageName).collect(Collectors.toCollection(TreeSet::new));
    listed.add(BASE);
    assertThat(packages()).extracting(JavaPackage::getName).hasSameElementsAs(listed);
  }

  /** {@code Main} and what is beside it alone know both the commands and the adapters. */
  @Test
  void onlyTheTopPackageUsesTheAdapters() {
    String[] adapters = {BASE + ".git..", BASE + ".source..", BASE + ".cvsprogram.."};
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
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(PROGRAM);
  }

  private static final class EachPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  /** A name that two packages use stands for two things. */
  @Test
  void noSimpleNameIsUsedTwice() {
    Set<String> seen = new HashSet<>();
    List<String> twice =
        PROGRAM.stream()
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info"))
            .filter(name -> !seen.add(name))
            .sorted()
            .toList();
    assertThat(twice).isEmpty();
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

  private static Set<String> usedBy(String packageName) {
    return targets(packageName)
        .filter(target -> target.startsWith(BASE + '.') && !target.equals(packageName))
        .map(target -> target.substring(BASE.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> librariesOf(String packageName) {
    return targets(packageName)
        .filter(target -> !target.isEmpty() && !target.startsWith(BASE))
        .filter(target -> COMMON.stream().noneMatch(target::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> targets(String packageName) {
    return PROGRAM.stream()
        .filter(javaClass -> javaClass.getPackageName().equals(packageName))
        .flatMap(javaClass -> javaClass.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .map(JavaClass::getPackageName);
  }

  /** The classes that were compiled along with one. */
  static JavaClasses compiled(Class<?> one) {
    try {
      return new ClassFileImporter()
          .importPath(Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<JavaPackage> packages() {
    return PROGRAM.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
  }
}
