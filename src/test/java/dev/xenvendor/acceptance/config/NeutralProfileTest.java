package dev.xenvendor.acceptance.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in profile is NetBSD's; trees of others get what fits them. */
final class NeutralProfileTest {

  private static final String PROFILE = "vendor/xen/vendor.yaml";

  @TempDir Path folder;

  private TeamRepository tree(String file, String text) {
    TeamRepository team = TeamRepository.empty(folder.resolve("acmeos"));
    team.write(file, text);
    team.commitAll("Tree");
    return team;
  }

  @Test
  void aTreeOfAnotherSystemGetsNothingOfNetbsds() {
    TeamRepository team = tree("drivers/a.c", "int a;\n");
    team.xenvendor("adopt", "--prefix", "include/xen").exits(0);
    assertThat(team.read(PROFILE))
        .contains("local: acmeos\n", "prefix: include/xen\n", "consumers: []")
        .doesNotContain(
            "NetBSD",
            "baseline:",
            "sys/arch",
            "interface-versions",
            "pairs:",
            "cvs:",
            "defines:",
            "headers:");
    assertThat(folder.resolve("acmeos/local-patches")).doesNotExist();
    team.xenvendor("status").exits(0);
    team.xenvendor("patches").exits(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/acme/pump.git",
        "git@example.org:pump",
        "/home/me/pump/.git",
        "/home/me/pump/"
      })
  void aRemoteNamesTheSystem(String url) {
    TeamRepository team = tree("drivers/a.c", "int a;\n");
    team.git("remote", "add", "origin", url);
    team.xenvendor("adopt", "--prefix", "include/xen").exits(0);
    assertThat(team.read(PROFILE)).contains("local: pump\n");
  }

  @Test
  void netbsdsFolderIsASignOfNetbsd() {
    TeamRepository team = tree("sys/arch/xen/xen/a.c", "int a;\n");
    team.xenvendor("adopt").exits(0);
    assertThat(team.read(PROFILE)).contains("local: NetBSD\n", "baseline: 3.0.2", "sys/arch/amd64");
  }

  @Test
  void netbsdsProfileIsThereForTheAsking() {
    TeamRepository team = tree("drivers/a.c", "int a;\n");
    team.xenvendor("adopt", "--prefix", "include/xen", "--patches", "netbsd").exits(0);
    assertThat(team.read(PROFILE)).contains("baseline: 3.0.2");
  }

  @Test
  void patchesThatTheProgramLacksAreRefused() {
    TeamRepository team = TeamRepository.sample(folder);
    String before = team.state();
    Run run =
        team.xenvendor(
            "adopt", "--vendor", "sample", "--from", "../upstream", "--patches", "netbsd");
    assertThat(run.exits(2).err()).contains("the program has no local patches for sample");
    assertThat(team.state()).isEqualTo(before);
  }

  @Test
  void theRootOfTheTreeIsNoPrefix() {
    Run ran = tree("xen.h", "int a;\n").xenvendor("adopt", "--prefix", ".");
    ran.exits(2);
    assertThat(ran.err()).contains("root of the tree", "--prefix include");
  }
}
