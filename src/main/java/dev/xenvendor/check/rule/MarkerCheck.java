package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks whether conflict markers were left in what a merge writes. */
public final class MarkerCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Finding> findings = new ArrayList<>();
    files(tree).forEach((path, file) -> marked(tree, path, file).ifPresent(findings::add));
    return findings;
  }

  /** A header as published cannot hold any of a merge, whatever its comments look like. */
  private static Map<HeaderPath, HeaderFile> files(Inspection tree) {
    HeaderTree published =
        tree.downstream().base().map(MergeBase::headers).orElse(HeaderTree.EMPTY);
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    tree.headers()
        .files()
        .forEach(
            (path, file) -> {
              if (published.get(path).filter(file::equals).isEmpty()) {
                files.put(tree.inTree(path), file);
              }
            });
    if (tree.downstream().isRecordMarked()) {
      HeaderPath record = tree.vendor().recordPath();
      tree.downstream().trunk().file(record).ifPresent(file -> files.put(record, file));
    }
    for (LocalPatch patch : tree.downstream().patches().patches()) {
      patch
          .change()
          .asRelocation()
          .map(relocation -> relocation.mdHeader(tree.vendor().prefix()))
          .ifPresent(
              path ->
                  tree.downstream().trunk().file(path).ifPresent(file -> files.put(path, file)));
    }
    return files;
  }

  private static Optional<Finding> marked(Inspection tree, HeaderPath path, HeaderFile file) {
    List<Integer> lines = MarkerBlock.markerLines(file.bytes());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String count =
        lines.size() == 1 ? "a conflict marker was" : lines.size() + " conflict markers were";
    return Optional.of(
        Finding.of(
                Rule.CONFLICT_MARKER,
                count + " left here",
                "resolve the conflict: " + tree.commands().conflicts(path))
            .at(path, lines.get(0) + 1));
  }
}
