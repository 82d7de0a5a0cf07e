package dev.xenvendor.git.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user that owns what a process makes, as the system's file on the process tells it. */
final class ProcessUserTest {

  @TempDir Path folder;

  @Test
  void theEffectiveUserCounts() throws IOException {
    Path status = folder.resolve("status");
    Files.writeString(
        status, "Name:\tjava\nPid:\t77\nUid:\t1000\t1001\t1002\t1003\nGid:\t5\t6\t7\t8\n");
    assertThat(ProcessUser.idIn(status)).hasValue(1001);
  }

  @Test
  void aSystemWithoutTheFileTellsNothing() throws IOException {
    Path other = Files.writeString(folder.resolve("status"), "java 77 1 77 0 5,1\n");
    assertThat(ProcessUser.idIn(other)).isEmpty();
    assertThat(ProcessUser.idIn(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aNewFileIsThatUsers() throws IOException {
    assumeThat(Path.of("/proc/self/status")).exists();
    Path file = Files.createFile(folder.resolve("new"));
    assertThat(ProcessUser.id()).hasValue((Integer) Files.getAttribute(file, "unix:uid"));
  }
}
