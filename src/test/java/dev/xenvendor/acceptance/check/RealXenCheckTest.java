package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NetBSD's tree merged from 3.1.0 to 3.3.0 with all its changes declared is clean. Each thing that
 * may go wrong with it afterwards is found, by the rule that is about it and by no other error.
 */
@NeedsXenGit
final class RealXenCheckTest {

  private static final String P = TeamRepository.PREFIX;
  private static final String DRIVER = "sys/arch/xen/xen/backend.c";
  private static final String PROFILE = "vendor/xen/vendor.yaml";

  /** A back end in words of our own, which goes well with 3.3.0. */
  private static final String BACKEND =
      """
      #include <xen/xen3-public/io/blkif.h>
      #include <xen/hypervisor.h>

      int
      backend_open(struct evtchn_alloc_unbound *op)
      {
      \treturn HYPERVISOR_event_channel_op(EVTCHNOP_alloc_unbound, op);
      }
      """;

  @TempDir static Path folder;

  private static TeamRepository team;
  private static RealXenMutations mutations;

  @BeforeAll
  static void merge() throws IOException {
    team = TeamRepository.empty(folder.resolve("os"));
    mutations = new RealXenMutations(team);
    NetbsdTree.headers().forEach((path, text) -> team.write(P + "/" + path, text));
    team.write(DRIVER, BACKEND);
    team.commitAll("Headers with our changes");
    team.xenvendor("adopt", "--from", XenGit.folder().toString()).exits(0);
    NetbsdTree.importRelease(team, "3.2.0");
    NetbsdTree.importRelease(team, "3.3.0");
    team.xenvendor("merge").exits(0);
  }

  static Stream<Arguments> mutations() {
    return mutations.all();
  }

  @AfterEach
  void takeBack() {
    team.git("reset", "-q", "--hard");
    team.git("clean", "-qfd");
  }

  /** Each finding as rule and path; of a severity. */
  private static Set<String> found(JsonNode check, String severity) {
    Set<String> found = new TreeSet<>();
    for (JsonNode finding : check.get("findings")) {
      if (finding.get("severity").asText().equals(severity)) {
        found.add((finding.get("rule").asText() + " " + finding.path("path").asText()).strip());
      }
    }
    return found;
  }

  @Test
  void afterTheDeclaredMergeItIsClean() {
    assertThat(team.json("check").get("findings")).isEmpty();
    team.xenvendor("check").exits(0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mutations")
  void eachIsFoundByItsRuleAndNoOtherError(
      Rule rule, String what, String place, RealXenMutations.Mutation mutation) {
    String branch = team.git("rev-parse", "upstream/xen").strip();
    try {
      mutation.make();

      JsonNode check = team.json("check");

      String finding = (rule.word() + " " + place).strip();
      Set<String> errors = found(check, "error");
      if (rule.severity() == Severity.ERROR) {
        assertThat(errors).as("%s", check).containsExactly(finding);
      } else {
        assertThat(errors).as("%s", check).isEmpty();
        assertThat(found(check, "warning")).as("%s", check).contains(finding);
      }
    } finally {
      team.git("update-ref", "refs/heads/upstream/xen", branch);
    }
  }

  @Test
  void aPatchThatUpstreamHasIsAdopted() {
    team.write(
        "local-patches/xen/0070-own.yaml",
        """
        id: own
        description: What upstream says anyway.
        change:
          replace-line:
            file: callback.h
            line: '#include <xen/xen.h>'
            with: '#include "xen.h"'
        """);

    assertThat(found(team.json("check"), "warning"))
        .containsExactly("patch-adopted local-patches/xen/0070-own.yaml");
  }

  @Test
  void aReleaseThatWasLeftOutIsSkipped() throws IOException {
    TeamRepository other = NetbsdTree.adopted(folder.resolve("skipped"), NetbsdTree.headers());
    NetbsdTree.importRelease(other, "3.3.0");

    assertThat(found(other.json("check", "--rule", "release-skipped"), "warning"))
        .containsExactly("release-skipped");
  }

  @Test
  void anAbiThatChangedIsSaidWhereTheEditItselfIsAllowed() {
    mutations.edit(
        P + "/callback.h",
        "uint16_t type;\n    uint16_t flags;",
        "uint16_t flags;\n    uint16_t type;");
    mutations.append(
        PROFILE,
        "check:\n  undeclared-change: {allow: [{path: '**/callback.h', reason: tried out}]}\n");

    JsonNode check = team.json("check");

    assertThat(found(check, "error")).isEmpty();
    assertThat(found(check, "warning")).containsExactly("abi-changed " + P + "/callback.h");
  }

  /** One line of one header, changed in one of the ways in which hands and tools change lines. */
  @RepeatedTest(200)
  void aChangeOfAnyLineIsFound(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<String> headers =
        team.lines("ls-files", P).stream().filter(h -> h.endsWith(".h")).toList();
    String header = headers.get(random.nextInt(headers.size()));
    List<String> lines = new ArrayList<>(List.of(team.read(header).split("\n", -1)));
    int at = random.nextInt(lines.size() - 1);
    String line = lines.get(at);
    switch (random.nextInt(5)) {
      case 0 -> lines.set(at, line + " ");
      case 1 -> lines.add(at, "#define ADDED_" + at + " 1");
      case 2 -> lines.set(at, "/* " + line.replace("*/", "") + " */");
      case 3 -> lines.set(at, line.isEmpty() ? "\t" : line.substring(1));
      default -> lines.add(at, line + "x");
    }
    team.write(header, String.join("\n", lines));

    JsonNode check = team.json("check", "--rule", "undeclared-change", "--rule", "patch-missing");

    Set<Rule> drift = EnumSet.of(Rule.UNDECLARED_CHANGE, Rule.PATCH_MISSING);
    assertThat(found(check, "error"))
        .as("%s, line %s: %s", header, at + 1, line)
        .isNotEmpty()
        .allMatch(finding -> drift.stream().anyMatch(r -> finding.startsWith(r.word())))
        .allMatch(finding -> finding.endsWith(" " + header));
  }
}
