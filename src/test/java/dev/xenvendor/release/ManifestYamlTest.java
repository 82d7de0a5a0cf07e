package dev.xenvendor.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestYamlTest {

  private static final GitId COMMIT = GitId.of("0123456789abcdef0123456789abcdef01234567");

  private static final HeaderTree HEADERS =
      HeaderTree.of(
          Map.of(
              HeaderPath.of("xen.h"), regular("int xen;\n"),
              HeaderPath.of("io/ring.h"), regular("int ring;\n"),
              HeaderPath.of("gen.sh"), HeaderFile.of(FileMode.EXECUTABLE, bytes("#!/bin/sh\n")),
              HeaderPath.of("cur"), HeaderFile.of(FileMode.SYMLINK, bytes("io")),
              HeaderPath.of("a name: with #signs"), regular("")));

  private static final Manifest MANIFEST =
      new Manifest(
          new Version("3.3.0"),
          Optional.of("refs/tags/3.3.0 branched"),
          Optional.of(COMMIT),
          Optional.of(Committer.of("A U. Thor <a@example.org> 1219219200 +0130")),
          HEADERS.id(),
          files(HEADERS));

  @Test
  void whatIsWrittenIsReadBack() {
    byte[] written = ManifestYaml.write("Xen 3.3.0", MANIFEST);
    assertThat(ManifestYaml.read("f", written)).isEqualTo(MANIFEST);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .startsWith("# yaml-language-server: $schema=")
        .contains("manifest.schema.json\n# What Xen 3.3.0 is: facts, no header text.");
  }

  @Test
  void aReleaseFromNoRepositoryHasNeitherRefNorCommit() {
    Manifest manifest =
        new Manifest(
            new Version("3.3.0"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            HEADERS.id(),
            files(HEADERS));
    byte[] written = ManifestYaml.write("Xen 3.3.0", manifest);
    assertThat(ManifestYaml.read("f", written)).isEqualTo(manifest);
    assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("ref:", "commit:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"size:  ", "\"size\": ", "size: +"})
  void aManifestInOtherWordsIsTheSameManifest(String size) {
    Manifest manifest =
        new Manifest(
            new Version("3.3.0"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            HEADERS.id(),
            files(HEADERS));
    String written = new String(ManifestYaml.write("Xen 3.3.0", manifest), StandardCharsets.UTF_8);
    byte[] edited = bytes(written.replace("size: ", size) + "# the end\n");
    assertThat(ManifestYaml.read("f", edited)).isEqualTo(manifest);
  }

  @Test
  void headersThatAreTheReleaseDifferNowhere() {
    assertThat(MANIFEST.differences(HEADERS)).isEmpty();
  }

  @Test
  void aChangedAMissingAndAnAdditionalFileDiffer() {
    Map<HeaderPath, HeaderFile> files = new HashMap<>(HEADERS.files());
    files.put(HeaderPath.of("xen.h"), regular("int xen; \n"));
    files.put(HeaderPath.of("gen.sh"), regular("#!/bin/sh\n"));
    files.put(HeaderPath.of("new.h"), regular(""));
    files.remove(HeaderPath.of("cur"));
    assertThat(MANIFEST.differences(HeaderTree.of(files)))
        .containsExactly(
            Map.entry(HeaderPath.of("cur"), FileDifference.MISSING),
            Map.entry(HeaderPath.of("gen.sh"), FileDifference.MODE),
            Map.entry(HeaderPath.of("new.h"), FileDifference.EXTRA),
            Map.entry(HeaderPath.of("xen.h"), FileDifference.CONTENT));
  }

  @ParameterizedTest
  @CsvSource({
    "'/* $Id$ */\nint a;\n', '/* $Id$ */\r\nint a;\r\n', LINE_ENDS",
    "'int a;\r\n', 'int a;\n', LINE_ENDS",
    "'/* $Id$ */\n', '/* $Id: a.h,v 1.1 2008/08/20 joe Exp $ */\n', KEYWORD",
    "'/* $Id$ */\n', '/* $Id: a.h $ */ \n', CONTENT",
  })
  void theKindOfDifferenceIsReported(String published, String found, FileDifference kind) {
    HeaderTree headers = HeaderTree.of(Map.of(HeaderPath.of("a.h"), regular(unescaped(published))));
    HeaderTree other = HeaderTree.of(Map.of(HeaderPath.of("a.h"), regular(unescaped(found))));
    Manifest manifest = Manifest.of(new Version("1.0"), new Snapshot(headers, Origin.UNKNOWN));
    assertThat(manifest.differences(other)).containsValue(kind).hasSize(1);
    assertThat(manifest.differencesById(other)).containsValue(kind).hasSize(1);
    assertThat(FileDifference.summary(manifest.differences(other))).isEqualTo(kind.word());
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  @Test
  void ofAPartOnlyThePartIsCompared() {
    Manifest part = MANIFEST.only(path -> path.value().endsWith(".h"));
    assertThat(part.files()).hasSize(2);
    assertThat(part.tree()).isEqualTo(MANIFEST.tree());
    assertThat(part.differences(HEADERS.only(path -> path.value().endsWith(".h")))).isEmpty();
    assertThat(part.differences(HEADERS)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "schema: 1 | schema: 2 | f:1:9: schema 2 was made by a newer xenvendor",
        "version: 3.3.0 | version: new | f:2:10: not a version: 'new'",
        "tree: 0123 | tree: x | f:3:7: not a git object id: x",
        "files: | fils: | f:4:1: unknown key 'fils', did you mean 'files'?",
        "a.h: | ../a.h: | f:5:3: a path contains '..': ../a.h",
        "mode: 100644 | mode: 644 | f:5:15: not a file mode: 644",
        "size: 9 | size: nine | f:5:29: For input string: \"nine\"",
        "blob: 0123 | blob: 01 | f:5:38: not a git object id: 01",
        ", sha256: 00 | ^^ | f:5:8: 'a.h' lacks the key 'sha256'",
        "sha256: 00 | sha: 00 | f:5:80: unknown key 'sha'",
      })
  void aWrongValueIsRefusedAtItsPlace(String right, String wrong, String message) {
    String text =
        """
        schema: 1
        version: 3.3.0
        tree: 0123
        files:
          a.h: {mode: 100644, size: 9, blob: 0123, sha256: 00}
        """
            .replace(right, wrong)
            .replace("0123", COMMIT.hex());
    Problem problem =
        catchThrowableOfType(Problem.class, () -> ManifestYaml.read("f", bytes(text)));
    assertThat(problem.text()).startsWith(message);
  }

  private static SortedMap<HeaderPath, ManifestFile> files(HeaderTree headers) {
    SortedMap<HeaderPath, ManifestFile> files = new TreeMap<>();
    headers.files().forEach((path, file) -> files.put(path, ManifestFile.of(file)));
    return files;
  }

  private static HeaderFile regular(String text) {
    return HeaderFile.regular(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
