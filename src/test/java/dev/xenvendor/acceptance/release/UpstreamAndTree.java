package dev.xenvendor.acceptance.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sample's upstream and a tree that takes its headers, where both go on. */
final class UpstreamAndTree {

  static final String PUBLIC = "xen/include/public";

  private final TeamRepository team;
  private final TeamRepository upstream;

  UpstreamAndTree(Path folder) {
    team = TeamRepository.sample(folder);
    upstream = new TeamRepository(folder.resolve("upstream"));
  }

  TeamRepository team() {
    return team;
  }

  TeamRepository upstream() {
    return upstream;
  }

  /** A commit of upstream's that changes a header. */
  String change(String header, String lines) {
    upstream.write(PUBLIC + "/" + header, upstream.read(PUBLIC + "/" + header) + lines);
    upstream.commitAll("Change " + header);
    return upstream.id("HEAD");
  }

  /** Puts the headers of a commit of upstream's into the tree. */
  void headers(String commit) {
    team.git("rm", "-qr", TeamRepository.PREFIX);
    copy(commit, team, TeamRepository.PREFIX + "/");
  }

  /** Makes a tree of nothing but the headers of a commit of upstream's, below a place. */
  void copyHeaders(String commit, TeamRepository to, String place) {
    to.git("rm", "-qr", "--ignore-unmatch", ".");
    copy(commit, to, place);
  }

  private void copy(String commit, TeamRepository to, String place) {
    for (String path : upstream.git().blobs(commit + ":" + PUBLIC).keySet()) {
      to.write(place + path, upstream.git("show", commit + ":" + PUBLIC + "/" + path) + "\n");
    }
    to.commitAll(commit);
  }

  JsonNode adopt(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("adopt", "--vendor", "sample", "--from", "../upstream"));
    arguments.addAll(List.of(more));
    return team.json(arguments.toArray(String[]::new));
  }

  static String lines(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "#define " + word + "_" + i + " " + i + "\n")
        .collect(Collectors.joining());
  }
}
