package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.CvsChange;
import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.CvsWorkingCopy.State;
import dev.xenvendor.cvs.CvsWorkingCopy.Status;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.util.SortedSet;
import java.util.TreeSet;

/** Refuses to overwrite a person's own edits in a working copy. */
final class OverwriteGuard {

  private final CvsWorkingCopy workingCopy;
  private final CvsChange change;
  private final SortedSet<HeaderPath> changed = new TreeSet<>();
  private final SortedSet<HeaderPath> inTheWay = new TreeSet<>();
  private int done;

  /** Looks at a working copy in which the change, or a part of it, may have been made already. */
  OverwriteGuard(CvsWorkingCopy workingCopy, CvsChange change, Status status) {
    this.workingCopy = workingCopy;
    this.change = change;
    for (ChangedFile file : change.files()) {
      State state = workingCopy.state(file, status);
      if (state == State.DONE) {
        done++;
      } else if (state == State.OTHER) {
        (status.changed().contains(file.path()) ? changed : inTheWay).add(file.path());
      }
    }
    status.changed().stream().filter(path -> change.find(path).isEmpty()).forEach(changed::add);
  }

  /** Throws if there is any. */
  void refuse(String release) {
    if (!changed.isEmpty() && done > 0) {
      throw underWay(release);
    }
    if (!changed.isEmpty()) {
      throw Problem.repository(
              count(changed, " is", " are")
                  + " modified and not committed, first: "
                  + changed.first())
          .hint("commit it, or revert it: " + takeBack());
    }
    if (!inTheWay.isEmpty()) {
      throw Problem.repository(
              count(inTheWay, " is", " are")
                  + " in the way and unknown to cvs, first: "
                  + inTheWay.first())
          .hint("the merge adds a file of that name: move yours away");
    }
  }

  private Problem underWay(String release) {
    return Problem.repository(
            release
                + " is already merged into this working copy, but not committed: "
                + done
                + " of "
                + change.files().size()
                + " changes are unmodified, "
                + count(changed, " has", " have")
                + " been edited since, first: "
                + changed.first())
        .hint("finish, and cvs commit; to merge that file again: " + takeBack());
  }

  private String takeBack() {
    return "cvs update -C " + workingCopy.place().inWorkingCopy(changed.first());
  }

  private static String count(SortedSet<HeaderPath> paths, String one, String many) {
    return paths.size() + (paths.size() == 1 ? " file" + one : " files" + many);
  }
}
