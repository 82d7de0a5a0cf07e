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
  private static final MergedText NO_TEXT = new MergedText(List.of());

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
    return inProgress
        .find()
        .map(this::left)
        .orElseGet(
            () ->
                new ConflictsReport(
                    vendor, Optional.empty(), Optional.empty(), List.of(), List.of(), false));
  }

  public ConflictsReport left(UnfinishedMerge merge) {
    List<MergeConflict> all = all(merge);
    Map<HeaderPath, List<Breakage>> twice =
        all.stream().anyMatch(c -> c.isOpen() && c.kind() == Kind.BROKEN_RESULT)
            ? new ConflictBreakages(tree, merge).definedTwice()
            : Map.of();
    return new ConflictsReport(
        vendor,
        inProgress.releaseOf(merge),
        merge.state().flatMap(MergeState::base),
        all.stream().filter(MergeConflict::isOpen).map(c -> open(merge, c, twice)).toList(),
        all.stream().filter(conflict -> !conflict.isOpen()).toList(),
        false);
  }

  /** The conflicts that a merge has just left, or would leave. */
  public static ConflictsReport of(MergeReport merge) {
    HeaderPath prefix = merge.vendor().prefix();
    List<OpenConflict> conflicts = new ArrayList<>();
    for (Conflict conflict : merge.merge().conflicts()) {
      conflicts.add(open(conflicts.size() + 1, conflict, merge.merge().tree(), prefix));
    }
    return new ConflictsReport(
        merge.vendor(),
        Optional.of(merge.release().version()),
        merge.base(),
        conflicts,
        List.of(),
        merge.dryRun());
  }

  private static OpenConflict open(
      int number, Conflict conflict, HeaderTree merged, HeaderPath prefix) {
    Map<HeaderPath, Map<Side, HeaderFile>> sides = new HashMap<>();
    for (Conflict.Stage stage : conflict.stages()) {
      sides
          .computeIfAbsent(prefix.resolve(stage.path()), path -> new HashMap<>())
          .put(stage.side(), stage.file());
    }
    MergedText text = conflict.clash().orElse(NO_TEXT);
    List<OpenHunk> hunks =
        conflict
            .clash()
            .map(clash -> openHunks(clash, merged.get(conflict.path()).orElseThrow().bytes()))
            .orElse(List.of());
    List<HeaderPath> paths = conflict.paths().stream().map(prefix::resolve).toList();
    NotedConflict noted =
        new NotedConflict(
            conflict.kind(),
            prefix.resolve(conflict.path()),
            paths,
            InapplicablePatch.of(conflict));
    List<Breakage> breakages =
        conflict instanceof Conflict.Broken broken
            ? broken.breakages().stream().map(breakage -> breakage.under(prefix)).toList()
            : List.of();
    return new OpenConflict(
        new MergeConflict(number, noted, paths, sides),
        text,
        hunks,
        false,
        breakages,
        Optional.empty());
  }

  /** Every conflict of the merge, resolved or not, in the order of the numbers. */
  public List<MergeConflict> all(UnfinishedMerge merge) {
    SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged = merge.unmerged();
    SortedMap<HeaderPath, Map<Side, HeaderFile>> sides = merge.resolved();
    if (new RecordMerge(tree).settled(unmerged).isPresent()) {
      unmerged.remove(vendor.recordPath()); // the next command that writes settles it
      sides.put(vendor.recordPath(), Map.of());
    }
    sides.putAll(unmerged);
    List<NotedConflict> noted =
        new ArrayList<>(merge.state().map(MergeState::conflicts).orElse(List.of()));
    Set<HeaderPath> told = new HashSet<>();
    noted.forEach(conflict -> told.addAll(conflict.paths()));
    sides.forEach(
        (path, files) -> {
          if (told.add(path)) {
            noted.add(new NotedConflict(kindOf(files), path, List.of(path)));
          }
        });
    List<MergeConflict> all = new ArrayList<>();
    for (NotedConflict conflict : noted) {
      Map<HeaderPath, Map<Side, HeaderFile>> its = new HashMap<>();
      conflict.paths().forEach(path -> its.put(path, sides.getOrDefault(path, Map.of())));
      List<HeaderPath> left = conflict.paths().stream().filter(unmerged::containsKey).toList();
      all.add(new MergeConflict(all.size() + 1, conflict, left, its));
    }
    return all;
  }

  private OpenConflict open(
      UnfinishedMerge merge, MergeConflict conflict, Map<HeaderPath, List<Breakage>> twice) {
    Kind kind = conflict.kind();
    HeaderPath path = conflict.path();
    MergedText merged = merged(conflict.sidesHere());
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
          whole
              ? new ConflictBreakages(tree, merge).asPublished(conflict.sides())
              : conflict.sides();
      breakages.addAll(ConflictBreakages.of(path, file, compared));
      breakages.addAll(twice.getOrDefault(path, List.of()));
    }
    boolean mended = kind == Kind.BROKEN_RESULT && breakages.isEmpty();
    return new OpenConflict(
        conflict,
        text ? merged : NO_TEXT,
        hunks,
        (text && !marked) || mended,
        breakages,
        Optional.empty());
  }

  /**
   * Returns what is not well formed in a file whatever becomes of the hunks that still stand in it.
   *
   * @param merged the text conflict that the file had
   */
  public List<Breakage> breakagesOf(OpenConflict conflict, MergedText merged, byte[] file) {
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
              : ConflictBreakages.of(conflict.path(), whole, conflict.conflict().sides());
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
  public MergedText merged(Map<Side, HeaderFile> sides) {
    boolean text =
        sides.values().stream()
            .allMatch(file -> file.mode().isFile() && !Lines.isBinary(file.bytes()));
    if (!text || !sides.containsKey(Side.LOCAL) || !sides.containsKey(Side.VENDOR)) {
      return NO_TEXT;
    }
    return textMerger.merge(
        bytes(sides, Side.BASE), bytes(sides, Side.LOCAL), bytes(sides, Side.VENDOR));
  }

  private static byte[] bytes(Map<Side, HeaderFile> sides, Side side) {
    return Optional.ofNullable(sides.get(side)).map(HeaderFile::bytes).orElse(NOTHING);
  }
}
