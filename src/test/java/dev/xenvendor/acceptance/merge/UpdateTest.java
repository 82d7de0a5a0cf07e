package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.tree.HeaderFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code update}: import and merge in one run, and what is predicted of it. */
@Tag("slow")
final class UpdateTest {

  private static final Map<String, String> ONE_TIME =
      Map.of(
          "GIT_AUTHOR_DATE", "1219219200 +0000",
          "GIT_COMMITTER_DATE", "1219219200 +0000");

  @TempDir Path folder;

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  /** A tree, and how it is updated. */
  record Start(String name, Function<Path, TestTree> maker, String... options) {
    @Override
    public String toString() {
      return name;
    }

    String[] command(String... more) {
      return Stream.of(
              Stream.of("update", "--from", "../upstream"), Stream.of(options), Stream.of(more))
          .flatMap(words -> words)
          .toArray(String[]::new);
    }
  }

  static List<Start> starts() {
    return List.of(
        new Start("with conflicts", TestTree::adopted),
        new Start("with conflicts, to 3.2.0", TestTree::adopted, "3.2.0"),
        new Start("without conflicts", UpdateTest::clean),
        new Start("without a merge commit", UpdateTest::clean, "--single-parent"),
        new Start("with declared changes", UpdateTest::declared),
        new Start("with untracked declarations", UpdateTest::undeclared, "--include-config"),
        new Start("imported already", TestTree::imported),
        new Start("without headers", UpdateTest::empty, "--vendor", "sample"),
        new Start("to a release without a manifest", UpdateTest::ofNewRelease),
        new Start("by a ref", UpdateTest::clean, "--ref", "3.2.0"),
        new Start("without a manifest to come", UpdateTest::ofNewRelease, "--no-pin"),
        new Start("up to date", UpdateTest::updated));
  }

  /** The release that trunk has is adopted, and nothing is changed locally. */
  static TestTree clean(Path folder) {
    TestTree tree = TestTree.pristine(folder);
    tree.run("adopt", "--from", "../upstream").exits(ExitCode.DONE);
    return tree;
  }

  private static TestTree declared(Path folder) {
    TestTree tree = TestTree.declared(folder);
    tree.run("adopt", "--from", "../upstream").exits(ExitCode.DONE);
    return tree;
  }

  private static TestTree undeclared(Path folder) {
    TestTree tree = TestTree.adopted(folder);
    tree.run("patches", "new").exits(ExitCode.DONE);
    return tree;
  }

  private static TestTree empty(Path folder) {
    TestTree tree = TestTree.fromSample(folder);
    tree.git("rm", "-r", "-q", "sys/arch/xen/include");
    tree.git("commit", "-q", "-m", "Remove the headers");
    return tree;
  }

  private static TestTree updated(Path folder) {
    TestTree tree = clean(folder);
    tree.run("update", "--from", "../upstream").exits(ExitCode.DONE);
    return tree;
  }

  /** Upstream has 3.9.0, which differs from 3.3.0 in one value, and a candidate of the next. */
  static TestTree ofNewRelease(Path folder) {
    TestTree tree = clean(folder);
    Git upstream = new Git(tree.upstream());
    String header = "xen/include/public/xen.h";
    TestFiles.replace(tree.upstream().resolve(header), "#define", "#define NEWER 1\n#define");
    upstream.run("commit", "-q", "-a", "-m", "Release 3.9.0");
    upstream.run("tag", "3.9.0");
    upstream.run("commit", "-q", "--allow-empty", "-m", "Candidate");
    upstream.run("tag", "3.10.0-rc1");
    return tree;
  }

  @ParameterizedTest
  @MethodSource("starts")
  void theDryRunWritesNothingAndPredictsTheUpdate(Start start) {
    TestTree tree = start.maker().apply(folder);
    SortedMap<String, String> before = everyFile(tree);

    Run dryRun = tree.run(start.command("--dry-run", "--format", "json"));

    assertThat(everyFile(tree)).isEqualTo(before);
    Run update = tree.run(start.command("--format", "json"));
    assertThat(facts(update)).isEqualTo(facts(dryRun));
    assertThat(update.exit()).isEqualTo(dryRun.exit());
    tree.requireSound();
  }

  /** Every file of the work tree and of git, with what is in it. */
  private static SortedMap<String, String> everyFile(TestTree tree) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : TestFiles.filesBelow(tree.root())) {
      files.put(file.toString(), HeaderFile.regular(TestFiles.bytes(file)).id().hex());
    }
    return files;
  }

  /** What an update and its prediction have in common. */
  private static JsonNode facts(Run run) {
    ObjectNode document = (ObjectNode) run.json();
    document.remove(List.of("dryRun", "impact"));
    if (document.get("merge") instanceof ObjectNode merge) {
      merge.remove(List.of("dryRun", "commit", "consumers"));
    }
    return document;
  }

  @ParameterizedTest
  @MethodSource("starts")
  void itEndsAsImportAndMergeEnd(Start start) {
    TestTree tree = start.maker().apply(folder.resolve("one"));
    TestTree stepwise = tree.copyTo(folder.resolve("two"));

    JsonNode planned = tree.run(start.command("--dry-run", "--format", "json")).json();
    Run update = tree.runProcess(ONE_TIME, start.command());

    String release = planned.get("release").asText();
    List<String> options = List.of(start.options());
    stepwise.runProcess(ONE_TIME, step("import", release, options, ofMerge())).exits(ExitCode.DONE);
    Run merge = stepwise.runProcess(ONE_TIME, step("merge", release, options, ofImport()));
    assertThat(update.exit()).as(update.err()).isEqualTo(merge.exit());
    assertThat(tree.outcome()).isEqualTo(stepwise.outcome());
  }

  private static Predicate<String> ofMerge() {
    return Set.of("--single-parent", "--include-config")::contains;
  }

  private static Predicate<String> ofImport() {
    return Set.of("--from", "../upstream", "--ref", "--no-pin", "3.2.0")::contains;
  }

  /** One step of an update, without the options of the other. */
  private static String[] step(
      String name, String release, List<String> options, Predicate<String> notItsOwn) {
    List<String> words = new ArrayList<>(List.of("--from", "../upstream"));
    words.addAll(options);
    words.removeIf(notItsOwn);
    if (!options.equals(List.of(release))) {
      words.add(0, release);
    }
    words.add(0, name);
    return words.toArray(String[]::new);
  }

  @Test
  void whatCannotBeMergedIsNotImported() {
    TestTree tree = TestTree.adopted(folder);
    tree.write("sys/arch/xen/xen/README", "changed");
    requireRefused(tree, ExitCode.REPOSITORY, "uncommitted changes");
    tree.git("checkout", "-q", ".");

    tree.write(TestTree.PREFIX + "/arch-x86/xen-mca.h", "in the way");
    requireRefused(tree, ExitCode.REPOSITORY, "arch-x86/xen-mca.h");
    tree.git("clean", "-q", "-f");

    tree.run("patches", "new").exits(ExitCode.DONE);
    requireRefused(tree, ExitCode.REPOSITORY, "only this work tree has");
    tree.git("clean", "-q", "-f", "-d");

    tree.git("checkout", "-q", "-b", "other");
    tree.commit("a", "a");
    tree.git("checkout", "-q", "trunk");
    tree.commit("a", "b");
    tree.tryGit("merge", "other").exits(1);
    requireRefused(tree, ExitCode.REPOSITORY, "the merge in progress is not of a Sample release");
    tree.git("merge", "--abort");

    tree.commit("local-patches/sample/0010-wrong.yaml", "id: wrong\n");
    requireRefused(tree, ExitCode.INPUT_FILE, "0010-wrong.yaml");
    tree.git("reset", "-q", "--hard", "HEAD^");

    requireRefused(tree, ExitCode.USAGE, "3.33", "3.33");
    requireRefused(tree, ExitCode.REPOSITORY, "3.0.1 is older than 3.1.0", "3.0.1");
    tree.git("checkout", "-q", "upstream/sample");
    requireRefused(tree, ExitCode.REPOSITORY, "this is the vendor branch", "--vendor", "sample");
  }

  private static void requireRefused(TestTree tree, int exit, String says, String... arguments) {
    SortedMap<String, String> before = everyFile(tree);
    for (String mode : List.of("--dry-run", "-v")) {
      String[] command =
          Stream.concat(Stream.of("update", mode, "--from", "../upstream"), Stream.of(arguments))
              .toArray(String[]::new);
      tree.run(command).fails(exit, says);
    }
    SortedMap<String, String> after = everyFile(tree);
    after.keySet().removeIf(file -> file.contains("/.git/xenvendor/"));
    before.keySet().removeIf(file -> file.contains("/.git/xenvendor/"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void anInterruptedUpdateIsFinishedByTypingItAgain() {
    TestTree tree = clean(folder.resolve("one"));
    TestTree undisturbed = tree.copyTo(folder.resolve("two"));
    undisturbed.runProcess(ONE_TIME, "update", "--from", "../upstream").exits(ExitCode.DONE);

    tree.runProcess(ONE_TIME, "import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    tree.runProcess(ONE_TIME, "update", "--from", "../upstream").exits(ExitCode.DONE);

    assertThat(tree.outcome()).isEqualTo(undisturbed.outcome());
  }
}
