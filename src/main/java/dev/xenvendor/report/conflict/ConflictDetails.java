package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.HunkContext;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.conflict.Resolution;
import dev.xenvendor.merge.Conflict.Kind;
import dev.xenvendor.merge.Side;
import dev.xenvendor.report.format.Text;
import java.util.stream.Collectors;

/** Shows one decision in full, and the commands that resolve it. */
final class ConflictDetails {

  private static final int CONTEXT = 2;

  private final Text text;
  private final boolean isFull;
  private final boolean showsCommands;

  /**
   * @param isFull whether long texts are shown in full
   * @param showsCommands whether the commands that resolve it are shown, too
   */
  ConflictDetails(Text text, boolean isFull, boolean showsCommands) {
    this.text = text;
    this.isFull = isFull || text.style().isVerbose();
    this.showsCommands = showsCommands;
  }

  void add(OpenDecision decision) {
    text.blank();
    if (decision.hunk().isPresent()) {
      addHunk(decision, decision.hunk().get());
    } else {
      addWhole(decision);
    }
  }

  private void heading(OpenDecision decision, String place, String what) {
    text.line(text.style().bold(decision.number().toString()) + "  " + place + "  " + what);
  }

  private void addHunk(OpenDecision decision, OpenHunk open) {
    OpenConflict conflict = decision.conflict();
    HunkContext context = HunkContext.of(conflict, open.hunk(), CONTEXT);
    String place =
        conflict.path()
            + open.line().map(line -> ":" + line).orElse("")
            + context.construct().map(name -> ", in " + name).orElse("");
    int all = conflict.merged().hunks().size();
    heading(
        decision, place, conflict.kind().word() + ", hunk " + open.hunk().number() + " of " + all);
    if (conflict.lost().isPresent()) {
      text.line("   " + ConflictPhrases.whatHappened(conflict));
    }
    new HunkLines(text, isFull).add(open.hunk(), context, decision.number());
    ExplanationLines.add(text, decision.explanation(), isFull);
    if (open.line().isEmpty()) {
      text.line(
          "   xenvendor did not write the markers in this file: edit it, or take a whole side");
      return;
    }
    addCommands(decision);
  }

  private void addCommands(OpenDecision decision) {
    if (!showsCommands) {
      return;
    }
    String choices =
        decision.choices().stream()
            .map(choice -> choice(decision, choice))
            .collect(Collectors.joining(" | "));
    ExplanationLines.addCommand(
        text, "take", "xenvendor resolve " + decision.number() + " --take " + choices);
    if (!decision.explanation().edits().isEmpty()) {
      ExplanationLines.addCommand(
          text, "declare", "xenvendor patches new --from-conflict " + decision.number());
    }
  }

  private void addWhole(OpenDecision decision) {
    OpenConflict conflict = decision.conflict();
    heading(decision, conflict.path().value(), conflict.kind().word());
    if (conflict.edited()) {
      boolean isBroken = conflict.kind() == Kind.BROKEN_RESULT;
      text.line(isBroken ? "   it is well formed now" : "   no markers are left in it");
      BreakageLines.add(text, conflict.breakages());
      ExplanationLines.add(text, "done", "git add " + conflict.path());
      return;
    }
    text.line("   " + ConflictPhrases.whatHappened(conflict));
    BreakageLines.add(text, conflict.breakages());
    new WholeFileLines(text, isFull).add(conflict, decision.number());
    ExplanationLines.add(text, decision.explanation(), isFull);
    if (!showsCommands) {
      return;
    }
    if (conflict.kind() == Kind.BROKEN_RESULT) {
      ExplanationLines.add(text, "edit it", "then: git add " + conflict.path());
    }
    if (isMergedAsText(conflict)) {
      ExplanationLines.add(
          text, "as merged", "git add " + conflict.path() + "     the texts merge cleanly");
    }
    addCommands(decision);
  }

  private static boolean isMergedAsText(OpenConflict conflict) {
    return conflict.kind() == Kind.PATCH_DOES_NOT_APPLY
        && conflict.pathOn(Side.LOCAL).isPresent()
        && conflict.pathOn(Side.VENDOR).isPresent();
  }

  private static String choice(OpenDecision decision, Resolution choice) {
    boolean deletes =
        decision.hunk().isEmpty()
            && choice.side().filter(s -> decision.conflict().pathOn(s).isEmpty()).isPresent();
    return choice.word() + (deletes ? " (deletes it)" : "");
  }
}
