package dev.xenvendor.git.index;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderPath;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.lib.Repository;

/** Checks that a change does not overwrite unrelated files. */
public final class OverwriteCheck {

  private final WorkTreeFiles files;
  private final RawIndex index;

  public OverwriteCheck(Repository jgit, RawIndex index) {
    this.files = new WorkTreeFiles(jgit);
    this.index = index;
  }

  /** Refuses files that git does not know, and files that stay where a folder must go. */
  public void refuse(Collection<HeaderPath> written, Collection<HeaderPath> deleted) {
    for (HeaderPath path : written) {
      if (isSubmodule(path)) {
        throw submodule(path);
      }
      boolean tracked = isTracked(path) || IndexEntries.at(path.value(), index).all().size() > 0;
      if (!tracked && files.exists(path)) {
        throw untracked(path);
      }
      for (Optional<HeaderPath> above = path.parent();
          above.isPresent();
          above = above.get().parent()) {
        refuseFileAsFolder(above.get(), deleted);
      }
    }
  }

  /** Refuses a submodule at a folder or above it. */
  public void refuseSubmodule(HeaderPath folder) {
    for (Optional<HeaderPath> at = Optional.of(folder); at.isPresent(); at = at.get().parent()) {
      if (isSubmodule(at.get())) {
        throw submodule(at.get());
      }
    }
  }

  private void refuseFileAsFolder(HeaderPath folder, Collection<HeaderPath> deleted) {
    boolean tracked = isTracked(folder);
    // A link to a folder is no folder: what is written below it would land elsewhere.
    if (!tracked
        && files.exists(folder)
        && !Files.isDirectory(files.at(folder), LinkOption.NOFOLLOW_LINKS)) {
      throw untracked(folder);
    }
    if (tracked && isSubmodule(folder)) {
      throw submodule(folder);
    }
    if (tracked && !deleted.contains(folder)) {
      throw Problem.repository("the file " + folder + " is in the way of a folder")
          .hint("rename it with git mv and commit that; then try again");
    }
  }

  private boolean isSubmodule(HeaderPath path) {
    OptionalInt entry = index.find(path);
    return entry.isPresent() && index.mode(entry.getAsInt()) == FileMode.GITLINK;
  }

  private static Problem submodule(HeaderPath path) {
    return Problem.repository("the submodule " + path + " is in the way")
        .hint("headers in a submodule belong to its own repository: xenvendor -C " + path + " …");
  }

  private boolean isTracked(HeaderPath path) {
    return index.find(path).isPresent();
  }

  private static Problem untracked(HeaderPath path) {
    return Problem.repository("the untracked file " + path + " is in the way")
        .hint("move it aside, or git add and commit it; then try again");
  }
}
