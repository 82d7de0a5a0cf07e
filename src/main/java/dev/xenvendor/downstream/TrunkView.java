package dev.xenvendor.downstream;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Optional;

/** A read-only state of the operating system's tree: a commit, or the work tree. */
public interface TrunkView {

  /** Returns what the state is called: a branch's name, {@code HEAD}, or what the user named. */
  String branch();

  /** The files below a folder, seen from that folder. */
  HeaderTree tree(HeaderPath folder);

  /** All the files. */
  HeaderTree tree();

  Optional<HeaderFile> file(HeaderPath path);

  /**
   * Returns whether the commit that the state is, or builds on, has the given one among its
   * ancestors.
   */
  boolean descendsFrom(GitId commit);

  /**
   * Returns whether a tree of this kind holds a record of what was merged last; in CVS it need not.
   */
  default boolean keepsRecord() {
    return true;
  }

  /** The commands that hints name in a tree of this kind. */
  default HintCommands commands() {
    return HintCommands.GIT;
  }
}
