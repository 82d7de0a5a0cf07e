package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the C compiler is asked where a merge moves definitions. */
final class RelocationProofTest {

  @TempDir Path folder;
  private Path runs;
  private TeamRepository team;

  @BeforeEach
  void declared() {
    runs = folder.resolve("runs");
    team = PatchedTeam.allShipped(folder, "3.2.0");
  }

  /** A compiler that writes down for which target it runs, and does more before that. */
  private String compiler(String more) throws IOException {
    Path script = folder.resolve("cc");
    Files.writeString(
        script, "#!/bin/sh\necho \"$1\" >> " + runs + "\n" + more + "\nexec cc \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }

  @Test
  void theCompilerRunsOnceForEachTargetBeforeAndAfter() throws IOException {
    Run merge = team.withCompiler(compiler(""), "merge", "3.2.0");

    assertThat(merge.exits(0).out()).contains("layouts equal on i386 and x86_64");
    assertThat(Files.readAllLines(runs)).containsExactlyInAnyOrder("-m32", "-m64", "-m32", "-m64");
  }

  @Test
  void aMergeThatChangesALayoutIsRefused() throws IOException {
    String head = team.git("rev-parse", "HEAD");
    String packs = "[ $(wc -l < " + runs + ") -lt 3 ] || set -- \"$@\" -fpack-struct=1";

    Run merge = team.withCompiler(compiler(packs), "merge", "3.2.0");

    assertThat(merge.exits(3).err())
        .contains(
            "blkif-abi-structs changes what it moves", "is 88 bytes on i386, and was 108 bytes");
    assertThat(team.git("rev-parse", "HEAD")).isEqualTo(head);
    assertThat(team.git("status", "--porcelain")).isEmpty();
  }
}
