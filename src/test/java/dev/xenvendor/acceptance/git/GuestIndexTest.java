package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What git keeps beside the files: resolved conflicts, recorded resolutions, attributes. */
@Tag("slow")
final class GuestIndexTest {

  private static final String RING = TestTree.PREFIX + "/io/ring.h";
  private static final String WIRE = TestTree.PREFIX + "/io/xs_wire.h";
  private static final String CALLBACK = TestTree.PREFIX + "/callback.h";

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @Test
  void aResolutionCanBeUndoneByGit() {
    tree.run("merge").exits(ExitCode.FINDING);
    String unmerged = tree.git("ls-files", "--unmerged", RING, WIRE);

    tree.run("resolve", RING, "--take", "vendor").exits(ExitCode.DONE);
    tree.run("resolve", WIRE, "--hunk", "all", "--take", "local").exits(ExitCode.DONE);

    assertThat(tree.git("ls-files", "--resolve-undo")).isEqualTo(unmerged);
    tree.git("checkout", "-m", "--", RING);
    assertThat(tree.git("status", "--porcelain", RING)).startsWith("UU ");
    assertThat(tree.read(RING)).contains("<<<<<<< ours\n");
  }

  @Test
  void resolutionsAreRecordedAndReplayed() {
    tree.git("config", "rerere.enabled", "true");
    tree.run("merge").exits(ExitCode.FINDING);
    tree.settleAll("vendor");
    String resolved = tree.read(RING);
    tree.run("merge", "--continue").exits(ExitCode.DONE);
    tree.git("reset", "-q", "--hard", "HEAD~1");

    tree.run("merge", "--no-reuse").exits(ExitCode.FINDING);
    assertThat(tree.read(RING)).isEqualTo(resolved);
    assertThat(tree.git("status", "--porcelain", RING)).startsWith("UU ");

    tree.run("merge", "--abort").exits(ExitCode.DONE);
    assertThat(tree.gitFolder().resolve("MERGE_RR")).doesNotExist();
    assertThat(tree.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void aRepositoryThatAGroupShares() throws IOException {
    tree.git("config", "core.sharedRepository", "group");
    tree.run("import", "3.2.0", "--backfill", "--from", "../upstream").exits(ExitCode.DONE);
    tree.run("merge").exits(ExitCode.FINDING);
    for (String path : List.of("index", "MERGE_MSG", "packed-refs")) {
      assertThat(Files.getPosixFilePermissions(tree.gitFolder().resolve(path)))
          .as(path)
          .contains(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);
    }
    tree.requireSound();
  }

  @Test
  void withoutRerereNothingIsRecorded() {
    tree.run("merge").exits(ExitCode.FINDING);
    assertThat(tree.gitFolder().resolve("rr-cache")).doesNotExist();
  }

  /** Both are written as git checks them out, and merged as they are stored. */
  @Test
  void identAndEncoding() {
    tree.commit(".gitattributes", "*.h ident\ncallback.h working-tree-encoding=UTF-16LE\n");
    tree.write(CALLBACK, "/* $Id$ */\n" + tree.read(CALLBACK));
    byte[] wide = tree.read(CALLBACK).getBytes(StandardCharsets.UTF_16LE);
    TestFiles.put(tree.path(CALLBACK), wide);
    tree.git("commit", "-q", "-a", "-m", "Wide characters");
    tree.git("rm", "-q", "--cached", "-r", TestTree.PREFIX);
    tree.git("reset", "-q", "--hard");
    byte[] before = TestFiles.bytes(tree.path(CALLBACK));
    assertThat(new String(before, StandardCharsets.UTF_16LE)).contains("$Id: ");
    assertThat(tree.run("check").out()).doesNotContain("$Id: ");

    // Its time alone changes, so that its content counts.
    assertThat(tree.path(CALLBACK).toFile().setLastModified(1_000_000_000_000L)).isTrue();
    tree.run("merge").exits(ExitCode.FINDING);
    tree.settleAll("vendor");
    tree.run("merge", "--continue").exits(ExitCode.DONE);

    assertThat(tree.git("status", "--porcelain")).isEmpty();
    byte[] after = TestFiles.bytes(tree.path(CALLBACK));
    tree.git("rm", "-q", "--cached", "-r", TestTree.PREFIX);
    tree.git("reset", "-q", "--hard");
    assertThat(TestFiles.bytes(tree.path(CALLBACK))).isEqualTo(after).isNotEqualTo(before);
    assertThat(tree.git("show", "HEAD:" + CALLBACK)).startsWith("/* $Id$ */");
  }
}
