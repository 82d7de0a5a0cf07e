package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that is killed while it runs and then run again: what it starts from, and what an
 * undisturbed run of it ends in.
 */
final class KillStory {

  /** Commits made at one time have the same ids, however often they are made. */
  private static final Map<String, String> ONE_TIME =
      Map.of(
          "GIT_AUTHOR_DATE", "1219219200 +0000",
          "GIT_COMMITTER_DATE", "1219219200 +0000");

  private static final String IDENT_LINE = "0010-ident-line.yaml";

  /** The commands that write. */
  enum Command {
    ADOPT("adopt --from ../upstream"),
    IMPORT("import 3.3.0 --from ../upstream"),
    BACKFILL("import 3.2.0 --from ../upstream --backfill"),
    UNDO("import --undo"),
    UPDATE("update --from ../upstream"),
    MERGE("merge"),
    MERGE_WITHOUT_CONFLICTS("merge"),
    RESOLVE("resolve io/ring.h --take vendor"),
    CONTINUE("merge --continue"),
    CONTINUE_SINGLE_PARENT("merge --continue"),
    ABORT("merge --abort"),
    UNDO_MERGE("merge --undo"),
    SAVE("merge --save help"),
    RESUME("merge --resume help"),
    PATCHES_NEW("patches new"),
    PATCHES_APPLY("patches apply"),
    PATCHES_REFRESH("patches refresh"),
    MERGE_INCLUDE_CONFIG("merge --include-config");

    private final String line;

    Command(String line) {
      this.line = line;
    }

    List<String> arguments() {
      return List.of(line.split(" "));
    }

    /** What the command begins with. */
    TestTree startIn(Path folder) {
      return switch (this) {
        case ADOPT -> TestTree.fromSample(folder);
        case IMPORT, UPDATE -> TestTree.adopted(folder);
        case BACKFILL, UNDO, MERGE -> TestTree.imported(folder);
        case MERGE_WITHOUT_CONFLICTS -> withoutConflicts(folder);
        case RESOLVE, ABORT, SAVE -> TestTree.inConflict(folder);
        case RESUME -> saved(folder);
        case CONTINUE -> settled(TestTree.imported(folder), "merge");
        case CONTINUE_SINGLE_PARENT ->
            settled(TestTree.imported(folder), "merge", "--single-parent");
        case UNDO_MERGE -> merged(folder);
        case PATCHES_NEW -> TestTree.adopted(folder);
        case PATCHES_APPLY -> withoutIdentLines(folder);
        case PATCHES_REFRESH -> withOutdatedPatches(folder);
        case MERGE_INCLUDE_CONFIG -> withUntrackedConfig(folder);
      };
    }
  }

  private final Path folder;
  private final Command command;
  private final TestTree start;
  private final long nanoseconds;
  private final String end;
  private final List<Integer> statuses;
  private int copies;

  KillStory(Path folder, Command command) {
    this.folder = folder;
    this.command = command;
    this.start = command.startIn(folder.resolve("start"));
    TestTree undisturbed = start.copyTo(folder.resolve("undisturbed"));
    long begin = System.nanoTime();
    Run run = undisturbed.runProcess(ONE_TIME, arguments(undisturbed));
    this.nanoseconds = System.nanoTime() - begin;
    assertThat(run.exit()).as(run.err()).isIn(ExitCode.DONE, ExitCode.FINDING);
    this.end = undisturbed.outcome();
    // A run that was killed at its very end has left nothing to do.
    this.statuses =
        List.of(run.exit(), undisturbed.run(command.arguments().toArray(String[]::new)).exit());
  }

  private static TestTree withoutConflicts(Path folder) {
    TestTree tree = TestTree.pristine(folder);
    tree.run("adopt", "--from", "../upstream").exits(ExitCode.DONE);
    tree.run("import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    return tree;
  }

  private static TestTree merged(Path folder) {
    TestTree tree = withoutConflicts(folder);
    tree.run("merge").exits(ExitCode.DONE);
    return tree;
  }

  private static TestTree saved(Path folder) {
    TestTree tree = TestTree.inConflict(folder);
    tree.run("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(ExitCode.DONE);
    tree.run("resolve", "io/protocols.h", "--take", "vendor").exits(ExitCode.DONE);
    tree.run("merge", "--save", "help").exits(ExitCode.DONE);
    tree.run("merge", "--abort").exits(ExitCode.DONE);
    return tree;
  }

  private static TestTree withoutIdentLines(Path folder) {
    TestTree tree = TestTree.adopted(folder);
    TestFiles.put(
        tree.path(PatchedTeam.FOLDER + "/" + IDENT_LINE),
        TestFiles.bytes(PatchedTeam.SHIPPED.resolve(IDENT_LINE)));
    for (String header : List.of("callback.h", "platform.h", "xen.h")) {
      String path = TestTree.PREFIX + "/" + header;
      tree.write(path, tree.read(path).replaceFirst("^[^\n]*NetBSD[^\n]*\n", ""));
    }
    tree.git("add", "-A");
    tree.git("commit", "-q", "-m", "Lose the ident lines");
    return tree;
  }

  private static TestTree withOutdatedPatches(Path folder) {
    TestTree tree = TestTree.adopted(folder);
    for (String header : List.of("callback", "platform", "xen")) {
      String path = "%s/%s.h".formatted(TestTree.PREFIX, header);
      tree.write(path, tree.read(path) + "\nextern int ours;\n");
      tree.write(
          "%s/0010-%s.yaml".formatted(PatchedTeam.FOLDER, header),
          """
          id: %s
          description: Ours.
          change:
            replace-line: {file: %s.h, line: nothing, with: something}
          """
              .formatted(header, header));
    }
    tree.git("add", "-A");
    tree.git("commit", "-q", "-m", "Declare patches that no longer fit");
    return tree;
  }

  private static TestTree withUntrackedConfig(Path folder) {
    TestTree tree = TestTree.imported(folder);
    tree.run("patches", "new").exits(ExitCode.DONE);
    TestFiles.replace(tree.path("vendor/sample/vendor.yaml"), "exclude: []", "exclude: [\"x\"]");
    return tree;
  }

  private static TestTree settled(TestTree tree, String... merge) {
    tree.run(merge).exits(ExitCode.FINDING);
    tree.settleAll("vendor");
    return tree;
  }

  private String[] arguments(TestTree tree) {
    List<String> all = new ArrayList<>(List.of("-C", tree.root().toString()));
    all.addAll(command.arguments());
    return all.toArray(String[]::new);
  }

  /** How long an undisturbed run takes, in nanoseconds. */
  long nanoseconds() {
    return nanoseconds;
  }

  /** A tree to begin with. */
  TestTree begin() {
    return start.copyTo(folder.resolve("copy" + copies++));
  }

  /** How to start the command in a process of its own. */
  ProcessBuilder process(TestTree tree) {
    List<String> line = Programs.java();
    line.addAll(List.of(arguments(tree)));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(tree.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(ONE_TIME);
    return builder;
  }

  /** Asserts that git is content with what is there, and that the command run again ends it. */
  void requireRecovery(TestTree tree, String killed) {
    Run fsck = tree.tryGit("fsck", "--strict", "--no-dangling");
    assertThat(fsck.exit()).as("git fsck, %s: %s%s", killed, fsck.out(), fsck.err()).isZero();
    Run again = tree.runProcess(ONE_TIME, arguments(tree));
    assertThat(again.exit()).as("run again, %s: %s", killed, again.err()).isIn(statuses);
    assertThat(tree.outcome()).as(killed).isEqualTo(end);
    deleteFiles(tree);
  }

  private static void deleteFiles(TestTree tree) {
    for (Path file : TestFiles.filesBelow(tree.folder())) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
