package dev.xenvendor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample's tree, taken over, with local patches of its own. */
final class PatchedTeam {

  static final String P = TeamRepository.PREFIX;
  static final String FOLDER = "local-patches/sample";

  static final Path SHIPPED = Project.FOLDER.resolve("local-patches/xen");

  private PatchedTeam() {}

  /** With NetBSD's shipped patches; the names that are taken begin as said. */
  static TeamRepository shipped(Path folder, List<String> names, String... releases) {
    TeamRepository team = TeamRepository.imported(folder, releases);
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (names.stream().anyMatch(name::startsWith)) {
          team.write(FOLDER + "/" + name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    team.commitAll("Declare our changes");
    return team;
  }

  static TeamRepository allShipped(Path folder, String... releases) {
    return shipped(folder, List.of("00"), releases);
  }

  /** With every change declared and the last of the releases merged: a check finds no drift. */
  static TeamRepository settled(Path folder, String... releases) {
    Template.fill(
        folder,
        "settled " + String.join(" ", releases),
        parent -> {
          TeamRepository team = allShipped(parent, releases);
          team.xenvendor("patches", "new").exits(0);
          team.commitAll("Declare the rest");
          team.xenvendor("merge").exits(0);
        });
    return new TeamRepository(folder.resolve("os"));
  }

  /** With patches written for a test: the change of each, by the number and id of its file. */
  static TeamRepository with(TeamRepository team, Map<String, String> changes) {
    changes.forEach(
        (name, change) ->
            team.write(
                FOLDER + "/" + name + ".yaml",
                "id: %s\ndescription: Ours.\n%s\n".formatted(name.substring(5), change)));
    team.commitAll("Declare patches");
    return team;
  }

  /** One change that a test is about. */
  static TeamRepository with(TeamRepository team, String id, String change) {
    return with(team, Map.of("0010-" + id, "change:\n  " + change));
  }

  static Map<String, String> states(JsonNode report) {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode patch : report.get("patches")) {
      states.put(patch.get("id").asText(), patch.get("state").asText());
    }
    return states;
  }

  /** The conflicts of a merge: path below the prefix, and kind. */
  static List<String> conflicts(JsonNode report) {
    return report.get("conflicts").findParents("kind").stream()
        .map(c -> c.get("path").asText().substring(P.length() + 1) + " " + c.get("kind").asText())
        .toList();
  }
}
