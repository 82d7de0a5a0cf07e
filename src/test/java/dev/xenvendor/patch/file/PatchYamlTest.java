package dev.xenvendor.patch.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.Discussion;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.Forwarded;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.edit.IdentLine;
import dev.xenvendor.patch.edit.LineEndings;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.patch.edit.StripTrailingWhitespace;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PatchYamlTest {

  private static final byte[] TEMPLATE = {};
  private static final String STRIP = "strip-trailing-whitespace: {files: \"*.h\"}";

  @Test
  void everyKeyIsRead() {
    LocalPatch patch =
        read(
            """
            id: xs-wire-unused.2
            description: |
              The table of errors is marked.
              Not every user needs it.
            author: The NetBSD Foundation
            forwarded: no
            discussion:
              - {date: 2008-08-19, link: "https://example.org/1", says: "no: not like this"}
              - says: please
            last-update: 2008-08-20
            releases: ">=3.0.2 <3.3.0"
            change:
              replace-line: {file: io/xs_wire.h, line: " a", with: " b"}
            """);
    assertThat(patch.id()).isEqualTo("xs-wire-unused.2");
    assertThat(patch.summary()).isEqualTo("The table of errors is marked.");
    assertThat(patch.author()).contains("The NetBSD Foundation");
    assertThat(patch.forwarded()).contains(Forwarded.NO);
    assertThat(patch.discussion())
        .containsExactly(
            new Discussion(
                Optional.of(LocalDate.of(2008, 8, 19)),
                Optional.of("https://example.org/1"),
                "no: not like this"),
            new Discussion(Optional.empty(), Optional.empty(), "please"));
    assertThat(patch.lastWord().orElseThrow().says()).isEqualTo("please");
    assertThat(patch.lastUpdate()).contains(LocalDate.of(2008, 8, 20));
    assertThat(patch.isFor(new Version("3.2.0"))).isTrue();
    assertThat(patch.isFor(new Version("3.3.0"))).isFalse();
    assertThat(patch.change())
        .isEqualTo(new ReplaceLine(FileSelection.of("io/xs_wire.h"), " a", " b"));
    assertThat(patch.change().namedFiles()).containsExactly(HeaderPath.of("io/xs_wire.h"));
    assertThat(patch.place()).hasToString("p.yaml:13:3");
  }

  @ParameterizedTest
  @CsvSource({
    "'replace-tokens: {file: a.h, tokens: {a: b}, in-comments: yes}', must be true or false",
    "'replace-line: {file: a.h, line: a, with: \"b\\nc\"}', with must be one line",
    "'insert-lines: {file: a.h, after: include-guard, lines: [\"#if A\", b]}', must close every"
  })
  void whatCouldNotBeMadeTwiceIsRefused(String change, String why) {
    assertThatThrownBy(() -> read("id: a\ndescription: b\nchange:\n  " + change + "\n"))
        .hasMessageContaining(why);
  }

  @Test
  void whatMayBeLeftOutMay() {
    LocalPatch patch = read("id: a\ndescription: b\nchange: {" + STRIP + "}\n");
    assertThat(patch.author()).isEmpty();
    assertThat(patch.forwarded()).isEmpty();
    assertThat(patch.discussion()).isEmpty();
    assertThat(patch.lastUpdate()).isEmpty();
    assertThat(patch.isFor(new Version("99"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ident-line: {files: '*.h', keyword: BSD, form: '/* $BSD$ */'}",
        "replace-tokens: {files: ['*.h', a.c], tokens: {a: b}}",
        "replace-tokens: {files: '*.h', tokens: {a: b}, in-comments: true}",
        "replace-line: {file: a.h, line: a, with: ''}",
        "insert-lines: {file: a.h, after: include-guard, lines: a}",
        "insert-lines: {file: a.h, before: end-of-guard, lines: [a]}",
        "insert-lines: {file: a.h, after-line: b, lines: [a]}",
        "insert-lines: {file: a.h, before-line: b, lines: [a]}",
        "insert-lines: {file: a.h, after-define: B, lines: [a]}",
        "define-macros: {file: a.h, after: include-guard, macros: {a: 1}}",
        "define-macros: {files: ['*.h'], after: '#endif', macros: {'a(b)': b, c: ''}}",
        "qualify-fields: {file: a.h, struct: b, fields: [c, d], qualifier: volatile}",
        "relocate-definitions: {from: a.h, to: ../md.h, definitions: [struct a, 'b_*']}",
        "relocate-definitions: {from: a.h, to: md.h, definitions: [a], include: {file: b.h,"
            + " before: end-of-guard, line: '#include \"../md.h\"'}, template: 0010-a.h}",
        "strip-trailing-whitespace: {file: a.h}",
        "line-endings: {files: ['**', '!a.h'], form: crlf}",
        "add-file: {file: a.h, content: ''}",
        "remove-file: {file: a.h}",
        "text-patch: {file: a.h, diff: \"@@ -1 +1 @@\\n-a\\n+b\\n\"}",
        "text-patch: {file: a.h, against: 3.1.0, blob: 0123456789012345678901234567890123456789,"
            + " diff: \"@@ -1 +1 @@\\n-a\\n+b\\n\"}",
      })
  void everyKindIsReadAsItIsWritten(String change) {
    LocalPatch patch = read("id: a\ndescription: b\nchange: {" + change + "}\n");
    Change read = patch.change();
    String written = new String(PatchWriter.write(patch), StandardCharsets.UTF_8);
    assertThat(read(written).change()).isEqualTo(read);
    assertThat(new String(PatchWriter.write(read(written)), StandardCharsets.UTF_8))
        .isEqualTo(written);
    assertThat(change).startsWith(read.kind().name() + ": ");
    assertThat(read.summary()).isNotBlank();
    boolean habit =
        read instanceof IdentLine
            || read instanceof StripTrailingWhitespace
            || read instanceof LineEndings;
    assertThat(read.isHabit()).isEqualTo(habit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "id: A | 1:5: not an id: 'A'",
        "id: a/b | 1:5: not an id: 'a/b'",
        "id: '' | 1:5: not an id: ''",
        "ids: a | 1:1: unknown key 'ids', did you mean 'id'?",
        "id: a, author: [b] | 2:9: a single value is expected for 'author'",
        "id: a, forwarded: maybe | 2:12: forwarded is no, not-needed, pending, rejected or applied",
        "id: a, last-update: 20.8.2008 | 2:14: not a date: '20.8.2008' (e.g. 2008-08-20)",
        "id: a, last-update: 2008-02-30 | 2:14: not a date: '2008-02-30'",
        "id: a, releases: new | 2:11: not a version: 'new'",
        "id: a, releases: '' | 2:11: not a range of releases: ''",
        "id: a, discussion: none | 2:13: a list is expected for 'discussion'",
        "id: a, discussion: [{link: b}] | 2:14: each of 'discussion' lacks the key 'says'",
        "id: a, discussion: [{say: b}] | 2:15: unknown key 'say', did you mean 'says'?",
      })
  void aWrongFieldIsRefusedAtItsPlace(String fields, String message) {
    String text =
        fields.replaceAll(", (?=[a-z-]+: )", "\n") + "\ndescription: b\nchange: {" + STRIP + "}\n";
    assertThat(problem(text, fields.contains(", ") ? 2 : 1)).startsWith("p.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[] | 9: a mapping is expected for 'change'",
        "{} | 9: a patch makes one change, of one of these kinds: add-file, define-macros",
        "{add-file: {}, remove-file: {}} | 9: a patch makes one change, of one of these kinds",
        "{remove-files: {file: a}} | 10: there is no kind of change 'remove-files', did you mean"
            + " 'remove-file'?",
        "{paint: {file: a}} | 10: there is no kind of change 'paint'",
        "{remove-file: a} | 23: a mapping is expected for 'remove-file'",
        "{remove-file: {files: a}} | 24: unknown key 'files', did you mean 'file'?",
        "{remove-file: {file: ../a}} | 30: a path contains '..': ../a",
        "{add-file: {file: a}} | 20: 'add-file' lacks the key 'content'",
        "{replace-line: {file: a, line: b, with: b}} | 24: line and with are the same",
        "{replace-line: {file: /a, line: b, with: c}} | 31: a path has an empty part: /a",
        "{replace-line: {files: [a, ''], line: b, with: c}} | 32: not a pattern for paths: ''",
        "{replace-line: {line: b, with: c}} | 24: 'replace-line' lacks the key 'files'",
        "{replace-tokens: {file: a, tokens: {}}} | 26: tokens must name at least one",
        "{replace-tokens: {file: a, tokens: {'/**/': b}}} | 26: tokens: '/**/' contains no token",
        "{replace-tokens: {file: a, tokens: {b: b c}}} | 26: tokens: 'b' also occurs in a"
            + " replacement",
        "{replace-tokens: {file: a, tokens: {b: c, c: b}}} | 26: tokens: 'b' also occurs in a",
        "{replace-tokens: {file: a, tokens: [b]}} | 44: a mapping is expected for 'tokens'",
        "{insert-lines: {file: a, after: end, lines: [b]}} | 41: 'end' is not an anchor: after: ",
        "{insert-lines: {file: a, before: include-guard, lines: [b]}} | 42: 'include-guard' is no",
        "{insert-lines: {file: a, lines: [b]}} | 24: 'insert-lines' lacks the key 'after'",
        "{insert-lines: {file: a, after: include-guard, lines: ['', ' ']}} | 24: lines must"
            + " contain",
        "{insert-lines: {file: a, before-line: b  c, lines: [a, b c]}} | 24: lines must not contain"
            + " the",
        "{insert-lines: {file: a, after-define: 'b c', lines: [b]}} | 48: 'b c' is not the name of"
            + " a",
        "{insert-lines: {file: a, after-line: b, after: include-guard, lines: [b]}} | 34:"
            + " 'after-line' cannot be combined with 'after'",
        "{insert-lines: {file: a, after: include-guard, before: end-of-guard, lines: [b]}} | 56:"
            + " 'before' cannot be combined with 'after'",
        "{replace-line: {file: a, files: [b], line: b, with: c}} | 34: 'files' cannot be combined"
            + " with 'file'",
        "{define-macros: {file: a, after: b, macros: {}}} | 25: macros must name at least one",
        "{define-macros: {file: a, after: b, macros: {a b: c}}} | 25: 'a b' is not the name of a"
            + " macro",
        "{define-macros: {file: a, after: b, macros: {c: \"1\\n#endif\"}}} | 25: each line of the"
            + " body of c but the last must end in a backslash",
        "{ident-line: {file: a, keyword: BSD, form: $Id$}} | 22: form must contain $BSD$",
        "{text-patch: {file: a, diff: b}} | 22: patch contains no hunk",
        "{text-patch: {diff: b}} | 22: 'text-patch' lacks the key 'file'",
        "{text-patch: {file: a, blob: b, diff: c}} | 22: 'text-patch' lacks the key 'against'",
        "{relocate-definitions: {from: a, to: b, definitions: [c], template: d}} | 77: there is no"
            + " file 'd' beside the patch",
        "{relocate-definitions: {from: a, to: b, definitions: [c], include: {file: d, before: e,"
            + " line: f}}} | 94: 'e' is not an anchor",
        "{text-patch: {file: a, diff: \"@@ -1,2 +1 @@\\n"
            + "-a\\n"
            + "+b\\n"
            + "\"}} | 22: the hunk does not have the length in its header: @@ -1,2 +1 @@",
        "{text-patch: {file: a, diff: \"@@ -1 +1 @@\\n"
            + "-a\\n"
            + "+b\\n"
            + "+c\\n"
            + "\"}} | 22: the hunk does not have the length in its header: @@ -1 +1 @@",
        "{text-patch: {file: a, diff: \"@@ -1,2 +1 @@\\n"
            + "-a\\n"
            + "+b\\n"
            + "@@ -5 +5 @@\\n"
            + "-c\\n"
            + "+d\\n"
            + "\"}} | 22: the hunk does not have the length in its header: @@ -1,2 +1 @@",
        "{text-patch: {file: a, diff: \"@@ -1 +1 @@\\n-a\\nb\\n\"}} | 22: not a line of a diff: b",
      })
  void aWrongChangeIsRefusedAtItsPlace(String change, String message) {
    assertThat(problem("id: a\ndescription: b\nchange: " + change + "\n", 3))
        .startsWith("p.yaml:3:" + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "description", "change"})
  void aKeyThatMustBeThereIsAskedFor(String key) {
    String text = "id: a\ndescription: b\nchange: {" + STRIP + "}\n";
    assertThat(problem(text.replaceAll("(?m)^" + key + ": .*\n", ""), 1))
        .isEqualTo("p.yaml:1:1: the file lacks the key '" + key + "'");
  }

  private static LocalPatch read(String text) {
    return PatchYaml.read(
        "p.yaml",
        text.getBytes(StandardCharsets.UTF_8),
        file -> Optional.of(TEMPLATE).filter(there -> file.equals("0010-a.h")));
  }

  /** What is wrong, and on which line. */
  private static String problem(String text, int line) {
    Problem problem = catchThrowableOfType(Problem.class, () -> read(text));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT_FILE);
    assertThat(problem.text()).startsWith("p.yaml:" + line + ":");
    return problem.text();
  }
}
