package dev.xenvendor.patch;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.tree.HeaderPath;
import java.util.Collections;
import java.util.Set;

/** A kind of change: a function on a header tree, with its own check that it holds. */
public sealed interface Change permits FileChange, AddFile, RemoveFile, RelocateDefinitions {

  /** The name of the kind, as in the patch's file. */
  String kind();

  /** What it does, in a few words, for people. */
  String summary();

  /** The files it is about by name, which are followed when upstream moves them. */
  Set<HeaderPath> namedFiles();

  /** Whether it may be about any of some files. */
  default boolean mayTouch(Set<HeaderPath> files) {
    return !Collections.disjoint(namedFiles(), files);
  }

  /** Makes the change in a tree, wherever it is not there already. */
  ChangeOutcome apply(PatchTarget target);

  /**
   * The same change for headers that are read as C code in an environment.
   *
   * @return itself, where it does not read them as C code
   */
  default Change seenIn(CEnvironment environment) {
    return this;
  }

  /**
   * Whether it is a habit, such as white space or an ident line, which upstream cannot be said to
   * have adopted, and which may touch what other patches touch.
   */
  default boolean isHabit() {
    return false;
  }

  /**
   * Whether it is made in every line it fits, upstream's new ones among them, and not at a place.
   */
  default boolean isOfEveryLine() {
    return isHabit();
  }
}
