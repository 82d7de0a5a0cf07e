package dev.xenvendor.acceptance.conflict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;

/** A merge in conflict, and ways to resolve it. */
final class ResolvedTeam {

  static final String RING = TeamRepository.PREFIX + "/io/ring.h";

  private ResolvedTeam() {}

  static TeamRepository inConflict(Path folder) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    return team;
  }

  /** Takes every suggestion, and local for the rest. */
  static void resolveAll(TeamRepository team) {
    team.xenvendor("resolve", "--all-suggested").exits(0);
    for (JsonNode conflict : team.json("conflicts").path("conflicts")) {
      boolean isOfHunks = !conflict.path("hunks").isEmpty();
      String number = conflict.path("number").asText();
      if (isOfHunks) {
        team.xenvendor("resolve", number, "--hunk", "all", "--take", "vendor").exits(0);
      } else {
        team.xenvendor("resolve", number, "--take", "local").exits(0);
      }
    }
  }
}
