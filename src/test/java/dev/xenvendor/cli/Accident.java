package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.GoldenFiles;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A command that must be refused: with its exit status and one error that names the thing, exactly
 * as the golden file of the test has it, and with nothing changed.
 *
 * <p>{@code -Dxenvendor.golden=write} adds to the golden files what is said now; to write them
 * anew, delete them first. The cases of a parameterised test may share an entry.
 */
final class Accident {

  static final Path FOLDER = Project.FOLDER.resolve("src/test/resources/accidents");

  private static final String HEADING = "== ";

  private Accident() {}

  static Run refused(TestTree tree, int status, String named, String... arguments) {
    String before = tree.state();
    Run run = fails(tree, status, named, arguments);
    assertThat(tree.state()).as("after %s", String.join(" ", arguments)).isEqualTo(before);
    tree.requireSound();
    return run;
  }

  /** The same where there is no repository whose state could be compared. */
  static Run fails(TestTree tree, int status, String named, String... arguments) {
    return asRecorded(tree.run(arguments).fails(status, named), String.join(" ", arguments));
  }

  /** Compares what was said with the golden file of the test that asks. */
  static Run asRecorded(Run run, String command) {
    StackFrame test = StackWalker.getInstance().walk(Accident::testIn);
    String className = test.getClassName();
    Path file = file(className.substring(className.lastIndexOf('.') + 1));
    String key = test.getMethodName() + ": " + masked(command);
    String said = "exit " + run.exit() + "\n" + masked(run.err());
    SortedMap<String, String> golden = read(file);
    if (GoldenFiles.WRITE) {
      String other = golden.getOrDefault(key, "");
      golden.put(key, other.contains(said) ? other : other + said);
      write(file, golden);
    }
    assertThat(said)
        .as("%s in %s", key, file.getFileName())
        .isSubstringOf(golden.getOrDefault(key, ""));
    return run;
  }

  private static StackFrame testIn(java.util.stream.Stream<StackFrame> frames) {
    return frames
        .filter(frame -> frame.getClassName().matches("dev\\.xenvendor\\..*Test"))
        .reduce((called, caller) -> caller)
        .orElseThrow();
  }

  /** Names that differ from run to run and from machine to machine. */
  private static String masked(String text) {
    return text.replaceAll("[^\\s:'(]*junit-?\\d+", "TMP").replaceAll("\\b[0-9a-f]{7,40}\\b", "ID");
  }

  private static Path file(String test) {
    return FOLDER.resolve(test + ".txt");
  }

  static SortedMap<String, String> read(Path file) {
    SortedMap<String, String> entries = new TreeMap<>();
    if (!Files.exists(file)) {
      return entries;
    }
    try {
      String key = "";
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(HEADING)) {
          key = line.substring(HEADING.length());
          entries.put(key, "");
        } else {
          entries.merge(key, line + "\n", String::concat);
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, Map<String, String> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach((key, said) -> text.append(HEADING).append(key).append('\n').append(said));
    TestFiles.put(file, text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
