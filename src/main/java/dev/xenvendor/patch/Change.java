package dev.xenvendor.patch;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** A kind of change: a function on a header tree, with its own check that it holds. */
public sealed interface Change permits FileChange, AddFile, RemoveFile, RelocateDefinitions {

  ChangeKind<?> kind();

  /** Returns what it does, in a few words, for people. */
  String summary();

  /** The files it is about by name, which are followed when upstream moves them. */
  Set<HeaderPath> namedFiles();

  /** Returns whether it may be about any of some files. */
  default boolean mayTouch(Set<HeaderPath> files) {
    return !Collections.disjoint(namedFiles(), files);
  }

  /** The one header that it edits, by name; empty where it may edit any number of headers. */
  default Optional<HeaderPath> onlyFile() {
    return Optional.empty();
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
   * Returns whether it is a habit, such as white space or an ident line, which upstream cannot be
   * said to have adopted, and which may touch what other patches touch.
   */
  default boolean isHabit() {
    return false;
  }

  /**
   * Returns whether it is made in every line it fits, upstream's new ones among them, and not at a
   * place.
   */
  default boolean isOfEveryLine() {
    return isHabit();
  }

  /** Returns whether each file is changed independently, so that some files can be left out. */
  default boolean isPerFile() {
    return false;
  }

  /** Returns whether a tree has it even where some of the files that it is about lack it. */
  default boolean mayBeMissing() {
    return isHabit();
  }

  /** The stages in which changes are made, in order. */
  enum Stage {
    /** First, so that definitions are taken out as the tree has them, word for word. */
    DEFINITIONS,
    LINES,
    /** Last, so that the line ends hold for what the other changes insert. */
    LINE_ENDS
  }

  default Stage stage() {
    return Stage.LINES;
  }

  /** Returns what a tree's files have in a spelling of their own that this change leaves open. */
  default LocalFormatting spelling(HeaderTree tree) {
    return LocalFormatting.NONE;
  }

  /** Returns a tree with the ident lines that this change is about as new files get them. */
  default HeaderTree withBareIdents(HeaderTree tree) {
    return tree;
  }

  /** Returns the ident line that this change gives to new files, if it does. */
  default Optional<String> identLine() {
    return Optional.empty();
  }

  /** Returns this change, if it is a diff. */
  default Optional<TextPatch> asDiff() {
    return Optional.empty();
  }

  /** Returns this change, if it moves definitions to another header. */
  default Optional<RelocateDefinitions> asRelocation() {
    return Optional.empty();
  }

  /** Returns what the id of a proposed patch calls this change. */
  default String shortName() {
    return kind().name();
  }

  /** Returns what it does, as the beginning of a sentence. */
  default String sentence() {
    return Character.toUpperCase(summary().charAt(0)) + summary().substring(1);
  }

  /** The description of a proposed patch, for people to add their reason to. */
  default String description() {
    return sentence().replace('\n', ' ')
        + ".\nDeclared from an edit in the tree. State here why it is made.\n";
  }
}
