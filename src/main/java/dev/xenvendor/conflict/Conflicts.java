package dev.xenvendor.conflict;

import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.InapplicablePatch;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.MergeState.NotedConflict;
import dev.xenvendor.downstream.RecordMerge;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Chunk.Hunk;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Conflict.Kind;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.merge.TextMerger;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Lines;
import dev.xenvendor.update.MergeReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Lists the conflicts of a merge in progress. */
public final class Conflicts {

  private static final byte[] NOTHING = {};

  private final Downstream tree;
  private final Vendor vendor;
  private final MergeInProgress inProgress;
  private final TextMerger textMerger;

  public Conflicts(Downstream tree, Trunk trunk) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.inProgress = new MergeInProgress(tree, trunk);
    this.textMerger = TextMerger.settling();
  }

  /** The conflicts left in index and work tree. */
  public ConflictsReport left() {
    inProgress.requireNoOther();
    Optional<UnfinishedMerge> merge = inProgress.find();
    if (merge.isEmpty()) {
      return new ConflictsReport(vendor, Optional.empty(), Optional.empty(), List.of(), false);
    }
    Optional<MergeState> state = merge.get().state();
    return new ConflictsReport(
        vendor,
        inProgress.releaseOf(merge.get()),
        state.flatMap(MergeState::base),
        open(merge.get()),
        false);
  }

  /** The conflicts that a merge has just left, or would leave. */
  public static ConflictsReport of(MergeReport merge) {
    HeaderPath prefix = merge.vendor().prefix();
    List<OpenConflict> conflicts =
        merge.merge().conflicts().stream()
            .map(conflict -> open(conflict, merge.merge().tree(), prefix))
            .toList();
    return new ConflictsReport(
        merge.vendor(),
        Optional.of(merge.release().version()),
        merge.base(),
        conflicts,
        merge.dryRun());
  }

  private static OpenConflict open(Conflict conflict, HeaderTree merged, HeaderPath prefix) {
    Map<HeaderPath, Map<Side, HeaderFile>> sides = new HashMap<>();
    for (Conflict.Stage stage : conflict.stages()) {
      sides
          .computeIfAbsent(prefix.resolve(stage.path()), path -> new HashMap<>())
          .put(stage.side(), stage.file());
    }
    List<OpenHunk> hunks =
        conflict
            .clash()
            .map(text -> openHunks(text, merged.get(conflict.path()).orElseThrow().bytes()))
            .orElse(List.of());
    return new OpenConflict(
        conflict.kind(),
        prefix.resolve(conflict.path()),
        conflict.paths().stream().map(prefix::resolve).toList(),
        sides,
        hunks,
        false,
        InapplicablePatch.of(conflict),
        conflict instanceof Conflict.Broken broken
            ? broken.breakages().stream().map(breakage -> breakage.under(prefix)).toList()
            : List.of());
  }

  List<OpenConflict> open(UnfinishedMerge merge) {
    SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged = merge.unmerged();
    if (new RecordMerge(tree).settled(unmerged).isPresent()) {
      unmerged.remove(vendor.recordPath()); // the next command that writes settles it
    }
    List<OpenConflict> open = new ArrayList<>();
    Set<HeaderPath> told = new HashSet<>();
    List<NotedConflict> noted = merge.state().map(MergeState::conflicts).orElse(List.of());
    Map<HeaderPath, List<Breakage>> twice =
        noted.stream().anyMatch(conflict -> conflict.kind() == Kind.BROKEN_RESULT)
            ? new ConflictBreakages(tree, merge).definedTwice()
            : Map.of();
    for (NotedConflict conflict : noted) {
      List<HeaderPath> paths = conflict.paths().stream().filter(unmerged::containsKey).toList();
      if (!paths.isEmpty()) {
        open.add(open(merge, conflict, paths, unmerged, twice));
        told.addAll(paths);
      }
    }
    unmerged.forEach(
        (path, sides) -> {
          if (told.add(path)) {
            List<HeaderPath> paths = List.of(path);
            NotedConflict conflict = new NotedConflict(kindOf(sides), path, paths);
            open.add(open(merge, conflict, paths, unmerged, twice));
          }
        });
    return open;
  }

  private OpenConflict open(
      UnfinishedMerge merge,
      NotedConflict noted,
      List<HeaderPath> paths,
      Map<HeaderPath, Map<Side, HeaderFile>> unmerged,
      Map<HeaderPath, List<Breakage>> twice) {
    Kind kind = noted.kind();
    HeaderPath path = noted.path();
    Map<HeaderPath, Map<Side, HeaderFile>> sides = new HashMap<>();
    paths.forEach(p -> sides.put(p, unmerged.get(p)));
    MergedText merged = merged(sides.getOrDefault(path, Map.of()));
    boolean text =
        switch (kind) {
          case CONTENT, ADD_ADD -> true;
          case PATCH_DOES_NOT_APPLY -> !merged.isClean();
          default -> false;
        };
    byte[] file = merge.workTreeFile(path).orElse(NOTHING);
    boolean marked = MarkerBlock.anyMarkerIn(file);
    List<OpenHunk> hunks = text && marked ? openHunks(merged, file) : List.of();
    List<Breakage> breakages = new ArrayList<>();
    if (!marked && file.length > 0) {
      boolean whole = kind == Kind.BROKEN_RESULT;
      Map<HeaderPath, Map<Side, HeaderFile>> compared =
          whole ? new ConflictBreakages(tree, merge).asPublished(sides) : sides;
      breakages.addAll(ConflictBreakages.of(path, file, compared));
      breakages.addAll(twice.getOrDefault(path, List.of()));
    }
    boolean mended = kind == Kind.BROKEN_RESULT && breakages.isEmpty();
    return new OpenConflict(
        kind, path, paths, sides, hunks, (text && !marked) || mended, noted.lost(), breakages);
  }

  /**
   * What is not well formed in a file whatever becomes of the hunks that still stand in it.
   *
   * @param merged the text conflict that the file had
   */
  List<Breakage> breakagesOf(OpenConflict conflict, MergedText merged, byte[] file) {
    List<Breakage> fewest = List.of();
    for (Side side : Side.values()) {
      byte[] whole = file;
      for (OpenHunk open : openHunks(merged, file)) {
        Hunk hunk = merged.hunks().get(open.hunk().number() - 1);
        whole = WorkTreeHunks.in(whole, merged).taking(hunk, hunk.of(side).text()).orElse(whole);
      }
      List<Breakage> broken =
          MarkerBlock.anyMarkerIn(whole)
              ? List.of()
              : ConflictBreakages.of(conflict.path(), whole, conflict.sides());
      if (broken.isEmpty()) {
        return List.of();
      }
      fewest = fewest.isEmpty() || broken.size() < fewest.size() ? broken : fewest;
    }
    return fewest;
  }

  private static Kind kindOf(Map<Side, HeaderFile> sides) {
    boolean local = sides.containsKey(Side.LOCAL);
    boolean vendor = sides.containsKey(Side.VENDOR);
    if (local && vendor) {
      return sides.containsKey(Side.BASE) ? Kind.CONTENT : Kind.ADD_ADD;
    }
    return local ? Kind.MODIFY_DELETE : Kind.DELETE_MODIFY;
  }

  /** The hunks that are still in the file; all of them if it has markers of another kind. */
  private static List<OpenHunk> openHunks(MergedText merged, byte[] file) {
    WorkTreeHunks hunks = WorkTreeHunks.in(file, merged);
    List<OpenHunk> all =
        merged.hunks().stream()
            .map(hunk -> new OpenHunk(hunk, hunks.lineOf(hunk), Optional.empty()))
            .toList();
    List<OpenHunk> standing = all.stream().filter(hunk -> hunk.line().isPresent()).toList();
    return standing.isEmpty() ? all : standing;
  }

  /** The three sides of a text conflict, merged again as they were when the conflict arose. */
  MergedText merged(Map<Side, HeaderFile> sides) {
    boolean text =
        sides.values().stream()
            .allMatch(file -> file.mode().isFile() && !Lines.isBinary(file.bytes()));
    if (!text || !sides.containsKey(Side.LOCAL) || !sides.containsKey(Side.VENDOR)) {
      return new MergedText(List.of());
    }
    return textMerger.merge(
        bytes(sides, Side.BASE), bytes(sides, Side.LOCAL), bytes(sides, Side.VENDOR));
  }

  private static byte[] bytes(Map<Side, HeaderFile> sides, Side side) {
    return Optional.ofNullable(sides.get(side)).map(HeaderFile::bytes).orElse(NOTHING);
  }
}
