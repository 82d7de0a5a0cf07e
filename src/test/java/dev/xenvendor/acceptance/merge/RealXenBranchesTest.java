package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Xen's stable branches merged into each other: the program agrees with git at every path. */
@NeedsXenGit
final class RealXenBranchesTest {

  private static final int NEWEST = 21;

  @TempDir Path folder;

  /** Three trees to merge. */
  private record Triple(String base, String local, String vendor) {}

  @Test
  void consecutiveStableBranchesMergeAsGitMergesThem() throws IOException {
    assertAllAgree(
        IntStream.range(0, NEWEST)
            .mapToObj(minor -> between("stable-4." + minor, "stable-4." + (minor + 1)))
            .toList());
  }

  @Test
  void releasesFarApartMergeAsGitMergesThem() throws IOException {
    assertAllAgree(
        IntStream.rangeClosed(2, NEWEST)
            .mapToObj(minor -> between("stable-4." + minor % 5, "stable-4." + minor))
            .toList());
  }

  private static Triple between(String localBranch, String vendorBranch) {
    String local = "refs/heads/" + localBranch;
    String vendor = "refs/heads/" + vendorBranch;
    String base = XenGit.git().run("merge-base", local, vendor);
    return new Triple(XenGit.tree(base), XenGit.tree(local), XenGit.tree(vendor));
  }

  private void assertAllAgree(List<Triple> triples) throws IOException {
    TeamRepository scratch = TeamRepository.empty(folder.resolve("scratch"));
    Git git = XenGit.borrowing(scratch.folder());
    StringBuilder input = new StringBuilder();
    triples.forEach(t -> input.append(t.base() + " " + t.local() + " " + t.vendor()).append('\n'));

    Run run = scratch.xenvendor(input.toString(), new String[] {"merge-trees", "--stdin"});
    List<String> answers = run.out().lines().toList();

    assertThat(answers).as(run.err()).hasSameSizeAs(triples);
    for (int i = 0; i < triples.size(); i++) {
      JsonNode answer = new Run(0, answers.get(i), "").json();
      assertAgree(triples.get(i).toString(), answer, git, triples.get(i));
    }
  }

  private static void assertAgree(String what, JsonNode answer, Git git, Triple triple) {
    Git.Merged byGit = git.merge(triple.base(), triple.local(), triple.vendor());
    List<String> conflicts = answer.get("conflicts").findValuesAsText("path");

    assertThat(new TreeSet<>(conflicts)).as(what).isEqualTo(new TreeSet<>(byGit.conflicts()));
    assertThat(answer.get("clean").asBoolean()).as(what).isEqualTo(conflicts.isEmpty());
    String tree = answer.get("tree").asText();
    if (conflicts.isEmpty()) {
      assertThat(tree).as(what).isEqualTo(byGit.tree());
    }
    Map<String, String> ours = git.blobs(tree);
    Map<String, String> gits = git.blobs(byGit.tree());
    ours.keySet().removeAll(conflicts);
    gits.keySet().removeAll(conflicts);
    assertThat(ours).as(what).isEqualTo(gits);
  }
}
