package dev.xenvendor.git.config;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Gives JGit git's own configuration files and nothing else of the machine.
 *
 * <p>By itself JGit forks {@code git} to find the system's configuration, spends three seconds to
 * measure the file system's clock, and keeps the result in a file of its own in the user's home.
 */
public final class QuietSystemReader extends SystemReader.Delegate {

  /** Every file system of today keeps times finer than this. */
  private static final long CLOCK_NANOS = TimeUnit.MICROSECONDS.toNanos(10);

  private QuietSystemReader(SystemReader machine) {
    super(machine);
  }

  public static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof QuietSystemReader)) {
      JgitTexts.require();
      SystemReader.setInstance(new QuietSystemReader(SystemReader.getInstance()));
      // Java takes the home folder from the password database; git takes it from here.
      value("HOME").ifPresent(home -> FS.DETECTED.setUserHome(new File(home)));
    }
  }

  private static Optional<String> value(String variable) {
    return Optional.ofNullable(SystemReader.getInstance().getenv(variable))
        .filter(value -> !value.isEmpty());
  }

  /** The files of the system and of the user, in git's order: a later one wins. */
  public static List<File> configFiles(FS fs) {
    List<File> files = new ArrayList<>();
    systemConfig().ifPresent(files::add);
    files.addAll(userConfig(fs));
    return files;
  }

  private static Optional<File> systemConfig() {
    if (isTrue(value(Constants.GIT_CONFIG_NOSYSTEM_KEY))) {
      return Optional.empty();
    }
    String named = SystemReader.getInstance().getenv("GIT_CONFIG_SYSTEM");
    return Optional.of(new File(named == null ? SystemFolder.gitconfig() : named));
  }

  /** The attributes of the whole system, which JGit does not read. */
  public static Optional<File> systemAttributes() {
    return isTrue(value("GIT_ATTR_NOSYSTEM"))
        ? Optional.empty()
        : Optional.of(new File(SystemFolder.gitattributes())).filter(File::isFile);
  }

  private static boolean isTrue(Optional<String> value) {
    return value.filter(text -> !text.matches("(?i)0|false|no|off")).isPresent();
  }

  private static List<File> userConfig(FS fs) {
    String named = SystemReader.getInstance().getenv("GIT_CONFIG_GLOBAL");
    if (named != null) {
      return List.of(new File(named));
    }
    List<File> files = new ArrayList<>();
    xdgFolder().ifPresent(folder -> files.add(new File(folder, "config")));
    value("HOME").ifPresent(home -> files.add(new File(fs.userHome(), ".gitconfig")));
    return files;
  }

  /**
   * Returns the folder of a user's configuration, attributes and patterns to ignore, apart from
   * HOME.
   */
  private static Optional<File> xdgFolder() {
    return value(Constants.XDG_CONFIG_HOME)
        .or(() -> value("HOME").map(home -> home + "/.config"))
        .map(folder -> new File(folder, "git"));
  }

  /** Returns what the environment says for this command alone; it wins over every file. */
  public static String commandText() {
    return new CommandConfig(
            variable -> Optional.ofNullable(SystemReader.getInstance().getenv(variable)))
        .text();
  }

  /** Returns what holds where no file says otherwise. */
  public static FileBasedConfig defaults(FS fs) {
    FileBasedConfig defaults = new NoFile(null, fs);
    xdgFolder()
        .map(folder -> new File(folder, "attributes"))
        .filter(File::isFile)
        .ifPresent(
            file -> defaults.setString("core", null, "attributesfile", file.getAbsolutePath()));
    return defaults;
  }

  /** Without a program named, JGit would want a library of its own for {@code ssh:} addresses. */
  @Override
  public @Nullable String getenv(String variable) {
    String value = super.getenv(variable);
    return value == null && variable.equals("GIT_SSH") ? "ssh" : value;
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return systemConfig()
        .<FileBasedConfig>map(file -> new FileBasedConfig(parent, file, fs))
        .orElseGet(() -> new NoFile(parent, fs));
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    Config below = parent;
    List<File> files = userConfig(fs);
    for (File file : files.subList(0, Math.max(0, files.size() - 1))) {
      below = new FileBasedConfig(below, file, fs);
    }
    return files.isEmpty()
        ? new NoFile(below, fs)
        : new UserConfig(below, files.get(files.size() - 1), fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return defaults(fs);
  }

  /** The user's configuration, which knows the file system's clock without measuring. */
  private static class UserConfig extends FileBasedConfig {
    UserConfig(@Nullable Config parent, @Nullable File file, FS fs) {
      super(parent, file, fs);
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long defaultValue, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(CLOCK_NANOS, TimeUnit.NANOSECONDS)
          : super.getTimeUnit(section, subsection, name, defaultValue, unit);
    }
  }

  /** Configuration that lives in memory only. */
  private static final class NoFile extends UserConfig {
    NoFile(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // there is nothing to load
    }

    @Override
    public void save() {
      // and nothing is kept
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
