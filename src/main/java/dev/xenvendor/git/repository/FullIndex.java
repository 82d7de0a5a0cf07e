package dev.xenvendor.git.repository;

import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.jgit.lib.Repository;

/**
 * A split or a sparse index in the form that JGit reads. Git makes it: of a copy where the index is
 * only read, else in its place. When git writes the index next, it is split or sparse again.
 */
public final class FullIndex {

  private FullIndex() {}

  /** Returns whether there is a git that could make one. */
  static boolean isPossible(Repository jgit) {
    return GitProgram.find(jgit).isPresent();
  }

  /** A copy that lasts as long as the program. */
  public static Path copy(Repository jgit) throws IOException {
    Path copy = Files.createTempFile("xenvendor", ".index");
    copy.toFile().deleteOnExit();
    Files.copy(
        jgit.getIndexFile().toPath(),
        copy,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    write(jgit, copy);
    return copy;
  }

  public static void inPlace(Repository jgit) throws IOException {
    write(jgit, jgit.getIndexFile().toPath());
  }

  private static void write(Repository jgit, Path index) throws IOException {
    Program.Ended git =
        GitProgram.find(jgit)
            .orElseThrow(() -> new IOException("git is not installed to read it"))
            .command(
                "-c",
                "core.splitIndex=false",
                "-c",
                "index.sparse=false",
                "update-index",
                "--no-split-index",
                "--force-write-index")
            .with("GIT_INDEX_FILE", index.toAbsolutePath().toString())
            .run(new byte[0]);
    if (!git.isGood()) {
      throw new IOException("git update-index: " + git.err().strip());
    }
  }
}
