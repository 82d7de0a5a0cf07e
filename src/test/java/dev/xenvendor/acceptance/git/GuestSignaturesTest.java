package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits and tags are signed as git's configuration says. */
@Tag("slow")
final class GuestSignaturesTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED_CLEAN)
  private TestTree tree;

  private void signWithSsh() {
    Path key = folder.resolve("key");
    Programs.execute(
            folder,
            Map.of(),
            List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()))
        .exits(0);
    String signers =
        "demo@example.org "
            + new String(TestFiles.bytes(key.resolveSibling("key.pub")), StandardCharsets.UTF_8);
    TestFiles.put(folder.resolve("signers"), signers.getBytes(StandardCharsets.UTF_8));
    tree.git("config", "gpg.format", "ssh");
    tree.git("config", "user.signingKey", key + ".pub");
    tree.git("config", "gpg.ssh.allowedSignersFile", folder.resolve("signers").toString());
    tree.git("config", "commit.gpgSign", "true");
    tree.git("config", "tag.gpgSign", "true");
  }

  @Test
  void signaturesBySsh() {
    signWithSsh();
    tree.run("import", "--undo").exits(ExitCode.DONE);
    tree.run("import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    tree.run("merge").exits(ExitCode.DONE);
    tree.git("verify-commit", "upstream/sample");
    tree.git("verify-tag", "upstream/sample/3.3.0");
    tree.git("verify-commit", "HEAD");
    tree.requireSound();
  }

  @Test
  void noSignatureWhereNoneIsWanted() {
    signWithSsh();
    tree.run("merge", "--no-gpg-sign").exits(ExitCode.DONE);
    assertThat(tree.git("cat-file", "commit", "HEAD")).doesNotContain("gpgsig");
  }

  @Test
  void aProgramThatCannotSign() {
    tree.git("config", "commit.gpgSign", "true");
    tree.git("config", "gpg.program", "false");
    Accident.refused(tree, ExitCode.REPOSITORY, "false failed to sign", "merge");
    tree.git("config", "gpg.program", "/no/such/program");
    Accident.refused(tree, ExitCode.UNAVAILABLE, "/no/such/program", "merge");
  }
}
