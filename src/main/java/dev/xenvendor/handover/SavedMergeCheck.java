package dev.xenvendor.handover;

import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Limits;
import dev.xenvendor.tree.TreeSafety;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for what a saved merge must not hold. Anyone with push access may have made it, so it is
 * read as an archive is.
 */
final class SavedMergeCheck {

  /** The replacement character, which a decoder writes for bytes that are not UTF-8. */
  private static final char NOT_UTF8 = '\uFFFD';

  private final Vendor vendor;
  private final Trunk trunk;
  private final Limits limits;

  /**
   * @param trunk at the commit that the merges are saved on
   */
  SavedMergeCheck(Vendor vendor, Trunk trunk) {
    this.vendor = vendor;
    this.trunk = trunk;
    this.limits = vendor.checks().limits();
  }

  /** Returns why a saved merge is not taken up; empty where nothing is wrong with it. */
  Optional<String> problem(SavedMerge saved, TrunkChange change) {
    if (!saved.vendor().equals(vendor.name())) {
      return Optional.of("it is of the vendor " + saved.vendor());
    }
    return change
        .state()
        .flatMap(state -> contradiction(saved, state))
        .or(() -> states(change).stream().flatMap(files -> problem(files).stream()).findFirst());
  }

  /** Throws the problem, if there is one. */
  void require(SavedMerge saved, TrunkChange change) {
    problem(saved, change)
        .ifPresent(
            why -> {
              throw Problem.repository("the saved merge '" + saved.name() + "' is refused: " + why)
                  .hint("nothing was changed");
            });
  }

  private Optional<String> contradiction(SavedMerge saved, MergeState state) {
    boolean agrees =
        state.vendor().equals(vendor.name())
            && state.head().equals(saved.head())
            && state.otherParent().equals(saved.otherParent())
            && saved.release().filter(state.release()::equals).isPresent();
    return agrees ? Optional.empty() : Optional.of("merge.yaml and saved.yaml disagree");
  }

  /** Every state of the files that is in it: what may come into the work tree sooner or later. */
  private static List<Map<HeaderPath, HeaderFile>> states(TrunkChange change) {
    List<Map<HeaderPath, HeaderFile>> states = new ArrayList<>();
    states.add(present(change.files()));
    states.add(present(change.index()));
    for (Side side : Side.values()) {
      states.add(ofSide(side, change.unmerged()));
      states.add(ofSide(side, change.resolved()));
    }
    return states;
  }

  private static Map<HeaderPath, HeaderFile> present(Map<HeaderPath, Optional<HeaderFile>> files) {
    SortedMap<HeaderPath, HeaderFile> present = new TreeMap<>();
    files.forEach((path, file) -> file.ifPresent(there -> present.put(path, there)));
    return present;
  }

  private static Map<HeaderPath, HeaderFile> ofSide(Side side, List<Stage> stages) {
    SortedMap<HeaderPath, HeaderFile> files = new TreeMap<>();
    stages.stream()
        .filter(stage -> stage.side() == side)
        .forEach(stage -> files.put(stage.path(), stage.file()));
    return files;
  }

  private Optional<String> problem(Map<HeaderPath, HeaderFile> files) {
    SortedMap<HeaderPath, HeaderFile> foreign = new TreeMap<>(files);
    foreign
        .entrySet()
        .removeIf(file -> trunk.file(file.getKey()).equals(Optional.of(file.getValue())));
    Map<HeaderPath, Optional<HeaderFile>> edits = new TreeMap<>();
    foreign.forEach((path, file) -> edits.put(path, Optional.of(file)));
    return foreign.entrySet().stream()
        .flatMap(file -> problem(file.getKey(), file.getValue()).stream())
        .findFirst()
        .or(() -> new TreeSafety(trunk.tree().edited(edits), limits).problem(foreign));
  }

  private Optional<String> problem(HeaderPath path, HeaderFile file) {
    if (path.value().indexOf(NOT_UTF8) >= 0) {
      return Optional.of("the file name " + path + " is not UTF-8");
    }
    if (file.mode() == FileMode.GITLINK) {
      return Optional.of("it changes the submodule " + path);
    }
    return file.size() > limits.fileBytes()
        ? Optional.of(path + " has more than " + (limits.fileBytes() >> 20) + " MiB")
        : Optional.empty();
  }
}
