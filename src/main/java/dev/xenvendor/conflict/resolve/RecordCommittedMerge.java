package dev.xenvendor.conflict.resolve;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeRecordYaml;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.merge.MergedText;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.ResolutionLog;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.resolution.ResolvedTexts;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergePlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Records the resolutions of a merge that plain git has committed. */
public final class RecordCommittedMerge {

  private static final MergedText NO_TEXT = new MergedText(List.of());

  private final Downstream before;
  private final ResolutionStore store;
  private final Supplier<LayoutProbe> probe;

  /**
   * @param before trunk as the merge began
   */
  public RecordCommittedMerge(
      Downstream before, ResolutionStore store, Supplier<LayoutProbe> probe) {
    this.before = before;
    this.store = store;
    this.probe = probe;
  }

  /**
   * Works the merge out again and records what the commit made of its conflicts; nothing, if the
   * commit is not of that merge.
   */
  public void run(MergeState state, GitId commit, TrunkView committed) {
    HeaderPath record = before.vendor().recordPath();
    boolean isOfMerge =
        committed
            .file(record)
            .map(file -> MergeRecordYaml.read(record.value(), file.bytes()).release())
            .filter(state.release()::equals)
            .isPresent();
    if (!isOfMerge) {
      return;
    }
    MergeResult planned =
        new MergePlanner(before, probe).plan(Optional.of(state.release())).result();
    List<ResolvedTexts> settled = new ArrayList<>();
    planned.conflicts().forEach(conflict -> settled.addAll(settled(conflict, committed)));
    new ResolutionLog(store)
        .record(settled, Optional.of(commit), Optional.of(state.release()), state.base());
  }

  private List<ResolvedTexts> settled(Conflict conflict, TrunkView committed) {
    ConflictTexts texts = ConflictTexts.ofFiles(conflict);
    if (!texts.isKeepable()) {
      return List.of();
    }
    SortedMap<HeaderPath, HeaderFile> results = new TreeMap<>();
    for (HeaderPath path : texts.sides().keySet()) {
      committed
          .file(before.vendor().prefix().resolve(path))
          .ifPresent(file -> results.put(path, file));
    }
    return ResolvedHunks.of(texts, conflict.clash().orElse(NO_TEXT), conflict.path(), results)
        .texts();
  }
}
