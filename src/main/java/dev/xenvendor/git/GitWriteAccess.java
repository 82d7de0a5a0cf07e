package dev.xenvendor.git;

import java.io.IOException;
import java.time.Instant;

/**
 * The right to change a repository: held by one run at a time, and only after what a killed run
 * left was cleared up.
 */
public final class GitWriteAccess implements AutoCloseable {

  private final RepositoryLock lock;
  private final SharedPermissions permissions;

  /** File systems may keep whole seconds only. */
  private final Instant began = Instant.now().minusSeconds(1);

  private GitWriteAccess(RepositoryLock lock, SharedPermissions permissions) {
    this.lock = lock;
    this.permissions = permissions;
  }

  public static GitWriteAccess take(GitRepository repository) {
    RepositoryLock lock = RepositoryLock.take(repository.jgit());
    try {
      if (!repository.isBare()) {
        new WorkTreeChange(repository.jgit()).recover();
        MergeFiles.deleteIfOver(repository.jgit());
      }
      return new GitWriteAccess(lock, new SharedPermissions(repository.jgit()));
    } catch (IOException e) {
      lock.close();
      throw GitRepository.failed("clear up after an interrupted run", e);
    }
  }

  @Override
  public void close() {
    try {
      permissions.grant(began);
    } catch (IOException e) {
      throw GitRepository.failed("grant what core.sharedRepository asks for", e);
    } finally {
      lock.close();
    }
  }
}
