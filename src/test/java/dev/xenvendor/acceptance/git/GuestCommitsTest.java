package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks and messages of commits, as {@code git merge} and {@code git commit} have them. */
@Tag("slow")
final class GuestCommitsTest {

  private static final List<String> HOOKS =
      List.of(
          "pre-merge-commit",
          "pre-commit",
          "prepare-commit-msg",
          "commit-msg",
          "post-merge",
          "post-commit");

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED_CLEAN)
  private TestTree tree;

  /** Hooks that note what they are called with, and fail where a file tells them to. */
  private void install(Path hooks) throws IOException {
    for (String name : HOOKS) {
      String script =
          "#!/bin/sh\n"
              + ("echo \"" + name + " $(basename \"${1:-}\") ${2:-}\" >> '" + log() + "'\n")
              + ("git diff --cached --quiet || echo staged >> '" + log() + "'\n")
              + ("[ ! -e '" + folder.resolve("fail-" + name) + "' ]\n");
      Path file = hooks.resolve(name);
      TestFiles.put(file, script.getBytes(StandardCharsets.UTF_8));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private Path log() {
    return folder.resolve("log");
  }

  private List<String> logged() throws IOException {
    List<String> lines =
        Files.exists(log())
            ? Files.readAllLines(log()).stream()
                .map(String::strip)
                .filter(line -> !line.equals("staged"))
                .toList()
            : List.of();
    Files.deleteIfExists(log());
    return lines;
  }

  @Test
  void aCleanMergeRunsTheHooksOfGitMerge() throws IOException {
    install(tree.root().resolve(".git/hooks"));
    TestTree other = tree.copyTo(folder.resolve("other"));
    tree.run("merge").exits(ExitCode.DONE);
    List<String> ours = logged();
    tree.requireSound();
    assertThat(tree.git("status", "--porcelain")).isEmpty();

    install(other.root().resolve(".git/hooks"));
    other.git("merge", "-q", "--no-edit", "upstream/sample");
    assertThat(ours).isEqualTo(logged()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre-merge-commit", "commit-msg", "prepare-commit-msg"})
  void aMergeThatAHookRefusesWaits(String name) throws IOException {
    install(tree.root().resolve(".git/hooks"));
    Path fail = Files.createFile(folder.resolve("fail-" + name));
    String before = tree.git("rev-parse", "HEAD");
    String files = tree.files();

    tree.run("merge").fails(ExitCode.REPOSITORY, "the hook " + name + " refused");

    assertThat(tree.git("rev-parse", "HEAD")).isEqualTo(before);
    assertThat(tree.git("status")).contains("still merging");
    tree.run("merge", "--abort").exits(ExitCode.DONE);
    assertThat(tree.files()).isEqualTo(files);
    assertThat(tree.git("status", "--porcelain")).isEmpty();

    tree.run("merge").exits(ExitCode.REPOSITORY);
    Files.delete(fail);
    logged();
    tree.run("merge", "--continue").exits(ExitCode.DONE);
    assertThat(logged())
        .containsExactly(
            "pre-commit",
            "prepare-commit-msg COMMIT_EDITMSG merge",
            "commit-msg COMMIT_EDITMSG",
            "post-commit");
    assertThat(tree.git("log", "-1", "--format=%s")).isEqualTo("Merge Sample 3.3.0\n");
    assertThat(tree.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void theHooksThatMayRefuseAreLeftOut() throws IOException {
    install(tree.root().resolve("tools/hooks"));
    tree.git("config", "core.hooksPath", "tools/hooks");
    tree.run("merge", "--no-verify").exits(ExitCode.DONE);
    assertThat(logged()).containsExactly("prepare-commit-msg MERGE_MSG merge", "post-merge 0");
  }

  @Test
  void aMergeWithASingleParentThatAHookRefuses() throws IOException {
    install(tree.root().resolve(".git/hooks"));
    Files.createFile(folder.resolve("fail-commit-msg"));
    tree.run("merge", "--single-parent").exits(ExitCode.REPOSITORY);
    tree.run("merge", "--continue", "--no-verify").exits(ExitCode.DONE);
    assertThat(tree.git("log", "-1", "--format=%P").strip()).hasSize(40);
    assertThat(tree.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void adoptRunsThemToo() throws IOException {
    TestTree fresh = TestTree.pristine(folder.resolve("fresh"));
    install(fresh.root().resolve(".git/hooks"));
    Files.createFile(folder.resolve("fail-commit-msg"));
    String before = fresh.files();
    Run refused = fresh.run("adopt", "--no-join", "--from", "../upstream");
    assertThat(refused.fails(ExitCode.REPOSITORY, "refused").err())
        .contains("nothing was changed; --no-verify skips the hook")
        .doesNotContain("stays in progress");
    assertThat(fresh.files()).isEqualTo(before);
    assertThat(fresh.git("status", "--porcelain")).isEmpty();
    fresh.run("adopt", "--no-verify", "--from", "../upstream").exits(ExitCode.DONE);
    assertThat(fresh.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void theWordsOfTheMessage() {
    tree.run("merge", "-m", "Xen 3.3\n\nFor ACPI.", "--signoff").exits(ExitCode.DONE);
    assertThat(tree.git("log", "-1", "--format=%B").strip())
        .isEqualTo(
            "Xen 3.3\n\nFor ACPI.\n\nVendor: sample\nRelease: 3.3.0\n"
                + "Signed-off-by: Demo <demo@example.org>");
  }

  @Test
  void theWordsWaitWithTheMerge() {
    TestTree conflicts = TestTree.imported(folder.resolve("clashing"));
    conflicts.run("merge", "--signoff", "-m", "Xen 3.3").exits(ExitCode.FINDING);
    conflicts.settleAll("vendor");
    conflicts.run("merge", "--continue", "--signoff").exits(ExitCode.DONE);
    assertThat(conflicts.git("log", "-1", "--format=%B").strip())
        .isEqualTo(
            "Xen 3.3\n\nVendor: sample\nRelease: 3.3.0\nSigned-off-by: Demo <demo@example.org>");
  }

  @Test
  void theEditor() {
    Run run =
        new Guest(tree)
            .with("HOME", folder.toString())
            .with("GIT_EDITOR", "sed -i '1s/^Merge/Take in/'")
            .xenvendor("merge", "--edit");
    run.exits(ExitCode.DONE);
    assertThat(tree.git("log", "-1", "--format=%s")).isEqualTo("Take in Sample 3.3.0\n");
  }

  @Test
  void somebodyElsesMergeIsLeftAlone() {
    tree.git("switch", "-q", "-c", "feature");
    tree.commit("clash.c", "int feature;\n");
    tree.git("switch", "-q", "trunk");
    tree.commit("clash.c", "int trunk;\n");
    assertThat(tree.tryGit("merge", "feature").exit()).isEqualTo(1);
    for (String command :
        List.of(
            "merge",
            "merge --continue",
            "merge --abort",
            "conflicts",
            "resolve clash.c --take local")) {
      Accident.refused(tree, ExitCode.REPOSITORY, "Merge branch 'feature'", command.split(" "));
    }
    tree.git("add", "clash.c");
    Accident.refused(tree, ExitCode.REPOSITORY, "Merge branch 'feature'", "merge", "--continue");
    tree.git("merge", "--abort");
    assertThat(tree.tryGit("cherry-pick", "feature").exit()).isEqualTo(1);
    for (String command : List.of("merge --continue", "merge --abort", "conflicts")) {
      Accident.refused(tree, ExitCode.REPOSITORY, "a cherry-pick", command.split(" "));
    }
  }

  @Test
  void aBisectIsNoMerge() {
    tree.git("bisect", "start");
    Accident.refused(tree, ExitCode.REPOSITORY, "a bisect", "merge", "--abort");
    tree.run("merge").exits(ExitCode.DONE);
  }

  @Test
  void aRefInTheWay() {
    tree.run("import", "--undo").exits(ExitCode.DONE);
    tree.git("tag", "-d", "upstream/sample/3.1.0");
    tree.git("branch", "-D", "upstream/sample");
    tree.git("branch", "upstream");
    Accident.refused(
        tree,
        ExitCode.REPOSITORY,
        "the branch upstream is in the way of upstream/sample",
        "import",
        "3.1.0",
        "--from",
        "../upstream");
    tree.git("branch", "-m", "upstream", "other");
    tree.git("tag", "upstream/sample");
    Accident.refused(
        tree,
        ExitCode.REPOSITORY,
        "the tag upstream/sample is in the way of upstream/sample/3.1.0",
        "import",
        "3.1.0",
        "--from",
        "../upstream");
  }

  @Test
  void aSubmoduleInTheWay() {
    tree.git("rm", "-q", "-r", "sys/arch/xen/include", "vendor/sample/merged.yaml");
    String head = tree.git("rev-parse", "HEAD").strip();
    tree.git("update-index", "--add", "--cacheinfo", "160000," + head + ",sys/arch/xen/include");
    tree.git("commit", "-q", "-m", "A submodule");
    Accident.refused(
        tree,
        ExitCode.REPOSITORY,
        "the submodule sys/arch/xen/include is in the way",
        "adopt",
        "--from",
        "../upstream");
  }

  @Test
  void anExtensionThatIsNotKnown() {
    tree.git("config", "core.repositoryformatversion", "1");
    tree.git("config", "extensions.fancyNew", "true");
    tree.run("status").fails(ExitCode.REPOSITORY, "fancyNew");
  }
}
