package dev.xenvendor.merge;

import dev.xenvendor.merge.Conflict.TwoNames;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts merged files into one tree. A file moves aside if a folder has its path. */
final class Placement {

  private final List<MergedFile> files = new ArrayList<>();
  private final TreeSet<String> taken = new TreeSet<>();
  private final HeaderTree untouched;

  /**
   * @param untouched the files that are the same on every side, at whose places no other file goes
   */
  Placement(HeaderTree untouched) {
    this.untouched = untouched;
  }

  void add(List<MergedFile> merged) {
    files.addAll(merged);
    merged.stream()
        .filter(file -> file.result().isPresent())
        .forEach(file -> taken.add(file.path().value()));
  }

  /**
   * The tree.
   *
   * @param twoNames the files that the sides moved apart
   */
  MergeResult result(Collection<TwoNames> twoNames) {
    List<MergedFile> placed = new ArrayList<>();
    files.forEach(file -> placed.add(hasFolderInItsPlace(file) ? putAside(file) : file));
    twoNames.forEach(conflict -> keepNames(placed, conflict));
    return new MergeResult(
        placed.stream().sorted(Comparator.comparing(MergedFile::path)).toList(), untouched);
  }

  /** A name that another file also claims is resolved by the other conflict. */
  private void keepNames(List<MergedFile> placed, TwoNames conflict) {
    Set<HeaderPath> names =
        placed.stream()
            .filter(file -> isOf(conflict, file))
            .map(MergedFile::path)
            .collect(Collectors.toSet());
    ThreeWay left =
        conflict.at(
            name ->
                names.contains(name)
                    || (conflict.isBase(name) && !hasFolderInItsPlace(name.value())));
    Optional<Conflict> kept =
        left.isEmpty() ? Optional.empty() : Optional.of(new TwoNames(conflict.sides(), left));
    placed.replaceAll(file -> isOf(conflict, file) ? withConflict(file, kept) : file);
    if (names.isEmpty()) {
      kept.ifPresent(c -> placed.add(nowhere(c)));
    }
  }

  private static boolean isOf(Conflict conflict, MergedFile file) {
    return file.conflict().filter(conflict::equals).isPresent();
  }

  private static MergedFile withConflict(MergedFile file, Optional<Conflict> conflict) {
    return new MergedFile(file.path(), file.from(), file.outcome(), file.result(), conflict);
  }

  private static MergedFile nowhere(Conflict conflict) {
    return new MergedFile(
        conflict.path(),
        Optional.empty(),
        Outcome.CONFLICT,
        Optional.empty(),
        Optional.of(conflict));
  }

  private boolean hasFolderInItsPlace(MergedFile file) {
    return file.result().isPresent() && hasFolderInItsPlace(file.path().value());
  }

  private boolean hasFolderInItsPlace(String path) {
    String next = taken.ceiling(path + '/');
    return next != null && next.startsWith(path + '/');
  }

  private MergedFile putAside(MergedFile file) {
    ThreeWay sides =
        file.conflict().map(conflict -> sidesOf(conflict, file)).orElseGet(() -> addedBy(file));
    boolean isLocals = sides.local().filter(l -> l.path().equals(file.path())).isPresent();
    Side owner = isLocals && file.from().isEmpty() ? Side.LOCAL : Side.VENDOR;
    HeaderPath aside = free(file.path().value() + '~' + owner.word());
    Conflict conflict = new Conflict.DirectoryFileConflict(aside, file.path(), sides);
    return new MergedFile(
        aside, file.from(), Outcome.CONFLICT, file.result(), Optional.of(conflict));
  }

  private static ThreeWay sidesOf(Conflict conflict, MergedFile file) {
    if (conflict instanceof TwoNames twoNames) {
      return twoNames.at(file.path()::equals);
    }
    return conflict.sides();
  }

  /** A file that conflicts only with the folder was added or moved by one side. */
  private static ThreeWay addedBy(MergedFile file) {
    Optional<SideFile> side = file.result().map(f -> new SideFile(file.path(), f));
    return file.outcome() == Outcome.ADDED || file.from().isPresent()
        ? new ThreeWay(Optional.empty(), Optional.empty(), side)
        : new ThreeWay(Optional.empty(), side, Optional.empty());
  }

  private HeaderPath free(String wanted) {
    String name = wanted;
    for (int i = 0; untouched.contains(HeaderPath.of(name)) || !taken.add(name); i++) {
      name = wanted + '_' + i;
    }
    return HeaderPath.of(name);
  }
}
