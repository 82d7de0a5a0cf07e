package dev.xenvendor.git.repository;

import dev.xenvendor.git.config.ConfigLayer;
import dev.xenvendor.git.config.IncludeCondition;
import dev.xenvendor.git.config.QuietSystemReader;
import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.program.ObjectProcess;
import dev.xenvendor.tree.RecentlyRead;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
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

  /** From how many bytes on it takes longer to read the index of a pack than to start git. */
  private static final long LARGE = 2 << 20;

  /** Reads the objects where that is quicker; null elsewhere. */
  private volatile @Nullable ObjectProcess program;

  private final RecentlyRead<ObjectId, ObjectLoader> recent = RecentReader.objects();

  /** Null only while JGit's constructor runs. */
  private final @Nullable FileBasedConfig layered;

  /** The objects that a partial clone lacks; null in a full clone. */
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
    return new RecentReader(uncached(), recent);
  }

  private ObjectReader uncached() {
    PromisedObjects elsewhere = promised;
    ObjectProcess git = program;
    ObjectReader local = super.newObjectReader();
    if (elsewhere != null) {
      return new FetchingReader(local, elsewhere);
    }
    return git == null ? local : new ProcessReader(local, git);
  }

  /**
   * Has the installed git read the objects from now on, where Java would first have to read a large
   * index of a pack.
   */
  public void readByProgram() {
    if (promised == null && program == null && hasLargePack()) {
      program = GitProgram.find(this).flatMap(GitProgram::objects).orElse(null);
    }
  }

  private boolean hasLargePack() {
    File objects = getObjectDatabase().getDirectory();
    File[] packs = new File(objects, "pack").listFiles((folder, name) -> name.endsWith(".idx"));
    return new File(objects, "info/alternates").exists()
        || Arrays.stream(packs == null ? new File[0] : packs).mapToLong(File::length).sum() > LARGE;
  }

  @Override
  protected void doClose() {
    ObjectProcess git = program;
    if (git != null) {
      git.close();
    }
    super.doClose();
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

  @Override
  public AttributesNodeProvider createAttributesNodeProvider() {
    return new SystemAttributes(super.createAttributesNodeProvider());
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
