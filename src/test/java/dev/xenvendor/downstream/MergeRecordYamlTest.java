package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MergeRecordYamlTest {

  private static final String HEX = "0123456789abcdef0123456789abcdef01234567";

  private static final HeaderPath XEN = HeaderPath.of("xen.h");
  private static final HeaderPath RING = HeaderPath.of("io/ring.h");
  private static final HeaderPath ODD = HeaderPath.of("an odd: name");

  private static final HeaderTree PRISTINE =
      HeaderTree.of(Map.of(XEN, file("int a;\n"), RING, file("int b;\n"), ODD, file("")));
  private static final HeaderTree PATCHED =
      HeaderTree.of(Map.of(XEN, file("int a;\n"), RING, file("/* $NetBSD$ */\nint b;\n")));

  private static final String SHORT =
      """
      schema: 1
      vendor: xen
      release: 3.3.0
      commit: HEX
      tree: HEX
      files:
        io/ring.h: {pristine: HEX}
      """;

  @Test
  void aRecordOfANewerProgramIsRefusedPlainly() {
    String newer = SHORT.replace("schema: 1", "schema: 2\nsomething: new").replace("HEX", HEX);
    assertThatThrownBy(() -> MergeRecordYaml.read("f", newer.getBytes(StandardCharsets.UTF_8)))
        .hasMessage("f:1:9: schema 2 was made by a newer xenvendor; this one reads schema 1");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Map<HeaderPath, HeaderPath> moved =
        new TreeMap<>(Map.of(HeaderPath.of("acm.h"), HeaderPath.of("xsm/acm.h"), ODD, XEN));
    MergeRecord record = MergeRecord.of("xen", release(HEX), PRISTINE, PATCHED, moved);
    MergeRecord read = MergeRecordYaml.read("f", MergeRecordYaml.write(record));
    assertThat(read.vendor()).isEqualTo("xen");
    assertThat(read.release()).isEqualTo(new Version("3.3.0"));
    assertThat(read.commit()).isEqualTo(GitId.of(HEX));
    assertThat(read.tree()).isEqualTo(PRISTINE.id());
    assertThat(read.moved()).isEqualTo(moved);
    assertThat(read.files()).isEqualTo(record.files());
    assertThat(MergeRecordYaml.write(read)).isEqualTo(MergeRecordYaml.write(record));
  }

  @Test
  void aFileKeepsItsPatchedIdOnlyWhereItHasAnother() {
    MergeRecord record = MergeRecord.of("xen", release(HEX), PRISTINE, PATCHED, Map.of());
    GitId pristine = PRISTINE.get(RING).orElseThrow().id();
    GitId patched = PATCHED.get(RING).orElseThrow().id();
    assertThat(record.files().get(RING)).isEqualTo(new RecordedFile(pristine, patched));
    GitId same = PRISTINE.get(ODD).orElseThrow().id();
    assertThat(record.files().get(ODD)).isEqualTo(new RecordedFile(same, same));
    assertThat(new String(MergeRecordYaml.write(record), StandardCharsets.UTF_8))
        .contains("  io/ring.h: {pristine: " + pristine + ", patched: " + patched + "}\n")
        .contains("  \"an odd: name\": {pristine: " + same + "}\n")
        .doesNotContain("moved:");
  }

  /** Whatever changes from one release to the next, the copied record is the one made anew. */
  @Test
  void aRecordIsMadeOfTheOneBefore() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      HeaderTree first = randomTree(random, HeaderTree.EMPTY);
      HeaderTree second = randomTree(random, first);
      MergeRecord before =
          MergeRecord.of("xen", release(HEX), first, randomTree(random, first), Map.of());
      MergeRecord read = MergeRecordYaml.read("f", MergeRecordYaml.write(before));
      HeaderTree patched = randomTree(random, second);
      MergeRecord anew = MergeRecord.of("xen", release(HEX), second, patched, Map.of());

      assertThat(read.files()).isEqualTo(before.files());
      assertThat(text(MergeRecordYaml.write(anew.after(read, first, second, patched))))
          .isEqualTo(text(MergeRecordYaml.write(anew)));
      assertThat(anew.after(read, second, second, patched).files()).isEqualTo(anew.files());
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Some of the files of a tree, some of them changed, and new ones, one with an odd name. */
  private static HeaderTree randomTree(Random random, HeaderTree like) {
    List<String> names = List.of("a.h", "a/b.h", "a-b.h", "a0", "io/ring.h", "xen.h", "Z~", "ü.h");
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (String name : names) {
      HeaderPath path = HeaderPath.of(name);
      switch (random.nextInt(name.equals("ü.h") ? 20 : 4)) {
        case 0 -> files.put(path, file("int i" + random.nextInt(3) + ";\n"));
        case 1, 2 -> like.get(path).ifPresent(file -> files.put(path, file));
        default -> {}
      }
    }
    return HeaderTree.of(files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  io/ring.h: {pristine: HEX}\n  io/ring.h: {pristine: HEX}\n",
        "  xen.h: {pristine: HEX}\n  io/ring.h: {pristine: HEX}\n",
        "  \"io/ring.h\": {pristine: HEX}\n",
        "  io/ring.h:  {pristine: HEX}\n",
        "  io/ring.h: {pristine: HEX, patched: HEX, }\n",
        "  io/ring.h: {pristine: HEX}\n  a.h",
        "    io/ring.h: {pristine: HEX}\n",
        "  io/ring.h: {pristine: HEX}\nmoved: {}\n",
      })
  void whatIsNotAsWrittenIsReadAsYaml(String files) {
    String list = files.replace("HEX", HEX);
    byte[] utf8 = list.getBytes(StandardCharsets.UTF_8);

    assertThat(RecordLines.in(utf8)).isEmpty();
    assertThat(RecordLines.in(("  a: {pristine: " + HEX + "}\n").getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  @Test
  void theListOfFilesIsReadOnlyWhenItIsAskedFor() {
    MergeRecord record = read(SHORT.replace("{pristine: HEX}", "{pristin: HEX}"));
    assertThat(record.release()).isEqualTo(new Version("3.3.0"));
    Problem problem = catchThrowableOfType(Problem.class, record::files);
    assertThat(problem.text()).isEqualTo("f:7:15: unknown key 'pristin', did you mean 'pristine'?");
  }

  @Test
  void lineEndingsOfAnotherSystemDoNoHarm() {
    assertThat(read(SHORT.replace("\n", "\r\n")).files()).containsOnlyKeys(RING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "release: 3.3.0 | release: last | f:3:10: not a version: 'last'",
        "commit: HEX | commit: HE | f:4:9: not a git object id: HE",
        "tree: HEX | tres: HEX | f:5:1: unknown key 'tres', did you mean 'tree'?",
        "vendor: xen | # | f:1:1: the file lacks the key 'vendor'",
        "files: | moved: {../a: b} | f:6:9: a path contains '..': ../a",
        "files: | moved: {a: /b} | f:6:12: a path has an empty part: /b",
      })
  void aWrongValueIsRefusedAtItsPlace(String right, String wrong, String message) {
    String text = SHORT.replace(right, wrong).replace("\n  io/ring.h: {pristine: HEX}", "");
    Problem problem = catchThrowableOfType(Problem.class, () -> read(text));
    assertThat(problem.text()).startsWith(message);
  }

  private static MergeRecord read(String text) {
    return MergeRecordYaml.read("f", text.replace("HEX", HEX).getBytes(StandardCharsets.UTF_8));
  }

  private static ImportedRelease release(String commit) {
    return release("3.3.0", commit);
  }

  private static ImportedRelease release(String version, String commit) {
    return new ImportedRelease(
        new Version(version), GitId.of(commit), "a message", Optional.empty(), Optional.empty());
  }

  private static HeaderFile file(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.UTF_8));
  }
}
