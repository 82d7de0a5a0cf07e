package dev.xenvendor.acceptance.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;

/** Two clones of a shared repository, of which one hands a merge in progress over to the other. */
final class HandOverClones {

  static final String REF = "refs/xenvendor/saved/sample/help";

  private static final String WIRE = TeamRepository.PREFIX + "/io/xs_wire.h";

  private final Path folder;
  private final TeamRepository home;
  private final TeamRepository away;

  /** Makes {@code shared.git} and the clones in a folder. */
  HandOverClones(Path folder) {
    this.folder = folder;
    home = TeamRepository.imported(folder, "3.3.0");
    Path shared = folder.resolve("shared.git");
    home.git("clone", "-q", "--bare", ".", shared.toString());
    home.git("remote", "add", "origin", shared.toString());
    away = home.clone(folder.resolve("away"));
    away.git("remote", "set-url", "origin", shared.toString());
    away.git("branch", "upstream/sample", "origin/upstream/sample");
  }

  TeamRepository home() {
    return home;
  }

  TeamRepository away() {
    return away;
  }

  /** A merge of which some is resolved in each way that there is. */
  void begin() {
    home.xenvendor("merge").exits(1);
    home.xenvendor("resolve", "io/ring.h", "--hunk", "2,4", "--take", "local").exits(0);
    home.xenvendor("resolve", "hvm/vmx_assist.h", "--take", "vendor").exits(0);
    home.write(WIRE, home.git("show", "HEAD:" + WIRE) + "\n/* by hand */\n");
    home.git("add", WIRE);
  }

  /** Saves the merge, pushes it and fetches it into the other clone. */
  void share() {
    home.xenvendor("merge", "--save", "help").exits(0);
    home.git("push", "-q", "origin", REF);
    away.git("fetch", "-q", "origin", REF + ":" + REF);
  }

  /** Returns the state that was saved. */
  String handOver() {
    String saved = stateOf(home);
    share();
    away.xenvendor("merge", "--resume", "help").exits(0);
    return saved;
  }

  static void finish(TeamRepository clone) {
    clone.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "vendor").exits(0);
    clone.xenvendor("resolve", "io/protocols.h", "--take", "local").exits(0);
    Run end = clone.xenvendor("merge", "--continue").exits(0);
    assertThat(end.out()).contains("git update-ref -d " + REF);
  }

  static void settleAll(TeamRepository clone) {
    for (JsonNode conflict : clone.json("conflicts").path("conflicts")) {
      clone.xenvendor("resolve", conflict.path("path").asText(), "--take", "vendor").exits(0);
    }
  }

  void requireSound() {
    home.git().requireSound();
    away.git().requireSound();
    new Git(folder.resolve("shared.git")).requireSound();
  }

  static String message(TeamRepository clone) {
    return clone.read(".git/MERGE_MSG").replaceAll("(?m)^#.*\n", "");
  }

  /** Every stage of the index, what it remembers of resolved ones, and every file. */
  static String stateOf(TeamRepository clone) {
    return clone.git("ls-files", "--stage", "--resolve-undo")
        + clone.git("ls-files", "--stage")
        + clone.state().replaceAll("\nrefs/\\S+ [0-9a-f]{40}|^refs/\\S+ [0-9a-f]{40}", "");
  }
}
