package dev.xenvendor.git.repository;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Finds the repository that a folder is in, as git does: by the environment, else upwards. */
final class RepositoryFinder {

  private final Path folder;

  RepositoryFinder(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws dev.xenvendor.problem.Problem if git would not trust what is found
   */
  FileRepositoryBuilder find() {
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    named(Constants.GIT_DIR_KEY).ifPresent(builder::setGitDir);
    named(Constants.GIT_COMMON_DIR_KEY).ifPresent(builder::setGitCommonDir);
    named(Constants.GIT_WORK_TREE_KEY).ifPresent(builder::setWorkTree);
    named(Constants.GIT_INDEX_FILE_KEY).ifPresent(builder::setIndexFile);
    named(Constants.GIT_OBJECT_DIRECTORY_KEY).ifPresent(builder::setObjectDirectory);
    if (builder.getGitDir() != null) {
      return builder.readEnvironment();
    }
    builder.readEnvironment().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      builder.setGitDir(folder.toFile()); // a bare repository is its own git folder
    }
    if (FileKey.isGitRepository(builder.getGitDir(), FS.DETECTED)) {
      RepositoryOwner.requireTrusted(builder.getGitDir(), folder);
    }
    return builder;
  }

  /** As with {@code git -C}, a relative path is seen from the folder. */
  private Optional<File> named(String variable) {
    return Optional.ofNullable(SystemReader.getInstance().getenv(variable))
        .filter(value -> !value.isEmpty())
        .map(value -> folder.resolve(value).toFile());
  }
}
