package dev.xenvendor.git;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.git.repository.SharedPermissions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The right to change a repository: held by one run at a time, and only after what a killed run
 * left was cleared up.
 */
public final class GitWriteAccess implements AutoCloseable {

  private final RepositoryLock lock;
  private final SharedPermissions permissions;
  private final List<String> notices;

  /** File systems may keep whole seconds only. */
  private final Instant began = Instant.now().minusSeconds(1);

  private GitWriteAccess(RepositoryLock lock, SharedPermissions permissions, List<String> notices) {
    this.lock = lock;
    this.permissions = permissions;
    this.notices = notices;
  }

  /** Returns what a killed run left that could not be finished. */
  public List<String> notices() {
    return notices;
  }

  public static GitWriteAccess take(GitRepository repository) {
    RepositoryLock lock = RepositoryLock.take(repository.jgit());
    List<String> notices = new ArrayList<>();
    try {
      if (!repository.isBare()) {
        new WorkTreeChange(repository.jgit()).recover().ifPresent(notices::add);
        MergeFiles.setAsideIfDamaged(repository.jgit()).ifPresent(notices::add);
        MergeFiles.deleteIfOver(repository.jgit());
      }
      return new GitWriteAccess(lock, new SharedPermissions(repository.jgit()), notices);
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
