package dev.xenvendor.git.repository;

import dev.xenvendor.git.config.ConfigLayer;
import dev.xenvendor.git.config.IncludeCondition;
import dev.xenvendor.git.config.QuietSystemReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * A repository whose configuration is read as git reads it: conditional includes, the configuration
 * of a linked work tree, and what the environment holds for this command.
 */
public final class ConfiguredRepository extends FileRepository {

  /** Null only while JGit's constructor runs. */
  private final @Nullable FileBasedConfig layered;

  /** What a partial clone lacks; null in any other. */
  private final @Nullable PromisedObjects promised;

  ConfiguredRepository(FileRepositoryBuilder options) throws IOException {
    super(options);
    this.layered = layers();
    this.promised = PromisedObjects.isPartialClone(layered) ? new PromisedObjects(this) : null;
  }

  /** Has git fetch what is not here, where this is a partial clone. */
  @Override
  public ObjectLoader open(AnyObjectId id) throws IOException {
    try (ObjectReader reader = newObjectReader()) {
      return reader.open(id);
    }
  }

  @Override
  public ObjectReader newObjectReader() {
    PromisedObjects elsewhere = promised;
    ObjectReader local = super.newObjectReader();
    return elsewhere == null ? local : new FetchingReader(local, elsewhere);
  }

  /** What may be fetched later together with one of them. */
  public void list(Supplier<Set<ObjectId>> files) {
    if (promised != null) {
      promised.list(files.get());
    }
  }

  @Override
  public FileBasedConfig getConfig() {
    FileBasedConfig known = layered;
    return known == null ? super.getConfig() : known;
  }

  private static boolean hasWorktreeConfig(FileBasedConfig config) {
    return config.getBoolean("extensions", "worktreeConfig", false);
  }

  /**
   * Later files win: the system's, the user's, the repository's, the work tree's, the command's.
   */
  private FileBasedConfig layers() throws IOException {
    FS fs = getFS();
    FileBasedConfig plain = super.getConfig();
    IncludeCondition condition =
        new IncludeCondition(
            getDirectory(),
            branch(),
            fs.userHome(),
            getDirectory(),
            plain.getSubsections("remote").stream()
                .flatMap(remote -> List.of(plain.getStringList("remote", remote, "url")).stream())
                .toList());
    List<File> files = new ArrayList<>(QuietSystemReader.configFiles(fs));
    files.add(plain.getFile());
    if (hasWorktreeConfig(plain)) {
      files.add(new File(getDirectory(), "config.worktree"));
    }
    FileBasedConfig top = QuietSystemReader.defaults(fs);
    for (File file : files) {
      top = ConfigLayer.read(top, file, fs, condition);
    }
    return ConfigLayer.of(top, QuietSystemReader.commandText(), fs, condition);
  }

  private String branch() throws IOException {
    String full = getFullBranch();
    return full != null && full.startsWith(Constants.R_HEADS)
        ? Repository.shortenRefName(full)
        : "";
  }
}
