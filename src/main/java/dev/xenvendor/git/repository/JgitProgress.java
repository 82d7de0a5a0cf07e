package dev.xenvendor.git.repository;

import dev.xenvendor.release.Progress;
import org.eclipse.jgit.lib.ProgressMonitor;

/** Passes JGit's progress on. */
public final class JgitProgress implements ProgressMonitor {

  private final Progress progress;

  public JgitProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void start(int totalTasks) {}

  @Override
  public void beginTask(String title, int totalWork) {
    progress.begin(title, totalWork);
  }

  @Override
  public void update(int completed) {
    progress.advance(completed);
  }

  @Override
  public void endTask() {
    progress.end();
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void showDuration(boolean enabled) {}
}
