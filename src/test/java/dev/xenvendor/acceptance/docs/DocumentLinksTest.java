package dev.xenvendor.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The links of the documentation within the project lead somewhere. */
final class DocumentLinksTest {

  /** A link or a picture, also with a line end in its text. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");
  private static final String CODE = "    ";

  static List<Path> documents() throws IOException {
    try (Stream<Path> below = Files.walk(Project.FOLDER.resolve("docs"))) {
      Stream<Path> pages = below.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(Project.FOLDER.resolve("README.md")), pages).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFileAndAHeadingOfIt(Path document) throws IOException {
    List<String> broken =
        LINK.matcher(prose(document))
            .results()
            .map(link -> link.group(1))
            .filter(link -> !ADDRESS.matcher(link).matches())
            .filter(link -> !resolves(document, link))
            .toList();
    assertThat(broken).isEmpty();
  }

  /** A page on the web numbers headings of the same name, so that a link may mean either. */
  @ParameterizedTest
  @MethodSource("documents")
  void noTwoHeadingsHaveOneName(Path document) throws IOException {
    assertThat(anchors(document)).doesNotHaveDuplicates();
  }

  @Test
  void headingsAreNamedAsOnTheWeb() {
    assertThat(anchor("## What `check` looks for: a rule, or two"))
        .isEqualTo("what-check-looks-for-a-rule-or-two");
  }

  private static boolean resolves(Path document, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    try {
      return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> anchors(Path document) throws IOException {
    return prose(document)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(DocumentLinksTest::anchor)
        .toList();
  }

  private static String anchor(String heading) {
    String title = heading.replaceFirst("^#+ ", "");
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private static String prose(Path document) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> !line.startsWith(CODE))
        .collect(Collectors.joining("\n"));
  }
}
