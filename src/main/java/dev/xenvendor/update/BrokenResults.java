package dev.xenvendor.update;

import dev.xenvendor.diff.Rename;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.merge.Side;
import dev.xenvendor.merge.SideFile;
import dev.xenvendor.merge.ThreeWay;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Makes a conflict of each cleanly merged file that is malformed although all its sides are well
 * formed. If only local's copy of lines that the release has as well breaks the file, the release's
 * lines are kept and nothing conflicts.
 */
final class BrokenResults {

  private final PatchedSides sides;
  private final Backports backports;
  private final HeaderPath prefix;
  private final Set<HeaderPath> patched = new HashSet<>();

  BrokenResults(PatchedSides sides, Backports backports, HeaderPath prefix) {
    this.sides = sides;
    this.prefix = prefix;
    this.backports = backports;
    for (PatchResult result : sides.vendor().results()) {
      if (!result.patch().change().isHabit()) {
        patched.addAll(result.changed());
      }
    }
  }

  MergeResult in(MergeResult merged) {
    return together(merged.listing(patched).mapped(this::checked));
  }

  /** Looks at the headers that merge cleanly as those see them that include them. */
  private MergeResult together(MergeResult merged) {
    Set<HeaderPath> unclean = new HashSet<>();
    merged.files().stream()
        .filter(file -> file.conflict().isPresent())
        .forEach(file -> unclean.add(file.path()));
    SortedMap<HeaderPath, List<Breakage>> twice =
        DoubleDefinitions.in(
            merged.tree().without(unclean),
            sides.local().before(),
            sides.vendor().before(),
            List.of(sides.base().before()),
            prefix);
    return merged
        .listing(twice.keySet())
        .mapped(f -> twice.containsKey(f.path()) ? broken(f, twice.get(f.path())) : f);
  }

  private MergedFile broken(MergedFile file, List<Breakage> breakages) {
    ThreeWay three =
        new ThreeWay(
            at(sides.base().tree(), basePath(file.path())),
            at(sides.local().tree(), file.from().orElse(file.path())),
            at(sides.vendor().before(), file.path()));
    return broken(file, three, breakages);
  }

  /** Looks at one file. */
  MergedFile checked(MergedFile file) {
    Optional<HeaderFile> result = file.result().filter(text -> text.mode().isFile());
    boolean mayBreak = file.outcome() == Outcome.MERGED || file.outcome() == Outcome.MOVED;
    if (file.conflict().isPresent()
        || result.isEmpty()
        || !(mayBreak || patched.contains(file.path()))) {
      return file;
    }
    HeaderPath local = file.from().orElse(file.path());
    Map<Side, byte[]> published = texts(local, file.path(), PatchedTree::before);
    byte[] text = result.get().bytes();
    List<Breakage> breakages = Breakages.in(file.path(), text, published);
    if (breakages.isEmpty()) {
      return file;
    }
    Map<Side, byte[]> merged = texts(local, file.path(), PatchedTree::tree);
    return backports
        .without(merged)
        .filter(other -> Breakages.in(file.path(), other, published).isEmpty())
        .map(other -> with(file, HeaderFile.of(result.get().mode(), other)))
        .orElseGet(() -> broken(file, local, breakages, published));
  }

  private static MergedFile with(MergedFile file, HeaderFile result) {
    return new MergedFile(
        file.path(), file.from(), file.outcome(), Optional.of(result), Optional.empty());
  }

  private MergedFile broken(
      MergedFile file, HeaderPath local, List<Breakage> breakages, Map<Side, byte[]> published) {
    ThreeWay three =
        new ThreeWay(
            at(sides.base().tree(), basePath(file.path())),
            at(sides.local().tree(), local),
            vendor(file.path(), published));
    return broken(file, three, breakages);
  }

  private static MergedFile broken(MergedFile file, ThreeWay three, List<Breakage> breakages) {
    Conflict conflict = new Conflict.Broken(file.path(), three, breakages);
    return new MergedFile(
        file.path(), file.from(), Outcome.CONFLICT, file.result(), Optional.of(conflict));
  }

  /** The release's file; as published where a local patch is what breaks it. */
  private Optional<SideFile> vendor(HeaderPath path, Map<Side, byte[]> published) {
    return at(sides.vendor().tree(), path)
        .filter(side -> Breakages.in(path, side.file().bytes(), published).isEmpty())
        .or(() -> at(sides.vendor().before(), path));
  }

  /** The files of the sides, as published or with the local patches. */
  private Map<Side, byte[]> texts(
      HeaderPath local, HeaderPath path, Function<PatchedTree, HeaderTree> of) {
    Map<Side, byte[]> texts = new EnumMap<>(Side.class);
    put(texts, Side.BASE, of.apply(sides.base()).get(basePath(path)));
    put(texts, Side.LOCAL, of.apply(sides.local()).get(local));
    put(texts, Side.VENDOR, of.apply(sides.vendor()).get(path));
    return texts;
  }

  private static void put(Map<Side, byte[]> texts, Side side, Optional<HeaderFile> file) {
    file.filter(f -> f.mode().isFile()).ifPresent(f -> texts.put(side, f.bytes()));
  }

  private HeaderPath basePath(HeaderPath merged) {
    return sides.renames().stream()
        .filter(rename -> rename.to().equals(merged))
        .map(Rename::from)
        .findFirst()
        .orElse(merged);
  }

  private static Optional<SideFile> at(HeaderTree tree, HeaderPath path) {
    return tree.get(path).map(file -> new SideFile(path, file));
  }
}
