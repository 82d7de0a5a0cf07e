package dev.xenvendor.cvs;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.trunk.TrunkView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The trunk of a CVS repository, as it is committed. */
public final class CvsTrunk implements TrunkView {

  private final CvsWorkingCopy workingCopy;
  private final Map<HeaderPath, Map<HeaderPath, TrunkFile>> below = new HashMap<>();
  private final Map<HeaderPath, Map<HeaderPath, TrunkFile>> in = new HashMap<>();

  public CvsTrunk(CvsWorkingCopy workingCopy) {
    this.workingCopy = workingCopy;
  }

  /** The files in a folder and below, seen from the root of the tree. */
  public Map<HeaderPath, TrunkFile> files(HeaderPath folder) {
    return below.computeIfAbsent(folder, f -> workingCopy.trunkBelow(Optional.of(f)));
  }

  /** A file, with its revision. */
  public Optional<TrunkFile> find(HeaderPath path) {
    for (Map.Entry<HeaderPath, Map<HeaderPath, TrunkFile>> known : below.entrySet()) {
      if (path.isBelow(known.getKey())) {
        return Optional.ofNullable(known.getValue().get(path));
      }
    }
    return path.parent()
        .filter(workingCopy::reaches)
        .map(folder -> in.computeIfAbsent(folder, workingCopy::trunkIn))
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
    return TrunkFile.tree(workingCopy.trunkBelow(Optional.empty()));
  }

  @Override
  public Optional<HeaderFile> file(HeaderPath path) {
    return find(path).map(TrunkFile::file);
  }

  /** CVS has no ancestry. */
  @Override
  public boolean descendsFrom(GitId commit) {
    return false;
  }
}
