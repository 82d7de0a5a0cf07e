package dev.xenvendor.git.config;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.util.SystemReader;

/** Where the git that is installed has the configuration of the whole system. */
public final class SystemFolder {

  private SystemFolder() {}

  /**
   * Returns {@code /etc/gitconfig}, or that below the folder where git was installed, such as
   * {@code /usr/pkg} or {@code /usr/local}.
   */
  static String gitconfig() {
    return program().map(SystemFolder::configFor).orElse("/etc/gitconfig");
  }

  /** The git program that the search path finds. */
  public static Optional<File> program() {
    String path = SystemReader.getInstance().getenv("PATH");
    return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
        .map(folder -> new File(folder, "git"))
        .filter(File::canExecute)
        .findFirst();
  }

  private static String configFor(File program) {
    File prefix = program.getAbsoluteFile().getParentFile().getParentFile();
    return prefix == null || prefix.getPath().equals("/usr") || prefix.getPath().equals("/")
        ? "/etc/gitconfig"
        : prefix + "/etc/gitconfig";
  }
}
