package dev.xenvendor.acceptance.config;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that their author got wrong: each error has the file, the line and the column. */
@Tag("slow")
final class YamlAccidentsTest {

  private static final String PROFILE = "vendor/sample/vendor.yaml";
  private static final String MANIFEST = "vendor/sample/releases/3.3.0.yaml";
  private static final String PATCH = "local-patches/sample/0010-one.yaml";

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  private void refused(String path, String text, String place) {
    tree.write(path, text);
    Accident.refused(tree, ExitCode.INPUT_FILE, path + place, "merge");
  }

  private void profile(String from, String to, String place) {
    refused(PROFILE, tree.read(PROFILE).replace(from, to), place);
  }

  @Test
  void malformed() {
    refused(PROFILE, "schema: 1\nname: [sample\n", ":3:1: ");
  }

  @Test
  void tabs() {
    refused(PROFILE, "schema: 1\n\tname: sample\n", ":2:1: ");
  }

  @Test
  void empty() {
    refused(PROFILE, "# nothing\n", ":1:1: the file is empty");
  }

  @Test
  void aList() {
    refused(PROFILE, "- schema: 1\n", ":1:1: ");
  }

  @Test
  void twoDocuments() {
    String one = tree.read(PROFILE);
    refused(PROFILE, one + "---\nschema: 1\n", ":" + (one.lines().count() + 1) + ":1: ");
  }

  @Test
  void notUtf8() {
    TestFiles.put(tree.path(PROFILE), "name: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Accident.refused(tree, ExitCode.INPUT_FILE, PROFILE, "merge");
  }

  @Test
  void anUnknownKey() {
    profile(
        "exclude: []", "excludes: []", ":12:1: unknown key 'excludes', did you mean 'exclude'?");
  }

  @Test
  void aKeyTwice() {
    profile("exclude: []", "include: []", ":12:1: the key 'include' occurs twice");
  }

  @Test
  void aKeyMissing() {
    profile("prefix: " + TestTree.PREFIX, "", ":3:1: the file lacks the key 'prefix'");
  }

  @Test
  void aSchemaOfTheFuture() {
    profile("schema: 1", "schema: 2", ":3:9: ");
  }

  @Test
  void anotherName() {
    profile("name: sample", "name: example", ": name is 'example'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../headers", "/headers", ".git/hooks", "a//b"})
  void aPrefixThatLeadsElsewhere(String prefix) {
    profile("prefix: " + TestTree.PREFIX, "prefix: " + prefix, ":9:9: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a b'", "a..b", "'-d'", "refs.lock"})
  void aBranchThatGitWouldNotTake(String branch) {
    profile("branch: upstream/sample", "branch: " + branch, ":13:9: ");
  }

  @Test
  void aTagWithoutAVersion() {
    profile("{version}", "latest", ":14:6: ");
  }

  @Test
  void aBillionLaughs() {
    StringBuilder text = new StringBuilder("schema: 1\na0: &a0 [ha, ha]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a").append(i).append(": &a").append(i);
      text.append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
    }
    refused(PROFILE, text.toString(), ":2:5: anchors and aliases");
  }

  @Test
  void anAliasOfItself() {
    refused(PROFILE, "schema: &a [*a]\n", ":1:9: anchors and aliases");
  }

  @Test
  void nestedWithoutEnd() {
    refused(PROFILE, "schema: " + "[".repeat(10_000) + "\n", ": Nesting Depth exceeded");
  }

  @Test
  void aTagOfAnotherLanguage() {
    refused(PROFILE, "schema: !!javax.script.ScriptEngineManager [1]\n", ":1:");
  }

  @Test
  void aPatchWithAnUnknownChange() {
    refused(PATCH, "id: one\ndescription: x\nchange:\n  qualify-field: {file: xen.h}\n", ":4:3: ");
  }

  @Test
  void aPatchWithoutAChange() {
    refused(PATCH, "id: one\ndescription: x\n", ":1:1: ");
  }

  @Test
  void aPatchInAFileOfAnotherName() {
    refused(
        PATCH,
        "id: two\ndescription: x\nchange:\n  strip-trailing-whitespace: {files: xen.h}\n",
        ": the file name does not match the patch 'two'");
  }

  @Test
  void aManifestThatIsMalformed() {
    tree.write(MANIFEST, "schema: 1\nfiles: {\n");
    Accident.refused(tree, ExitCode.INPUT_FILE, MANIFEST + ":3:1: ", "releases", "verify");
  }

  @Test
  void aManifestOfAnotherRelease() {
    tree.write("vendor/sample/releases/4.0.0.yaml", manifest());
    Accident.refused(tree, ExitCode.INPUT_FILE, "4.0.0.yaml: version is", "import", "4.0.0");
  }

  @Test
  void aManifestWithAPathThatLeadsElsewhere() {
    tree.write(MANIFEST, manifest().replace("  xen.h:", "  ../xen.h:"));
    Accident.refused(tree, ExitCode.INPUT_FILE, MANIFEST + ":", "releases", "verify");
  }

  private String manifest() {
    tree.run("releases", "pin", "3.3.0", "--from", "../upstream", "--ref", "3.3.0");
    return tree.read(MANIFEST);
  }
}
