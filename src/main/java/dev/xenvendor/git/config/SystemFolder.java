package dev.xenvendor.git.config;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.util.SystemReader;

/**
 * The folder in which the installed git has the configuration and attributes of the whole system.
 */
public final class SystemFolder {

  private SystemFolder() {}

  /**
   * Returns {@code /etc/gitconfig}, or that below the folder where git was installed, such as
   * {@code /usr/pkg} or {@code /usr/local}.
   */
  static String gitconfig() {
    return file("gitconfig");
  }

  /** Returns the file of attributes in the same folder. */
  static String gitattributes() {
    return file("gitattributes");
  }

  private static String file(String name) {
    return program().map(SystemFolder::prefix).orElse("") + "/etc/" + name;
  }

  /** The git program that the search path finds. */
  public static Optional<File> program() {
    String path = SystemReader.getInstance().getenv("PATH");
    return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
        .map(folder -> new File(folder, "git"))
        .filter(File::canExecute)
        .findFirst();
  }

  /** The folder where git was installed; empty where the system's own folder serves. */
  private static String prefix(File program) {
    File folder = program.getAbsoluteFile().getParentFile().getParentFile();
    return folder == null || folder.getPath().equals("/usr") || folder.getPath().equals("/")
        ? ""
        : folder.getPath();
  }
}
