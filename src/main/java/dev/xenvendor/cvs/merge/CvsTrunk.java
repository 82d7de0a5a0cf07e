package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.TrunkFile;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The trunk of a CVS repository, or of a working copy. */
public final class CvsTrunk implements TrunkView {

  private final Function<Optional<HeaderPath>, Map<HeaderPath, TrunkFile>> filesBelow;
  private final Function<HeaderPath, Map<HeaderPath, TrunkFile>> filesIn;
  private final Predicate<HeaderPath> reached;
  private final Map<HeaderPath, Map<HeaderPath, TrunkFile>> below = new HashMap<>();
  private final Map<HeaderPath, Map<HeaderPath, TrunkFile>> in = new HashMap<>();

  private CvsTrunk(
      Function<Optional<HeaderPath>, Map<HeaderPath, TrunkFile>> filesBelow,
      Function<HeaderPath, Map<HeaderPath, TrunkFile>> filesIn,
      Predicate<HeaderPath> reached) {
    this.filesBelow = filesBelow;
    this.filesIn = filesIn;
    this.reached = reached;
  }

  /** As the repository has it. */
  static CvsTrunk committed(CvsWorkingCopy workingCopy) {
    return new CvsTrunk(workingCopy::trunkBelow, workingCopy::trunkIn, workingCopy::reaches);
  }

  /** As the working copy has it. */
  static CvsTrunk present(CvsWorkingCopy workingCopy) {
    return new CvsTrunk(
        workingCopy::presentBelow,
        folder -> workingCopy.presentBelow(Optional.of(folder)),
        workingCopy::reaches);
  }

  /** The files in a folder and below, seen from the root of the tree. */
  public Map<HeaderPath, TrunkFile> files(HeaderPath folder) {
    return below.computeIfAbsent(folder, f -> filesBelow.apply(Optional.of(f)));
  }

  /** A file, with its revision. */
  public Optional<TrunkFile> find(HeaderPath path) {
    for (Map.Entry<HeaderPath, Map<HeaderPath, TrunkFile>> known : below.entrySet()) {
      if (path.isBelow(known.getKey())) {
        return Optional.ofNullable(known.getValue().get(path));
      }
    }
    return path.parent()
        .filter(reached)
        .map(folder -> in.computeIfAbsent(folder, filesIn))
        .map(files -> files.get(path));
  }

  @Override
  public String branch() {
    return "trunk";
  }

  @Override
  public HeaderTree tree(HeaderPath folder) {
    return TrunkFile.tree(files(folder)).below(folder);
  }

  @Override
  public HeaderTree tree() {
    return TrunkFile.tree(filesBelow.apply(Optional.empty()));
  }

  @Override
  public Optional<HeaderFile> file(HeaderPath path) {
    return find(path).map(TrunkFile::file);
  }

  @Override
  public boolean keepsRecord() {
    return false;
  }

  /** CVS has no ancestry. */
  @Override
  public boolean descendsFrom(GitId commit) {
    return false;
  }
}
