package dev.xenvendor.git;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit learns of the machine: git's own configuration files and nothing else.
 *
 * <p>By itself JGit forks {@code git} to find the system's configuration, spends three seconds to
 * measure the file system's clock, and keeps the result in a file of its own in the user's home.
 */
final class QuietSystemReader extends SystemReader.Delegate {

  /** Every file system of today keeps times finer than this. */
  private static final long CLOCK_NANOS = TimeUnit.MICROSECONDS.toNanos(10);

  private QuietSystemReader(SystemReader machine) {
    super(machine);
  }

  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof QuietSystemReader)) {
      SystemReader.setInstance(new QuietSystemReader(SystemReader.getInstance()));
    }
  }

  /** Without a program named, JGit would want a library of its own for {@code ssh:} addresses. */
  @Override
  public @Nullable String getenv(String variable) {
    String value = super.getenv(variable);
    return value == null && variable.equals("GIT_SSH") ? "ssh" : value;
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    if (isSet(Constants.GIT_CONFIG_NOSYSTEM_KEY)) {
      return new NoFile(parent, fs);
    }
    String named = getenv("GIT_CONFIG_SYSTEM");
    return new FileBasedConfig(parent, new File(named == null ? "/etc/gitconfig" : named), fs);
  }

  private boolean isSet(String variable) {
    String value = getenv(variable);
    return value != null && !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    String named = getenv("GIT_CONFIG_GLOBAL");
    if (named != null) {
      return new UserConfig(parent, new File(named), fs);
    }
    Config xdg = new FileBasedConfig(parent, new File(xdgConfigHome(fs), "git/config"), fs);
    return new UserConfig(xdg, new File(fs.userHome(), ".gitconfig"), fs);
  }

  private File xdgConfigHome(FS fs) {
    String xdg = getenv(Constants.XDG_CONFIG_HOME);
    return xdg == null || xdg.isEmpty() ? new File(fs.userHome(), ".config") : new File(xdg);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new NoFile(parent, fs);
  }

  /** The user's configuration, which knows the file system's clock without measuring. */
  private static final class UserConfig extends FileBasedConfig {
    UserConfig(Config parent, File file, FS fs) {
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
  private static final class NoFile extends FileBasedConfig {
    NoFile(Config parent, FS fs) {
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
