package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.check.inspection.LineChange;
import dev.xenvendor.check.inspection.ReleaseInTree;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that {@code P(trunk)} is {@code P(pristine)}: undeclared changes. */
public final class DriftCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Finding> findings = new ArrayList<>();
    tree.downstream()
        .residue()
        .ifPresent(residue -> new Drift(tree, residue, leftBehind(tree, residue)).addTo(findings));
    return findings;
  }

  private static List<OrphanedFile> leftBehind(Inspection tree, Residue residue) {
    return OrphanedFile.in(
        tree.downstream().config(),
        tree.downstream().release().orElseThrow(),
        residue.release().before(),
        residue.local().before());
  }

  /** A file that upstream deleted and the tree kept. */
  static Finding stillThere(Inspection tree, OrphanedFile kept) {
    HeaderPath path = tree.inTree(kept.path());
    return Finding.of(
            Rule.UNKNOWN_FILE,
            "left behind: " + tree.vendor().title(kept.last()) + "'s, deleted in " + kept.dropped(),
            "remove it: " + tree.commands().remove(List.of(path)))
        .in(path);
  }

  /** The drift of one tree. */
  private record Drift(Inspection tree, Residue residue, List<OrphanedFile> leftBehind) {

    void addTo(List<Finding> findings) {
      Set<HeaderPath> seen = new HashSet<>();
      for (ResidueHunk hunk : residue.hunks()) {
        seen.add(hunk.path());
        if (!isConflict(hunk) && !tree.tooLong().containsKey(hunk.path())) {
          findings.add(edited(hunk));
        }
      }
      for (HeaderPath header : residue.differing()) {
        if (!seen.contains(header)) {
          otherwise(header).ifPresent(findings::add);
        }
      }
      tree.tooLong().forEach((header, why) -> findings.add(unread(header, why)));
      residue.missing().forEach(header -> findings.add(deleted(header)));
      residue.own().forEach(file -> findings.add(unknown(file)));
    }

    /** That a conflict was left is another rule's finding, and says more. */
    private static boolean isConflict(ResidueHunk hunk) {
      String text = String.join("\n", hunk.after());
      return MarkerBlock.anyMarkerIn(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Finding edited(ResidueHunk hunk) {
      HeaderPath path = tree.inTree(hunk.path());
      return Finding.of(
              Rule.UNDECLARED_CHANGE,
              "no local patch declares this change of " + title(),
              declare(path) + "; or " + takeBack(hunk.path()))
          .at(path, hunk.line())
          .showing(new LineChange(hunk.before(), hunk.after()));
    }

    private Finding unread(HeaderPath header, String why) {
      return Finding.of(
              Rule.UNDECLARED_CHANGE,
              why + ", so that it cannot be " + title() + "'s",
              takeBack(header))
          .in(tree.inTree(header));
    }

    /** A change that is not one of lines. */
    private Optional<Finding> otherwise(HeaderPath header) {
      Optional<HeaderFile> wanted = residue.release().tree().get(header);
      Optional<HeaderFile> found = residue.local().tree().get(header);
      if (wanted.isEmpty() || found.isEmpty()) {
        return Optional.empty();
      }
      FileMode mode = found.get().mode();
      String what =
          wanted.get().sameContent(found.get())
              ? "the mode is "
                  + mode.octal()
                  + "; in "
                  + title()
                  + " it is "
                  + wanted.get().mode().octal()
              : "the file differs from that of " + title();
      return Optional.of(
          Finding.of(Rule.UNDECLARED_CHANGE, what, takeBack(header)).in(tree.inTree(header)));
    }

    private Finding deleted(HeaderPath header) {
      return Finding.of(
              Rule.UNDECLARED_CHANGE,
              "the header is missing; " + title() + " has it",
              declare(tree.inTree(header)) + "; or " + takeBack(header))
          .in(tree.inTree(header));
    }

    private Finding unknown(HeaderPath file) {
      return leftBehind.stream()
          .filter(kept -> kept.path().equals(file))
          .findFirst()
          .map(kept -> stillThere(tree, kept))
          .orElseGet(() -> notKnown(file));
    }

    private Finding notKnown(HeaderPath file) {
      return Finding.of(
              Rule.UNKNOWN_FILE,
              "neither " + title() + " nor a local patch has this file",
              "move your own header outside "
                  + tree.vendor().prefix()
                  + "; or declare it by a local patch of kind add-file")
          .in(tree.inTree(file));
    }

    private String declare(HeaderPath path) {
      return "declare it: " + tree.commands().declare(tree.vendor(), path);
    }

    private String title() {
      return tree.vendor().title(tree.downstream().release().orElseThrow());
    }

    /** Returns how to restore the file; from the vendor branch only if that loses no patches. */
    private String takeBack(HeaderPath header) {
      HeaderTree published = residue.release().before();
      boolean unpatched = published.get(header).equals(residue.release().tree().get(header));
      return unpatched
          ? "take it back: " + ReleaseInTree.of(tree).checkout(header)
          : "take it back: " + tree.commands().history(tree.inTree(header)) + " shows its origin";
    }
  }
}
