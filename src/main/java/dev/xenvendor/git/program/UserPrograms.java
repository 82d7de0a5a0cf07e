package dev.xenvendor.git.program;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** The editor and the pager that git would run for the user. */
public final class UserPrograms {

  private final Repository jgit;

  public UserPrograms(Repository jgit) {
    this.jgit = jgit;
  }

  /** Returns the shell command of the editor. */
  public String editor() {
    return first(
            environment("GIT_EDITOR"),
            configured("editor"),
            environment("VISUAL"),
            environment("EDITOR"))
        .orElse("vi");
  }

  /**
   * Runs the editor on the user's terminal.
   *
   * @return whether it ended well
   */
  public boolean edit(Path file) {
    Path root = jgit.getWorkTree().toPath();
    return Program.shell(root, editor(), file.toString()).onTerminal() == 0;
  }

  /** Returns the shell command of the pager; empty where the user wants none. */
  public Optional<String> pager() {
    String wanted = environment("GIT_PAGER");
    if (wanted == null) {
      wanted = first(configured("pager"), environment("PAGER")).orElse("less");
    }
    return Optional.of(wanted).filter(pager -> !pager.isEmpty() && !pager.equals("cat"));
  }

  private @Nullable String configured(String program) {
    return jgit.getConfig().getString("core", null, program);
  }

  private static Optional<String> first(@Nullable String... commands) {
    return Arrays.stream(commands)
        .filter(command -> command != null && !command.isEmpty())
        .findFirst();
  }

  private static @Nullable String environment(String variable) {
    return SystemReader.getInstance().getenv(variable);
  }
}
