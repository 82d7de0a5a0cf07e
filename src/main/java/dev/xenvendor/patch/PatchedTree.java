package dev.xenvendor.patch;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.patch.Change.Stage;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tree with patches applied, and what each patch did.
 *
 * @param before the tree without them
 */
public record PatchedTree(HeaderTree before, HeaderTree tree, List<PatchResult> results) {

  public Optional<PatchResult> result(String patchId) {
    return results.stream().filter(result -> result.patch().id().equals(patchId)).findFirst();
  }

  /** A patch that does not hold in a header together with others that change it. */
  public record Clash(LocalPatch patch, HeaderPath path, List<LocalPatch> others) {}

  /**
   * Finds patches of which one undoes what another does: applied once more, none may find anything
   * to do.
   *
   * @param patches the patches that were applied
   * @param moved where files went that patches name
   */
  public List<Clash> clashes(PatchSet patches, Map<HeaderPath, HeaderPath> moved) {
    PatchTarget again =
        PatchTarget.of(tree, before)
            .withMoved(moved)
            .withSpelling(patches.spellingWhenPatched(tree))
            .withOriginals(patches.originals());
    List<Clash> clashes = new ArrayList<>();
    for (PatchResult result : results) {
      for (HeaderPath path : result.changed()) {
        List<LocalPatch> others = othersIn(path, result);
        if (!others.isEmpty() && !holds(result.patch(), path, again)) {
          clashes.add(new Clash(result.patch(), path, others));
        }
      }
    }
    return clashes;
  }

  /** The other patches that changed the same file; habits go together with everything. */
  private List<LocalPatch> othersIn(HeaderPath path, PatchResult result) {
    return results.stream()
        .filter(other -> !other.equals(result) && !other.patch().change().isHabit())
        .filter(other -> other.edits().get(path) instanceof FileEdit.Changed)
        .map(PatchResult::patch)
        .toList();
  }

  private boolean holds(LocalPatch patch, HeaderPath path, PatchTarget again) {
    return !tree.contains(path)
        || patch.change().isHabit()
        || holds(patch.change().apply(again).edits().get(path));
  }

  private static boolean holds(@Nullable FileEdit edit) {
    return edit != null && edit.holds();
  }

  /** Refuses patches that clash. */
  public static void refuse(List<Clash> clashes) {
    for (Clash clash : clashes) {
      throw clash
          .patch()
          .problem(
              " does not hold in "
                  + clash.path()
                  + " together with "
                  + clash.others().stream()
                      .map(other -> other.id() + " (" + other.place() + ")")
                      .collect(Collectors.joining(", ")))
          .hint(
              "two patches must not edit the same place: merge them, or separate their ranges of"
                  + " releases");
    }
  }

  /**
   * Returns which patch each line of a file comes from: empty for a line that no patch touched.
   * Lines count from 0.
   */
  public List<Optional<LocalPatch>> owners(HeaderPath path) {
    byte[] text = before.get(path).map(HeaderFile::bytes).orElse(new byte[0]);
    List<Optional<LocalPatch>> owners =
        new ArrayList<>(Collections.nCopies(Lines.count(text), Optional.empty()));
    for (PatchResult result : results) {
      if (result.edits().get(path) instanceof FileEdit.Changed changed) {
        if (result.patch().change().stage() == Stage.LINE_ENDS) {
          text = changed.text(); // a line's end does not make the line an edit
          continue;
        }
        List<LineEdit> edits = LineDiff.between(text, changed.text());
        owners = shifted(owners, edits, result.patch(), Lines.count(changed.text()));
        text = changed.text();
      }
    }
    return owners;
  }

  private static List<Optional<LocalPatch>> shifted(
      List<Optional<LocalPatch>> owners, List<LineEdit> edits, LocalPatch patch, int lines) {
    List<Optional<LocalPatch>> now = new ArrayList<>();
    int old = 0;
    for (LineEdit edit : edits) {
      now.addAll(owners.subList(old, edit.beforeBegin()));
      now.addAll(Collections.nCopies(edit.inserted(), Optional.of(patch)));
      old = edit.beforeEnd();
    }
    now.addAll(owners.subList(old, old + lines - now.size()));
    return now;
  }
}
