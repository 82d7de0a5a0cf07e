package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.testing.FileTrees;
import dev.xenvendor.testing.GoldenFiles;
import dev.xenvendor.testing.Project;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Golden patches: every folder of {@code src/test/patch-cases} is a test. */
final class PatchCasesTest {

  private static final String TAKEN = "taken.h";

  /** A folder with a patch, a tree without it and the tree with it. */
  private record Case(Path folder) {

    static List<Case> all() {
      Path cases = Project.FOLDER.resolve("src/test/patch-cases");
      try (Stream<Path> folders = Files.list(cases)) {
        return folders.filter(Files::isDirectory).sorted().map(Case::new).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String name() {
      return folder.getFileName().toString();
    }

    HeaderTree tree(String name) {
      return FileTrees.read(folder.resolve(name));
    }

    ChangeOutcome applyTo(HeaderTree tree) {
      Path yaml = folder.resolve("patch.yaml");
      LocalPatch patch = PatchYaml.read(name(), read(yaml), this::beside);
      HeaderTree published = Files.exists(folder.resolve("published")) ? tree("published") : tree;
      return patch.change().apply(PatchTarget.of(tree, published));
    }

    private Optional<byte[]> beside(String file) {
      Path path = folder.resolve(file);
      return Files.exists(path) ? Optional.of(read(path)) : Optional.empty();
    }

    String expectedEdits() {
      return new String(read(folder.resolve("expected.txt")), StandardCharsets.UTF_8);
    }

    String expectedTaken() {
      return beside(TAKEN).map(text -> new String(text, StandardCharsets.ISO_8859_1)).orElse("");
    }

    void update(ChangeOutcome outcome) {
      FileTrees.replace(folder.resolve("after"), outcome.tree());
      try {
        Files.writeString(folder.resolve("expected.txt"), edits(outcome));
        Files.deleteIfExists(folder.resolve(TAKEN));
        if (!outcome.taken().isEmpty()) {
          Files.write(folder.resolve(TAKEN), taken(outcome).getBytes(StandardCharsets.ISO_8859_1));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> theChangeIsAsExpected() {
    return Case.all().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  @TestFactory
  Stream<DynamicTest> aSecondApplicationChangesNothing() {
    return Case.all().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> checkTwice(c)));
  }

  private static void check(Case patchCase) {
    ChangeOutcome outcome = patchCase.applyTo(patchCase.tree("before"));
    if (GoldenFiles.WRITE) {
      patchCase.update(outcome);
    }
    assertThat(edits(outcome)).isEqualTo(patchCase.expectedEdits());
    assertThat(texts(outcome.tree())).isEqualTo(texts(patchCase.tree("after")));
    assertThat(taken(outcome)).isEqualTo(patchCase.expectedTaken());
  }

  private static void checkTwice(Case patchCase) {
    HeaderTree after = patchCase.applyTo(patchCase.tree("before")).tree();
    ChangeOutcome again = patchCase.applyTo(after);
    assertThat(texts(again.tree())).isEqualTo(texts(after));
    assertThat(again.edits().values())
        .noneMatch(e -> e instanceof FileEdit.Changed || e instanceof FileEdit.Removed);
  }

  /** What was taken out, one run of lines apart from the next by an empty one. */
  private static String taken(ChangeOutcome outcome) {
    return outcome.taken().stream()
        .map(taken -> new String(taken.text(), StandardCharsets.ISO_8859_1))
        .collect(Collectors.joining("\n"));
  }

  private static String edits(ChangeOutcome outcome) {
    StringBuilder edits = new StringBuilder();
    outcome
        .edits()
        .forEach(
            (path, edit) -> {
              edits.append(word(edit)).append(' ').append(path);
              edit.why().ifPresent(why -> edits.append(": ").append(why));
              edits.append('\n');
            });
    return edits.toString();
  }

  private static String word(FileEdit edit) {
    if (edit instanceof FileEdit.Changed) {
      return "changed";
    }
    if (edit instanceof FileEdit.Removed) {
      return "removed";
    }
    if (edit instanceof FileEdit.Holds) {
      return "holds";
    }
    if (edit instanceof FileEdit.Elsewhere) {
      return "elsewhere";
    }
    if (edit instanceof FileEdit.Unreadable) {
      return "unreadable";
    }
    return edit instanceof FileEdit.NotConcerned ? "not concerned" : "impossible";
  }

  /** Bytes as characters, carriage returns spelled out, so that a difference can be read. */
  private static Map<String, String> texts(HeaderTree tree) {
    Map<String, String> texts = new TreeMap<>();
    tree.files().forEach((path, file) -> texts.put(path.value(), text(file)));
    return texts;
  }

  private static String text(HeaderFile file) {
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1).replace("\r", "\\r");
    return file.mode() + "\n" + text;
  }
}
