package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.source.DirectoryConfig;
import dev.xenvendor.testing.Project;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatchSetTest {

  private static final HeaderPath A = HeaderPath.of("a.h");
  private static final HeaderPath B = HeaderPath.of("b.h");

  private static final String IDENT =
      "ident-line: {files: '*.h', keyword: BSD, form: '/* $BSD$ */'}";

  @TempDir Path folder;

  @Test
  void patchesAreMadeOneOnTopOfTheOther() throws IOException {
    write("0010-one.yaml", "replace-line: {file: a.h, line: a, with: b}");
    write("0020-two.yaml", "replace-line: {file: a.h, line: b, with: c}");
    PatchedTree patched = load().applyTo(tree("a\nx\n", "a\n"), Map.of());
    assertThat(text(patched.tree(), A)).isEqualTo("c\nx\n");
    assertThat(text(patched.tree(), B)).isEqualTo("a\n");
    assertThat(patched.result("two").orElseThrow().changed()).containsExactly(A);
    assertThat(patched.before()).isNotSameAs(patched.tree());
  }

  @Test
  void aPatchIsLeftOutOfTheNamedFiles() throws IOException {
    write("0010-one.yaml", "replace-line: {files: '*.h', line: a, with: b}");
    HeaderTree tree = tree("a\n", "a\n");
    PatchTarget target = PatchTarget.of(tree);
    PatchedTree patched = load().apply(target, Map.of("one", Set.of(B)));
    assertThat(text(patched.tree(), A)).isEqualTo("b\n");
    assertThat(text(patched.tree(), B)).isEqualTo("a\n");
  }

  /** Line ends come last whatever the number of the file, so that inserted lines get them too. */
  @Test
  void lineEndsAreMadeAfterWhatOtherPatchesInsert() throws IOException {
    write("0010-ends.yaml", "line-endings: {file: a.h, form: crlf}");
    write("0020-insert.yaml", "insert-lines: {file: a.h, after-line: a, lines: [b]}");
    PatchedTree patched = load().applyTo(tree("a\n", "a\n"), Map.of());
    assertThat(patched.results())
        .extracting(result -> result.patch().id())
        .containsExactly("insert", "ends");
    assertThat(text(patched.tree(), A)).isEqualTo("a\r\nb\r\n");
  }

  @Test
  void allPatchesAreLeftOutOfTheNamedFiles() throws IOException {
    write("0010-one.yaml", "replace-line: {files: '*.h', line: a, with: b}");
    write("0020-two.yaml", "replace-line: {files: '*.h', line: b, with: c}");
    HeaderTree tree = tree("a\n", "a\n");
    PatchedTree patched = load().applyExcept(Set.of(B), PatchTarget.of(tree));
    assertThat(text(patched.tree(), A)).isEqualTo("c\n");
    assertThat(text(patched.tree(), B)).isEqualTo("a\n");
  }

  @Test
  void onlyThePatchesOfAReleaseAreTaken() throws IOException {
    write("0010-one.yaml", IDENT + "\nreleases: <3.3.0");
    write("0020-two.yaml", IDENT);
    assertThat(load().forRelease(new Version("3.2.0")).patches()).hasSize(2);
    assertThat(load().forRelease(new Version("3.3.0")).patches())
        .extracting(LocalPatch::id)
        .containsExactly("two");
  }

  /** A name in the line may be in any encoding. */
  @Test
  void theIdentLineOfLocalsFileIsKeptByteForByte() throws IOException {
    write("0010-one.yaml", IDENT);
    HeaderTree local = tree("/* $BSD: a.h,v 1.2 2008/08/20 j\u00f6rg Exp $ */\nold\n", "b\n");
    LocalFormatting spelling = load().spelling(local);
    assertThat(spelling.idents()).containsOnlyKeys(A);
    HeaderTree release = tree("new\n", "new\n");
    PatchTarget target = PatchTarget.of(release).withSpelling(spelling);
    HeaderTree patched = load().apply(target).tree();
    assertThat(text(patched, A))
        .isEqualTo("/* $BSD: a.h,v 1.2 2008/08/20 j\u00f6rg Exp $ */\nnew\n");
    assertThat(text(patched, B)).isEqualTo("/* $BSD$ */\nnew\n");
    assertThat(text(load().withBareIdents(patched), A)).isEqualTo("/* $BSD$ */\nnew\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0010-two.yaml",
    "10-one.yaml",
    "one.yaml",
    "00100-one.yaml",
    "0010-one-2.yaml",
    "0010_one.yaml"
  })
  void aFileIsCalledAsItsPatch(String name) throws IOException {
    write(name, IDENT);
    String file = folder.resolve("local-patches/xen").resolve(name).toString();
    Files.writeString(
        Path.of(file), Files.readString(Path.of(file)).replaceAll("^id: .*", "id: one"));
    Problem problem = catchThrowableOfType(Problem.class, this::load);
    assertThat(problem.text())
        .isEqualTo("local-patches/xen/" + name + ": the file name does not match the patch 'one'");
    assertThat(problem.hint().orElseThrow()).contains("0010-one.yaml");
  }

  @Test
  void twoPatchesOfOneIdAreRefused() throws IOException {
    write("0010-one.yaml", IDENT);
    write("0020-one.yaml", IDENT);
    assertThat(catchThrowableOfType(Problem.class, this::load).text())
        .isEqualTo(
            "local-patches/xen/0020-one.yaml: the id 'one' is that of"
                + " local-patches/xen/0010-one.yaml as well");
  }

  @Test
  void otherFilesBesideThePatchesAreNone() throws IOException {
    write("0010-one.yaml", IDENT);
    Files.writeString(folder.resolve("local-patches/xen/README.md"), "notes\n");
    assertThat(load().patches()).hasSize(1);
    assertThat(PatchConfig.load("none", config()).isEmpty()).isTrue();
  }

  @Test
  void theShippedPatchesAreThoseOfTheRepository() {
    Path project = Project.FOLDER;
    PatchSet shipped = PatchConfig.load("xen", new DirectoryConfig(project, project));
    assertThat(shipped.patches())
        .extracting(LocalPatch::id)
        .contains("ident-line", "ring-barriers-in-place", "ring-barriers-alias")
        .isEqualTo(
            PatchConfig.load("xen", new BuiltInConfig()).patches().stream()
                .map(LocalPatch::id)
                .toList());
    Set<HeaderPath> named = shipped.namedFiles();
    assertThat(named).contains(HeaderPath.of("io/ring.h"), HeaderPath.of("io/xs_wire.h"));
  }

  /** Either the barriers are written in place or they are aliases, never both and never none. */
  @ParameterizedTest
  @CsvSource({
    "3.1.0, ring-barriers-in-place",
    "3.2.0, ring-barriers-in-place",
    "3.3.0, ring-barriers-alias",
    "3.3, ring-barriers-alias",
    "4.21.1, ring-barriers-alias",
  })
  void everyReleaseHasItsBarriers(String release, String id) {
    assertThat(
            PatchConfig.load("xen", new BuiltInConfig()).forRelease(new Version(release)).patches())
        .extracting(LocalPatch::id)
        .filteredOn(patch -> patch.startsWith("ring-barriers"))
        .containsExactly(id);
  }

  private PatchSet load() {
    return PatchConfig.load("xen", config());
  }

  private DirectoryConfig config() {
    return new DirectoryConfig(folder, folder);
  }

  private void write(String name, String change) throws IOException {
    Path patches = Files.createDirectories(folder.resolve("local-patches/xen"));
    String id = name.replaceAll("^\\d{4}-|\\.yaml$", "");
    Files.writeString(
        patches.resolve(name), "id: %s\ndescription: d\nchange:\n  %s\n".formatted(id, change));
  }

  private static HeaderTree tree(String a, String b) {
    return HeaderTree.of(Map.of(A, file(a), B, file(b)));
  }

  private static HeaderFile file(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(HeaderTree tree, HeaderPath path) {
    return new String(tree.get(path).orElseThrow().bytes(), StandardCharsets.ISO_8859_1);
  }
}
