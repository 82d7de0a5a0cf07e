package dev.xenvendor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.testing.RandomTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineDiffTest {

  private static final int PAIRS = 400;

  @TempDir Path folder;

  /** Two texts to be told apart. */
  private record Pair(byte[] before, byte[] after) {

    static Pair ofSeed(int seed) {
      RandomTexts texts = new RandomTexts(seed);
      int kinds = 2 + texts.upTo(18);
      List<String> before = texts.lines(40, kinds);
      List<String> after =
          texts.upTo(3) == 0
              ? texts.lines(40, kinds)
              : texts.edited(before, 1 + texts.upTo(5), kinds);
      return new Pair(texts.text(before), texts.text(after));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\n", "a", "a\nb\nc\n", "a\na\na\n", "\n\n"})
  void equalTextsHaveNoEdits(String text) {
    assertThat(LineDiff.between(bytes(text), bytes(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, aXc, 1-2 1-2",
    "abc, abXc, 2-2 2-3",
    "abc, ac, 1-2 1-1",
    "abc, Xabc, 0-0 0-1",
    "abc, abcX, 3-3 3-4",
    "'', ab, 0-0 0-2",
    "ab, '', 0-2 0-0",
    "abc, xyz, 0-3 0-3",
    "aa, aaa, 2-2 2-3", // as far down as it goes
    "abab, ababab, 4-4 4-6",
  })
  void anEditNamesTheLinesOfBothTexts(String before, String after, String edit) {
    List<LineEdit> edits = LineDiff.between(lines(before), lines(after));
    assertThat(edits).extracting(LineDiffTest::written).containsExactly(edit);
  }

  @Test
  void aLineIsAnotherOneWithoutItsEnding() {
    assertThat(LineDiff.between(bytes("a\nb\n"), bytes("a\nb")))
        .containsExactly(new LineEdit(1, 2, 1, 2));
  }

  @Test
  void theDistanceCountsTheLinesThatOnlyOneTextHas() {
    assertThat(LineDiff.distance(lines("abcd"), lines("aXYd"))).isEqualTo(4);
  }

  @Test
  void theEditsMadeToOneTextGiveTheOther() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Pair pair = Pair.ofSeed(seed);
      List<LineEdit> edits = LineDiff.between(pair.before(), pair.after());
      assertThat(text(applied(edits, pair))).as("seed %d", seed).isEqualTo(text(pair.after()));
    }
  }

  @Test
  void editsComeFromTopToBottomWithALineBetweenThem() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Pair pair = Pair.ofSeed(seed);
      LineEdit last = null;
      for (LineEdit edit : LineDiff.between(pair.before(), pair.after())) {
        assertThat(edit.size()).as("seed %d: %s", seed, edit).isPositive();
        if (last != null) {
          assertThat(edit.beforeBegin()).as("seed %d", seed).isGreaterThan(last.beforeEnd());
          assertThat(edit.afterBegin()).as("seed %d", seed).isGreaterThan(last.afterEnd());
        }
        last = edit;
      }
    }
  }

  @Test
  void linesThatAreFrequentBeyondCountingAreComparedToo() {
    String many = "a\n".repeat(100);
    List<LineEdit> edits = LineDiff.between(bytes(many + "b\n" + many), bytes(many + many));
    assertThat(edits).containsExactly(new LineEdit(100, 101, 100, 100));
  }

  @Test
  void theHunksAreThoseOfGit() throws IOException {
    NativeGit git = NativeGit.in(folder);
    Map<String, List<String>> expected = new TreeMap<>();
    for (int seed = 0; seed < PAIRS; seed++) {
      Pair pair = Pair.ofSeed(seed);
      String name = "seed-%03d".formatted(seed);
      write("before", name, pair.before());
      write("after", name, pair.after());
      List<LineEdit> edits = LineDiff.between(pair.before(), pair.after());
      expected.put(name, edits.stream().map(LineDiffTest::written).toList());
    }
    Map<String, List<String>> hunks =
        hunks(
            git.run(
                "diff",
                "--no-index",
                "--histogram",
                "--no-indent-heuristic",
                "-U0",
                "before",
                "after"));
    expected.forEach(
        (name, edits) -> assertThat(edits).as(name).isEqualTo(hunks.getOrDefault(name, List.of())));
  }

  private void write(String side, String name, byte[] text) throws IOException {
    Path file = folder.resolve(side).resolve(name);
    Files.createDirectories(folder.resolve(side));
    Files.write(file, text);
  }

  /** The hunks of every file in what {@code git diff -U0} printed. */
  private static Map<String, List<String>> hunks(String diff) {
    Pattern file = Pattern.compile("diff --git a/before/(\\S+) .*");
    Pattern hunk = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");
    Map<String, List<String>> hunks = new TreeMap<>();
    List<String> current = new ArrayList<>();
    for (String line : diff.split("\n", -1)) {
      Matcher starts = file.matcher(line);
      Matcher edit = hunk.matcher(line);
      if (starts.matches()) {
        current = new ArrayList<>();
        hunks.put(starts.group(1), current);
      } else if (edit.matches()) {
        current.add(
            range(edit.group(1), edit.group(2)) + " " + range(edit.group(3), edit.group(4)));
      }
    }
    return hunks;
  }

  /** Git counts lines from 1, and names the line before an empty run. */
  private static String range(String first, String count) {
    int lines = count == null ? 1 : Integer.parseInt(count);
    int begin = Integer.parseInt(first) - (lines == 0 ? 0 : 1);
    return begin + "-" + (begin + lines);
  }

  private static String written(LineEdit edit) {
    return edit.beforeBegin()
        + "-"
        + edit.beforeEnd()
        + " "
        + edit.afterBegin()
        + "-"
        + edit.afterEnd();
  }

  private static byte[] applied(List<LineEdit> edits, Pair pair) {
    LineInterner numbers = new LineInterner();
    NumberedText before = numbers.of(pair.before());
    NumberedText after = numbers.of(pair.after());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int done = 0;
    for (LineEdit edit : edits) {
      out.writeBytes(before.bytes(done, edit.beforeBegin()));
      out.writeBytes(after.bytes(edit.afterBegin(), edit.afterEnd()));
      done = edit.beforeEnd();
    }
    out.writeBytes(before.bytes(done, before.size()));
    return out.toByteArray();
  }

  private static byte[] lines(String letters) {
    return bytes(letters.replaceAll("(?s).", "$0\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
