package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Schemas;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code --ref} names a commit of upstream: which release that is, and what is said where a tag
 * disagrees.
 */
@Tag("slow")
final class RefOfReleaseTest {

  @TempDir Path folder;

  private UpstreamAndTree both;
  private TeamRepository team;
  private TeamRepository upstream;

  @BeforeEach
  void repositories() {
    both = new UpstreamAndTree(folder);
    team = both.team();
    upstream = both.upstream();
  }

  @Test
  void refAloneIsNamedAfterTheReleaseBeforeIt() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    both.change("xen.h", UpstreamAndTree.lines("ONE", 1));
    String commit = both.change("xen.h", UpstreamAndTree.lines("TWO", 1));
    String name = "3.3.0-2-g" + commit.substring(0, 7);
    upstream.git("branch", "stable", commit);

    JsonNode imported = team.json("import", "--ref", "stable", "--from", "../upstream");

    assertThat(imported.get("release").asText()).isEqualTo(name);
    assertThat(imported.at("/tagElsewhere").isMissingNode()).isTrue();
    team.git("checkout", "-q", "-b", "before-3.3.0");
    assertThat(team.xenvendor("import", "3.3.0", "--from", "../upstream").exits(4).err())
        .contains("Sample 3.3.0 is older than " + name);
  }

  @Test
  void refOfATagIsThatRelease() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    JsonNode imported = team.json("import", "--ref", "3.3.0", "--from", "../upstream");
    assertThat(imported.get("release").asText()).isEqualTo("3.3.0");
    assertThat(imported.get("pinned").asBoolean()).isTrue();
  }

  @Test
  void refThatIsNotThePinnedReleaseIsRefusedWithTheVersionToName() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    String commit = both.change("xen.h", UpstreamAndTree.lines("FIX", 3));
    assertThat(
            team.xenvendor("import", "3.3.0", "--ref", "HEAD", "--from", "../upstream")
                .exits(4)
                .err())
        .contains(
            "1 file of the source differs from the manifest of Sample 3.3.0",
            "the source has commit " + commit.substring(0, 7) + ", the manifest is of ",
            "HEAD is Sample 3.3.0-1-g" + commit.substring(0, 7),
            "xenvendor import --ref HEAD --from ../upstream");
  }

  @Test
  void anotherCommitThanTheTagsIsImportedWithAWarning() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    String tagged = both.change("xen.h", UpstreamAndTree.lines("FIX", 3));
    upstream.git("tag", "-a", "-m", "3.3.1", "RELEASE-3.3.1");
    String taken = both.change("xen.h", UpstreamAndTree.lines("LATER", 3));
    assertThat(
            team.xenvendor("import", "3.3.1", "--ref", "HEAD", "--from", "../upstream")
                .exits(0)
                .out())
        .contains(
            "warning: the source's tag RELEASE-3.3.1 is commit "
                + tagged.substring(0, 7)
                + ", but commit "
                + taken.substring(0, 7)
                + " was used",
            "to use the tag's, omit --ref");
  }

  @Test
  void anotherCommitThanThatOfAPinnedReleaseIsImportedWithAWarning() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    String tagged = both.change("xen.h", UpstreamAndTree.lines("FIX", 3));
    upstream.git("tag", "RELEASE-3.3.1");
    upstream.git("commit", "-q", "--allow-empty", "-m", "Not a header");
    String taken = upstream.git("rev-parse", "HEAD").strip();
    assertThat(pin("3.3.1", "RELEASE-3.3.1")).doesNotContain("warning: the source's tag");
    assertThat(importAt("HEAD"))
        .contains(
            "warning: the source's tag RELEASE-3.3.1 is commit " + tagged.substring(0, 7),
            "commit " + taken.substring(0, 7) + " was used; the headers are those of the manifest",
            "to use the tag's, omit --ref");
    team.xenvendor("import", "--undo", "--vendor", "sample").exits(0);
    assertThat(pin("3.3.1", "HEAD"))
        .contains(
            "warning: the source's tag RELEASE-3.3.1 is commit " + tagged.substring(0, 7),
            "commit " + taken.substring(0, 7) + " was used");
    assertThat(importAt("RELEASE-3.3.1")).doesNotContain("warning: the source's tag");
    team.xenvendor("import", "--undo", "--vendor", "sample").exits(0);
    assertThat(importAt("HEAD"))
        .contains(
            "the manifest names that commit; to pin the tag's: xenvendor releases pin 3.3.1"
                + " --from SOURCE --ref RELEASE-3.3.1");
    JsonNode pinned =
        team.json("releases", "pin", "3.3.1", "--ref", "HEAD", "--from", "../upstream");
    Schemas.assertDescribed("releases-pin", pinned);
    assertThat(pinned.at("/tagElsewhere/commit").asText()).isEqualTo(tagged);
  }

  private String pin(String version, String ref) {
    return team.xenvendor("releases", "pin", version, "--ref", ref, "--from", "../upstream")
        .exits(0)
        .out();
  }

  private String importAt(String ref) {
    return team.xenvendor("import", "3.3.1", "--ref", ref, "--from", "../upstream").exits(0).out();
  }
}
