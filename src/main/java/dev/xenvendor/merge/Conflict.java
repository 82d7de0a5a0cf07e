package dev.xenvendor.merge;

import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Something a merge leaves for a person to decide. */
public sealed interface Conflict {

  /** The kinds of conflict; the first of two words is local's side. */
  enum Kind {
    CONTENT("content"),
    MODIFY_DELETE("modify/delete"),
    DELETE_MODIFY("delete/modify"),
    ADD_ADD("add/add"),
    RENAME_DELETE("rename/delete"),
    RENAME_RENAME("rename/rename"),
    BINARY("binary"),
    MODE("mode"),
    SYMLINK("symlink"),
    DIRECTORY_FILE("directory/file"),
    PATCH_DOES_NOT_APPLY("patch-does-not-apply"),
    BROKEN_RESULT("broken-result");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static Kind ofWord(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("not a kind of conflict: " + word);
    }
  }

  /** An unmerged entry of git's index. */
  record Stage(HeaderPath path, Side side, HeaderFile file) {}

  /** Returns where the person finds it in the work tree. */
  HeaderPath path();

  Kind kind();

  /** The file as each side holds it. */
  ThreeWay sides();

  /** The merged text where lines clash; empty where the file as a whole does. */
  default Optional<MergedText> clash() {
    return Optional.empty();
  }

  /** The hunks to decide; none where the file as a whole is what clashes. */
  default List<Hunk> hunks() {
    return clash().map(MergedText::hunks).orElse(List.of());
  }

  /** Every path that git lists as unmerged for it. */
  default List<HeaderPath> paths() {
    return stages().stream().map(Stage::path).distinct().sorted().toList();
  }

  /** Returns what goes into the index, by which every git tool sees the conflict. */
  default List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    for (Side side : Side.values()) {
      sides().file(side).ifPresent(file -> stages.add(new Stage(path(), side, file)));
    }
    return stages;
  }

  /** Both sides changed, or added, the same lines. */
  record Text(HeaderPath path, Kind kind, ThreeWay sides, MergedText text) implements Conflict {
    @Override
    public Optional<MergedText> clash() {
      return Optional.of(text);
    }
  }

  /** The file as a whole clashes: one side's must be taken, or none. */
  record WholeFile(HeaderPath path, Kind kind, ThreeWay sides) implements Conflict {}

  /**
   * Local and vendor moved the same file to different paths.
   *
   * @param left the merged file under the names that it keeps until a person decides; a name that
   *     something else claims too is missing, for that is a conflict of its own
   */
  record TwoNames(ThreeWay sides, ThreeWay left) implements Conflict {

    @Override
    public HeaderPath path() {
      return left.local().or(left::vendor).or(left::base).orElseThrow().path();
    }

    @Override
    public Kind kind() {
      return Kind.RENAME_RENAME;
    }

    @Override
    public List<Stage> stages() {
      List<Stage> stages = new ArrayList<>();
      for (Side side : Side.values()) {
        left.of(side).ifPresent(f -> stages.add(new Stage(f.path(), side, f.file())));
      }
      return stages;
    }

    /** The merged file at one of its names. */
    HeaderFile fileAt(HeaderPath name) {
      return at(name::equals).local().or(() -> at(name::equals).vendor()).orElseThrow().file();
    }

    boolean isBase(HeaderPath name) {
      return left.base().filter(file -> file.path().equals(name)).isPresent();
    }

    ThreeWay at(Predicate<HeaderPath> names) {
      return new ThreeWay(
          left.base().filter(file -> names.test(file.path())),
          left.local().filter(file -> names.test(file.path())),
          left.vendor().filter(file -> names.test(file.path())));
    }
  }

  /**
   * One side has a file where the other has a folder.
   *
   * @param path where the file was put aside
   * @param wanted the path both claim
   */
  record DirectoryFileConflict(HeaderPath path, HeaderPath wanted, ThreeWay sides)
      implements Conflict {
    @Override
    public Kind kind() {
      return Kind.DIRECTORY_FILE;
    }
  }

  /**
   * A declared local change that can no longer be made in the vendor's file.
   *
   * @param clash the result of the text merge; empty if nothing clashes
   * @param patch the patch's id
   * @param reason why it does not apply
   */
  record Patch(
      HeaderPath path, ThreeWay sides, Optional<MergedText> clash, String patch, String reason)
      implements Conflict {
    @Override
    public Kind kind() {
      return Kind.PATCH_DOES_NOT_APPLY;
    }
  }

  /**
   * A file that merges cleanly into one that is not well formed, though it is on every side.
   *
   * @param breakages what is not well formed, and where
   */
  record Broken(HeaderPath path, ThreeWay sides, List<Breakage> breakages) implements Conflict {
    @Override
    public Kind kind() {
      return Kind.BROKEN_RESULT;
    }
  }
}
