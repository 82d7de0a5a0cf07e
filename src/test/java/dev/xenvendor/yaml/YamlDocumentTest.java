package dev.xenvendor.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlDocumentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "yes",
        "on",
        "null",
        "~",
        "4.10",
        "0x10",
        "0o17",
        "017",
        "1e3",
        "1_000",
        "2008-08-20",
        "12:30:45",
        ".inf",
        "<<",
        "=",
        "true"
      })
  void aScalarIsTakenAsWritten(String scalar) {
    assertThat(read("key: " + scalar + "\n").get("key").text()).isEqualTo(scalar);
  }

  @Test
  void aKeyIsTakenAsWrittenToo() {
    assertThat(read("no: 1\n4.10: 2\n").entries()).containsOnlyKeys("no", "4.10");
  }

  @Test
  void anEmptyValueIsAnEmptyText() {
    assertThat(read("key:\n").get("key").text()).isEmpty();
  }

  @Test
  void entriesKeepTheOrderOfTheFile() {
    assertThat(read("b: 1\na: 2\nc: 3\n").entries().keySet()).containsExactly("b", "a", "c");
  }

  @Test
  void aSingleValueIsReadAsAList() {
    YamlMapping top = read("one: a\nseveral: [a, b]\n");
    assertThat(top.get("one").textOrTexts()).containsExactly("a");
    assertThat(top.get("several").textOrTexts()).containsExactly("a", "b");
  }

  @Test
  void aNodeKnowsItsPlaceCountedFromOne() {
    YamlNode second = read("key:\n  - a\n  - b\n").get("key").list().get(1);
    assertThat(second.place()).hasToString("f.yaml:3:5");
    assertThat(second.line()).isEqualTo(3);
  }

  @Test
  void textIsUtf8() {
    assertThat(read("key: \u00e9\u4e16\n").get("key").text()).isEqualTo("\u00e9\u4e16");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] latin1 = "key: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problem(() -> YamlDocument.read("f.yaml", latin1)).text())
        .isEqualTo("f.yaml: the file is not UTF-8 text");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("key: [a, b\n", "f.yaml:2:1: "),
        Arguments.of("key: {a: b\n", "f.yaml:2:1: "),
        Arguments.of("key: 'a\n", "f.yaml:2:1: "),
        Arguments.of("key: a: b\n", "f.yaml:1:7: "),
        Arguments.of("\tkey: a\n", "f.yaml:1:1: "),
        Arguments.of("key: @a\n", "f.yaml:1:6: "),
        Arguments.of("a: 1\n b: 2\n", "f.yaml:2:3: "),
        Arguments.of("a: 1\n]\n", "f.yaml:2:1: "),
        Arguments.of("? [a]\n: 1\n", "f.yaml:1:3: "),
        Arguments.of("a: \"\\q\"\n", "f.yaml:1:6: "));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformedTextIsRefusedAtItsPlace(String text, String place) {
    Problem problem = problem(() -> read(text));
    assertThat(problem.text()).startsWith(place);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT_FILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''             | f.yaml:1:1: the file is empty",
        "'# a comment'  | f.yaml:1:1: the file is empty",
        "- a            | f.yaml:1:1: a mapping is expected here: keys with their values",
        "a word         | f.yaml:1:1: a mapping is expected here: keys with their values",
        "'  [a]'        | f.yaml:1:3: a mapping is expected here: keys with their values",
      })
  void theTopIsAMapping(String text, String message) {
    assertThat(problem(() -> read(text)).text()).isEqualTo(message);
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n"))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("f.yaml:2:1: ");
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestOne() {
    YamlMapping top = read("name: a\nprefx: b\n");
    Problem nearest = problem(() -> top.allow("name", "prefix", "upstream"));
    assertThat(nearest.text()).isEqualTo("f.yaml:2:1: unknown key 'prefx', did you mean 'prefix'?");
    assertThat(nearest.hint()).contains("allowed here: name, prefix, upstream");
  }

  @Test
  void anUnknownKeyThatIsNearToNoneIsOnlyRefused() {
    YamlMapping top = read("colour: a\n");
    assertThat(problem(() -> top.allow("name", "prefix")).text())
        .isEqualTo("f.yaml:1:1: unknown key 'colour'");
  }

  @Test
  void aKeyThatIsThereTwiceIsRefused() {
    assertThat(problem(() -> read("a: 1\nb: 2\na: 3\n")).text())
        .isEqualTo("f.yaml:3:1: the key 'a' occurs twice");
  }

  @Test
  void aKeyThatIsThereTwiceBelowTheTopIsRefused() {
    YamlMapping top = read("top:\n  a: 1\n  'a': 3\n");
    assertThat(problem(() -> top.get("top").mapping()).text())
        .isEqualTo("f.yaml:3:3: the key 'a' occurs twice");
  }

  @Test
  void aMissingKeyIsNamed() {
    YamlMapping top = read("# comment\nupstream:\n  url: a\n");
    assertThat(problem(() -> top.get("name")).text())
        .isEqualTo("f.yaml:2:1: the file lacks the key 'name'");
    assertThat(problem(() -> top.get("upstream").mapping().get("path")).text())
        .isEqualTo("f.yaml:3:3: 'upstream' lacks the key 'path'");
  }

  @Test
  void aValueOfAnotherShapeIsRefused() {
    YamlMapping top = read("a: 1\nb: [1]\nc: {d: 1}\ne: [[1]]\n");
    assertThat(problem(() -> top.get("b").text()).text())
        .isEqualTo("f.yaml:2:4: a single value is expected for 'b'");
    assertThat(problem(() -> top.get("a").list()).text())
        .isEqualTo("f.yaml:1:4: a list is expected for 'a'");
    assertThat(problem(() -> top.get("b").mapping()).text())
        .isEqualTo("f.yaml:2:4: a mapping is expected for 'b': keys with their values");
    assertThat(problem(() -> top.get("c").textOrTexts()).text())
        .isEqualTo("f.yaml:3:4: a list is expected for 'c'");
    assertThat(problem(() -> top.get("e").texts()).text())
        .isEqualTo("f.yaml:4:5: a single value is expected for each of 'e'");
  }

  @Test
  void whatAMakerRefusesIsReportedAtItsPlace() {
    YamlMapping top = read("number: many\n");
    assertThat(problem(() -> top.get("number").as(Integer::parseInt)).text())
        .isEqualTo("f.yaml:1:9: For input string: \"many\"");
  }

  @Test
  void anchorsWithoutAliasesDoNoHarm() {
    assertThat(read("a: &x 1\n").get("a").text()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1\nb: *x\n",
        "a: &x [1]\nb: *x\n",
        "a: &x {c: 1}\nb:\n  <<: *x\n",
        "a: &x [1, *x]\n",
        "&x a: 1\nb: {*x : 2}\n",
      })
  void aliasesAreRefused(String text) {
    assertThat(problem(() -> read(text)).text())
        .contains("anchors and aliases (& and *) are not used in this file");
  }

  /** Each line has ten times the values of the one before: a hundred millions in a few bytes. */
  @Test
  void aBombOfAliasesIsRefusedBeforeItGoesOff() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 9; i++) {
      String previous = "*a" + (i - 1);
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append(String.join(",", List.of(previous, previous, previous, previous, previous)));
      bomb.append("]\n");
    }
    assertThat(problem(() -> read(bomb.toString())).text()).contains("anchors and aliases");
  }

  @Test
  void textThatIsNestedTooDeepIsRefused() {
    String deep = "a: " + "[".repeat(2000) + "]".repeat(2000) + "\n";
    assertThat(problem(() -> read(deep)).text()).startsWith("f.yaml");
  }

  private static YamlMapping read(String text) {
    return YamlDocument.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem problem(ThrowingCallable call) {
    return catchThrowableOfType(Problem.class, call);
  }
}
