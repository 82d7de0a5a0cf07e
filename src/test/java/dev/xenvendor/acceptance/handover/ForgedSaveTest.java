package dev.xenvendor.acceptance.handover;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever can push may have made a saved merge. */
@Tag("slow")
final class ForgedSaveTest {

  private static final String REF = HandOverClones.REF;

  @TempDir Path folder;

  private HandOverClones clones;
  private TeamRepository away;

  @BeforeEach
  void makeTwoClones() {
    clones = new HandOverClones(folder);
    away = clones.away();
  }

  @ParameterizedTest
  @CsvSource({
    "worktree/.git/hooks/x, 100644, git's own folder",
    "worktree/a/../b, 100644, a path contains",
    "worktree/link, 120000, leads out of the tree",
    "stages/vendor/link, 120000, leads out of the tree",
    "resolved/local/link, 120000, leads out of the tree",
    "worktree/module, 160000, submodule",
    "stages/mine/a.h, 100644, of no side",
    "worktree/.gitmodules, 120000, .gitmodules",
    "other, 100644, it has an entry other",
    "index/sys/arch/xen/include/xen3-public/io/ring.h, 100644, in conflict and in the index",
  })
  void whatAStrangerPushedIsRefused(String path, String mode, String reason) {
    clones.begin();
    clones.share();
    forge(path, mode, path.endsWith("link") || path.endsWith("modules") ? "../../etc" : "x\n");
    String before = away.state();

    Run refused = away.xenvendor("merge", "--resume", "help").exits(4);

    assertThat(refused.err()).contains(reason);
    assertThat(away.state()).isEqualTo(before);
    assertThat(away.git("status", "--porcelain")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "saved.yaml, 'schema: 2\n', made by a newer xenvendor",
    "saved.yaml, 'schema: 1\nvendor: other\n', branch",
    "merge.yaml, 'schema: 1\nvendor: sample\n', labels",
  })
  void whatCannotBeReadIsNamed(String path, String text, String reason) {
    clones.begin();
    clones.share();
    forge(path, "100644", text.replace("\\n", "\n"));

    Run run = away.xenvendor("merge", "--resume", "help").exits(4);

    assertThat(run.err()).contains("'help' cannot be read: ").contains(reason);
  }

  /** Puts another file into what is saved, by git's own commands where they let it through. */
  private void forge(String path, String mode, String text) {
    String blob = mode.equals("160000") ? away.id("HEAD") : away.hash(text);
    String tree = with(REF + "^{tree}", path, mode, blob);
    String parents = away.git("log", "-1", "--format=%P", REF);
    List<String> commit = new ArrayList<>(List.of("commit-tree", "-m", "Forged", tree));
    for (String parent : parents.split(" ")) {
      commit.addAll(List.of("-p", parent));
    }
    away.git("update-ref", REF, away.git(commit.toArray(String[]::new)));
  }

  /** The tree with one entry set. Unlike the index, git mktree takes any name. */
  private String with(String tree, String path, String mode, String id) {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    String entry = mode + (mode.equals("160000") ? " commit " : " blob ") + id;
    StringBuilder lines = new StringBuilder();
    String below = "";
    if (!tree.isEmpty()) {
      for (String line : away.lines("ls-tree", tree)) {
        if (line.endsWith("\t" + name)) {
          below = line.split("[ \t]")[2];
        } else {
          lines.append(line).append('\n');
        }
      }
    }
    if (slash >= 0) {
      entry = "040000 tree " + with(below, path.substring(slash + 1), mode, id);
    }
    lines.append(entry).append('\t').append(name).append('\n');
    byte[] input = lines.toString().getBytes(ISO_8859_1);
    Git.Ran made = away.git().attempt(input, "mktree", "--missing");
    assertThat(made.exit()).as(made.err()).isZero();
    return made.out().strip();
  }
}
