package dev.xenvendor.cli.command.merge;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.merge.MergeTrees;
import dev.xenvendor.merge.MergeTrees.Merged;
import dev.xenvendor.merge.MergeTrees.Triple;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.merge.MergedTreeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The command {@code merge-trees}, which merges three trees without a branch or a work tree. */
public final class MergeTreesCommand extends Command {

  /** So many answers at most wait for the last of them. */
  private static final int BATCH = 2_000;

  private final Argument<List<String>> trees =
      syntax.words("0..3", "TREE", "The three trees: base, local, vendor.");

  private final Flag stdin =
      syntax.flag("--stdin", "Read one triple per line; write one JSON object per line.");

  public MergeTreesCommand(Context context) {
    super(
        context,
        "merge-trees",
        "Merge three trees; writes objects only.",
        "Prints the id of the merged tree, then a line for each conflicting path.");
  }

  @Override
  public Integer call() {
    List<String> named = trees.given().orElse(List.of());
    if (named.size() != (stdin.isSet() ? 0 : 3)) {
      throw Problem.usage("merge-trees takes BASE LOCAL VENDOR, or --stdin");
    }
    try (GitWorkspace workspace = context.openGit()) {
      MergeTrees merge = new MergeTrees(workspace::trees);
      return stdin.isSet() ? many(merge) : one(merge, named);
    }
  }

  private int one(MergeTrees merge, List<String> trees) {
    Merged merged =
        merge.mergeAll(List.of(new Triple(trees.get(0), trees.get(1), trees.get(2)))).get(0);
    context
        .console()
        .print(
            context.options().json()
                ? MergedTreeText.jsonLine(merged) + "\n"
                : MergedTreeText.text(merged));
    return merged.isClean() ? ExitCode.DONE : ExitCode.FINDING;
  }

  private int many(MergeTrees merge) {
    boolean clean = true;
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(context.console().in(), StandardCharsets.UTF_8));
    try {
      for (List<Triple> batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
        StringBuilder answers = new StringBuilder();
        for (Merged merged : merge.mergeAll(batch)) {
          answers.append(MergedTreeText.jsonLine(merged)).append('\n');
          clean &= merged.isClean();
        }
        context.console().print(answers.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return clean ? ExitCode.DONE : ExitCode.FINDING;
  }

  /** Returns what is there to read now: who asks one at a time gets each answer at once. */
  private static List<Triple> batch(BufferedReader lines) throws IOException {
    List<Triple> batch = new ArrayList<>();
    do {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      if (!line.isBlank()) {
        batch.add(triple(line));
      }
    } while (batch.isEmpty() || (batch.size() < BATCH && lines.ready()));
    return batch;
  }

  private static Triple triple(String line) {
    StringTokenizer words = new StringTokenizer(line);
    if (words.countTokens() != 3) {
      throw Problem.usage("not BASE LOCAL VENDOR: " + line);
    }
    return new Triple(words.nextToken(), words.nextToken(), words.nextToken());
  }
}
