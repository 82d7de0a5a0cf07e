package dev.xenvendor.git.config;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** One of git's configuration files, with its conditional includes decided for one repository. */
public final class ConfigLayer extends FileBasedConfig {

  private final IncludeCondition condition;
  private final FS fs;

  private ConfigLayer(Config base, File file, FS fs, IncludeCondition condition) {
    super(base, file, fs);
    this.condition = condition;
    this.fs = fs;
  }

  /**
   * Reads a file on top of what is known already.
   *
   * @throws IOException if the file is damaged, or not to be read
   */
  public static FileBasedConfig read(Config base, File file, FS fs, IncludeCondition condition)
      throws IOException {
    ConfigLayer layer = new ConfigLayer(base, file, fs, condition.in(file.getParentFile()));
    try {
      layer.load();
      return layer;
    } catch (ConfigInvalidException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Puts the text of a configuration on top of what is known already. */
  public static FileBasedConfig of(Config base, String text, FS fs, IncludeCondition condition)
      throws IOException {
    ConfigLayer layer = new ConfigLayer(base, new File("/"), fs, condition);
    try {
      layer.fromText(text);
      return layer;
    } catch (ConfigInvalidException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void fromText(String text) throws ConfigInvalidException {
    // JGit calls this from load() only; its constructor knows no condition yet.
    super.fromText(new ConfigIncludes(condition.folder(), condition).resolve(text));
  }

  @Override
  protected byte[] readIncludedConfig(String path) throws ConfigInvalidException {
    File file = path.startsWith("~/") ? new File(fs.userHome(), path.substring(2)) : new File(path);
    if (!file.isFile()) {
      return new byte[0]; // as in git, a file that is not there is not included
    }
    try {
      String text = Files.readString(file.toPath(), StandardCharsets.UTF_8);
      File folder = file.getParentFile();
      return new ConfigIncludes(folder, condition.in(folder))
          .resolve(text)
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ConfigInvalidException("cannot read " + file, e);
    }
  }

  /** It would write something else than the file contains. */
  @Override
  public void save() {
    throw new UnsupportedOperationException("configuration of several layers is read only");
  }

  @Override
  public boolean isOutdated() {
    return false; // a command goes by the configuration with which it began
  }
}
