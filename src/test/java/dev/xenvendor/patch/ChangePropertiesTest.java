package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.edit.DefineMacros;
import dev.xenvendor.patch.edit.IdentLine;
import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.LineEndings;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.patch.edit.ReplaceTokens;
import dev.xenvendor.patch.edit.StripTrailingWhitespace;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every change and every text: made twice it is made once, and what it does not edit
 * stays as it is, byte for byte.
 */
final class ChangePropertiesTest {

  private static final int TEXTS = 400;
  private static final HeaderPath PATH = HeaderPath.of("a.h");
  private static final FileSelection FILES = FileSelection.of("a.h");

  /** Lines that the changes below are about, and others; with all kinds of endings. */
  private static final List<String> LINES =
      List.of(
          "#ifndef A",
          "#define A",
          "#if B",
          "#endif",
          "int a; \t",
          "",
          "mb(); /* mb() */",
          "mb\t( )",
          "/* $BSD: a.h,v 1.2 $ */",
          "// j\u00f6rg \\",
          "\" mb() ",
          "one",
          "one",
          "two",
          "two",
          "\t");

  private static final List<String> ENDINGS = List.of("\n", "\n", "\n", "\r\n", "\r");

  static Stream<Arguments> changes() {
    List<String> block = List.of("", "one", "", "two");
    return Stream.of(
        of(
            new IdentLine(FILES, "BSD", "/* $BSD$ */"),
            text -> text.replaceAll("^/\\* \\$BSD\\$ \\*/\r?\n", "")),
        of(
            new ReplaceTokens(FILES, Map.of("mb()", "mfence()", "a", "long_name"), false),
            // Blanks between replaced tokens go with them.
            text ->
                text.replaceAll("[ \t]", "").replace("mfence()", "mb()").replace("long_name", "a")),
        of(new ReplaceLine(FILES, "one", "two"), text -> text.replaceAll("(?m)^(one|two)$", "")),
        of(
            new InsertLines(FILES, Anchor.AFTER_INCLUDE_GUARD, block),
            ChangePropertiesTest::withoutBlock),
        of(
            new InsertLines(FILES, Anchor.BEFORE_END_OF_GUARD, block),
            ChangePropertiesTest::withoutBlock),
        of(
            new InsertLines(FILES, new Anchor(Anchor.Where.AFTER_LINE, "int a;"), block),
            ChangePropertiesTest::withoutBlock),
        of(
            new InsertLines(FILES, new Anchor(Anchor.Where.BEFORE_LINE, "int a;"), block),
            ChangePropertiesTest::withoutBlock),
        of(
            new InsertLines(FILES, new Anchor(Anchor.Where.AFTER_DEFINE, "A"), block),
            ChangePropertiesTest::withoutBlock),
        of(
            new DefineMacros(
                FILES, new Anchor(Anchor.Where.AFTER_BLOCK_OF_LINE, "int a;"), Map.of("M", "1")),
            text -> text.replaceAll("#undef M\r?\n|#define M 1\r?\n", "").stripTrailing()),
        of(new LineEndings(FILES, LineEnd.CRLF), text -> text.replace("\r\n", "\n")),
        of(new StripTrailingWhitespace(FILES), text -> text.replaceAll("\\s", "")),
        of(
            new TextPatch(FILES, Optional.empty(), "@@ -3,2 +3,3 @@\n two\n+three\n one\n"),
            text -> text.replaceAll("(?m)^three\r?\n", "")));
  }

  private static Arguments of(Change change, UnaryOperator<String> rest) {
    return Arguments.of(change, rest);
  }

  /** All that is not of the block; a last line may get the ending it lacked. */
  private static String withoutBlock(String text) {
    return text.replaceAll("(?m)^(one|two|)$\r?\n?", "").stripTrailing();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aSecondApplicationChangesNothing(Change change, UnaryOperator<String> rest) {
    int made = 0;
    for (String text : texts()) {
      String once = apply(change, text);
      assertThat(apply(change, once)).as(text).isEqualTo(once);
      made += once.equals(text) ? 0 : 1;
    }
    assertThat(made).as("texts in which there was something to do").isGreaterThan(TEXTS / 50);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatItDoesNotEditStays(Change change, UnaryOperator<String> rest) {
    for (String text : texts()) {
      assertThat(rest.apply(apply(change, text))).as(text).isEqualTo(rest.apply(text));
    }
  }

  static Stream<Anchor> anchors() {
    return Stream.of(
        Anchor.AFTER_INCLUDE_GUARD,
        Anchor.BEFORE_END_OF_GUARD,
        new Anchor(Anchor.Where.AFTER_LINE, "one"),
        new Anchor(Anchor.Where.BEFORE_LINE, "int a;"),
        new Anchor(Anchor.Where.AFTER_DEFINE, "A"),
        new Anchor(Anchor.Where.AFTER_BLOCK_OF_LINE, "two"));
  }

  /** Blocks of the lines that the texts are made of, so that their ends stand there already. */
  @ParameterizedTest
  @MethodSource("anchors")
  void insertedIntoATextThatLacksItABlockIsThereAsAWhole(Anchor anchor) {
    List<List<String>> blocks =
        List.of(
            List.of("#if B", "#endif"),
            List.of("#if B", "one", "#endif"),
            List.of("one", "two"),
            List.of("two", "two"),
            List.of("", "mb\t( )", "", "#if B", "#endif", ""));
    int made = 0;
    for (List<String> block : blocks) {
      Change change = new InsertLines(FILES, anchor, block);
      for (String text : texts()) {
        String once = apply(change, text);
        assertThat(apply(change, once)).as(text).isEqualTo(once);
        if (!once.equals(text)) {
          assertAdded(block, lines(text), lines(once));
          made++;
        }
      }
    }
    assertThat(made).as("texts in which there was something to do").isGreaterThan(TEXTS / 10);
  }

  /** All of the block was added, or blank lines at the ends of one that was there. */
  private static void assertAdded(List<String> block, List<String> before, List<String> after) {
    int added = after.size() - before.size();
    boolean blanks =
        added <= block.stream().filter(String::isBlank).count()
            && withoutBlanks(before).equals(withoutBlanks(after));
    boolean whole = false;
    for (int at = 0; at + block.size() <= after.size() && !blanks && !whole; at++) {
      List<String> rest = new ArrayList<>(after.subList(0, at));
      rest.addAll(after.subList(at + block.size(), after.size()));
      whole = after.subList(at, at + block.size()).equals(block) && rest.equals(before);
    }
    assertThat(blanks || whole).as("%s\n%s\n%s", block, before, after).isTrue();
  }

  private static List<String> lines(String text) {
    return TextLines.of(text.getBytes(StandardCharsets.ISO_8859_1)).stream()
        .map(line -> line.replace("\r", ""))
        .toList();
  }

  private static List<String> withoutBlanks(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static List<String> texts() {
    Random random = new Random(3);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "#ifndef A\n#define A\n" : "");
      for (int lines = random.nextInt(25); lines > 0; lines--) {
        text.append(LINES.get(random.nextInt(LINES.size())));
        text.append(ENDINGS.get(random.nextInt(ENDINGS.size())));
      }
      text.append(i % 3 == 0 ? "#endif\n" : "");
      texts.add(i % 4 == 0 ? text.toString().strip() : text.toString());
    }
    return texts;
  }

  private static String apply(Change change, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    HeaderTree tree = HeaderTree.of(Map.of(PATH, HeaderFile.regular(bytes)));
    HeaderTree patched = change.apply(PatchTarget.of(tree)).tree();
    return new String(patched.get(PATH).orElseThrow().bytes(), StandardCharsets.ISO_8859_1);
  }
}
