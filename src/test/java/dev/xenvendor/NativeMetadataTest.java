package dev.xenvendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.nls.TranslationBundle;
import org.junit.jupiter.api.Test;

/**
 * What the native program keeps for access by name, which its build cannot see: {@code
 * reachability-metadata.json} must list it. The rules here hold for new classes as well; the tests
 * of the command line, run on a program that was built with {@code --exact-reachability-metadata},
 * find what the libraries ask for beyond that.
 */
final class NativeMetadataTest {

  private static final Path METADATA =
      Project.FOLDER.resolve(
          "src/main/resources/META-INF/native-image/dev.xenvendor/xenvendor/"
              + "reachability-metadata.json");

  private static final List<String> RESOURCES =
      List.of("src/main/resources", "vendor", "local-patches");

  private static final JavaClasses JGIT =
      new ClassFileImporter().importPackages("org.eclipse.jgit");

  private final JsonNode metadata = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(METADATA.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Stream<JsonNode> types() {
    return StreamSupport.stream(metadata.get("reflection").spliterator(), false);
  }

  private Set<String> typesWith(String method) {
    return types()
        .filter(type -> type.path("methods").findValuesAsText("name").contains(method))
        .map(type -> type.get("type").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** JGit finds the constants of an enum by its method {@code values}. */
  @Test
  void everyEnumThatJgitReadsFromAConfigurationIsListed() {
    Set<String> read =
        JGIT.stream()
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(NativeMetadataTest::readsAnEnum)
            .flatMap(method -> method.getAccessesFromSelf().stream())
            .map(JavaAccess::getTargetOwner)
            .filter(JavaClass::isEnum)
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(read).hasSizeGreaterThan(10);
    assertThat(typesWith("values")).containsAll(read);
  }

  private static boolean readsAnEnum(JavaCodeUnit method) {
    return method.getCallsFromSelf().stream()
        .map(JavaAccess::getTarget)
        .anyMatch(
            target ->
                target.getName().equals("getEnum")
                    && target.getOwner().isAssignableTo(Config.class));
  }

  /** The build of the native program ignores a name that is no class. */
  @Test
  void everyClassThatTheBuildInitializesIsThere() throws Exception {
    String option = "<arg>--initialize-at-build-time=";
    String pom = Files.readString(Project.FOLDER.resolve("pom.xml"));
    int begin = pom.indexOf(option) + option.length();
    for (String name : pom.substring(begin, pom.indexOf("</arg>", begin)).split(",")) {
      boolean isPackage = JGIT.stream().anyMatch(type -> type.getPackageName().equals(name));
      if (!isPackage) {
        Class<?> found = Class.forName(name, false, getClass().getClassLoader());
        assertThat(found.getName()).isEqualTo(name);
      }
    }
  }

  /** JGit fills the public fields of such a class from the resource of its name. */
  @Test
  void everyBundleOfJgitsTextsIsListed() {
    Set<String> bundles =
        JGIT.stream()
            .filter(type -> type.isAssignableTo(TranslationBundle.class))
            .filter(type -> !type.isEquivalentTo(TranslationBundle.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(bundles).isNotEmpty();
    assertThat(typesWith("<init>")).containsAll(bundles);
    assertThat(metadata.get("resources").findValuesAsText("bundle")).containsAll(bundles);
  }

  /** Folders as well: some of them are listed at run time. */
  @Test
  void everyResourceOfTheProgramIsListed() throws IOException {
    List<PathMatcher> globs =
        metadata.get("resources").findValuesAsText("glob").stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
    List<Path> resources = new ArrayList<>();
    for (String folder : RESOURCES) {
      Path root = Project.FOLDER.resolve(folder);
      Path named = folder.startsWith("src/") ? root : Project.FOLDER;
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(path -> isResource(path, root)).map(named::relativize).forEach(resources::add);
      }
    }
    assertThat(resources)
        .filteredOn(resource -> !resource.startsWith("META-INF"))
        .isNotEmpty()
        .allMatch(resource -> globs.stream().anyMatch(glob -> glob.matches(resource)));
  }

  private static boolean isResource(Path path, Path root) {
    return Files.isRegularFile(path) || !root.startsWith(Project.FOLDER.resolve("src"));
  }

  /** A library that was updated may have other classes. */
  @Test
  void everythingThatIsListedExists() throws ReflectiveOperationException {
    for (JsonNode entry : types().toList()) {
      Class<?> type = Class.forName(entry.get("type").asText(), false, Main.class.getClassLoader());
      for (JsonNode method : entry.path("methods")) {
        Class<?>[] parameters = parameters(method);
        if (method.get("name").asText().equals("<init>")) {
          assertThat(type.getDeclaredConstructor(parameters)).isNotNull();
        } else {
          assertThat(type.getMethod(method.get("name").asText(), parameters)).isNotNull();
        }
      }
    }
    for (String bundle : metadata.get("resources").findValuesAsText("bundle")) {
      assertThat(ResourceBundle.getBundle(bundle).keySet()).as(bundle).isNotEmpty();
    }
  }

  private static Class<?>[] parameters(JsonNode method) throws ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (JsonNode type : method.get("parameterTypes")) {
      types.add(Class.forName(type.asText()));
    }
    return types.toArray(Class<?>[]::new);
  }
}
