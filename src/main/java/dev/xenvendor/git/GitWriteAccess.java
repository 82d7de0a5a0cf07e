package dev.xenvendor.git;

import java.io.IOException;

/**
 * The right to change a repository: held by one run at a time, and only after what a killed run
 * left was cleared up.
 */
public final class GitWriteAccess implements AutoCloseable {

  private final RepositoryLock lock;

  private GitWriteAccess(RepositoryLock lock) {
    this.lock = lock;
  }

  public static GitWriteAccess take(GitRepository repository) {
    RepositoryLock lock = RepositoryLock.take(repository.jgit());
    try {
      if (!repository.isBare()) {
        new WorkTreeChange(repository.jgit()).recover();
        MergeFiles.deleteIfOver(repository.jgit());
      }
      return new GitWriteAccess(lock);
    } catch (IOException e) {
      lock.close();
      throw GitRepository.failed("clear up after an interrupted run", e);
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
