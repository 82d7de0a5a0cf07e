package dev.xenvendor.git.program;

import dev.xenvendor.git.config.SystemFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** The git that is installed, asked for what JGit cannot do. */
public final class GitProgram {

  private final Repository jgit;
  private final Path program;

  private GitProgram(Repository jgit, Path program) {
    this.jgit = jgit;
    this.program = program;
  }

  public static Optional<GitProgram> find(Repository jgit) {
    return SystemFolder.program().map(file -> new GitProgram(jgit, file.toPath()));
  }

  /** Git in this repository, whatever folder and environment the program was started in. */
  public Program command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toAbsolutePath().toString()));
    command.add("--git-dir=" + jgit.getDirectory().getAbsolutePath());
    if (!jgit.isBare()) {
      command.add("--work-tree=" + jgit.getWorkTree().getAbsolutePath());
    }
    command.addAll(Arrays.asList(arguments));
    Path root = (jgit.isBare() ? jgit.getDirectory() : jgit.getWorkTree()).toPath();
    return Program.of(root, command);
  }

  /** Starts to read objects as they are stored: none is replaced, and none is fetched. */
  public Optional<ObjectProcess> objects() {
    return ObjectProcess.start(
        command("--no-replace-objects", "cat-file", "--batch")
            .with("GIT_NO_LAZY_FETCH", "1")
            .without("GIT_OBJECT_DIRECTORY")
            .without("GIT_ALTERNATE_OBJECT_DIRECTORIES")
            .without("GIT_COMMON_DIR"));
  }

  /** Has git leave out of the work tree again what a sparse checkout leaves out. */
  public static void sparse(Repository jgit) {
    if (jgit.getConfig().getBoolean("core", "sparseCheckout", false)) {
      find(jgit).ifPresent(git -> git.command("sparse-checkout", "reapply").run(new byte[0]));
    }
  }

  /**
   * Has git record conflicts and resolutions, and replay those that it knows, where the user wants
   * that; as in git, a folder with recorded ones is enough.
   */
  public static void rerere(Repository jgit, String... arguments) {
    boolean recorded = Files.isDirectory(jgit.getCommonDirectory().toPath().resolve("rr-cache"));
    if (jgit.getConfig().getBoolean("rerere", null, "enabled", recorded)) {
      List<String> command = new ArrayList<>(List.of("rerere"));
      command.addAll(Arrays.asList(arguments));
      find(jgit).ifPresent(git -> git.command(command.toArray(String[]::new)).onTerminal());
    }
  }
}
