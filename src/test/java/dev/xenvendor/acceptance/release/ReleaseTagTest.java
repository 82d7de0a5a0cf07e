package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Release tags against the vendor branch, and hints that do not count on them. */
@Tag("slow")
final class ReleaseTagTest {

  private static final String TAG = "upstream/sample/3.1.0";

  @TempDir Path folder;
  private TeamRepository team = new TeamRepository(Path.of("."));

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  @BeforeEach
  void importRelease() {
    team = TeamRepository.imported(folder, "3.2.0");
  }

  private Run check() {
    return team.xenvendor("check", "--rule", "release-tag");
  }

  @Test
  void tagsAsTheImportMadeThemAreRight() {
    assertThat(check().exits(0).out()).startsWith("No findings");
    assertThat(team.json("status").get("tags")).isEmpty();
  }

  @Test
  void aTagThatWasMovedIsAnError() {
    team.git("tag", "-f", TAG, "HEAD");
    String wrong = "the tag " + TAG + " names commit " + team.id("HEAD").substring(0, 7);
    assertThat(check().exits(ExitCode.FINDING).out())
        .contains(wrong, "git tag -d " + TAG + " && xenvendor import 3.1.0");
    assertThat(team.xenvendor("releases", "verify").exits(ExitCode.FINDING).out()).contains(wrong);
    assertThat(team.xenvendor("status").exits(0).out()).contains(wrong);
    team.git("tag", "-d", TAG);
    assertThat(team.importRelease("3.1.0").exits(0).out()).contains("has been recreated");
    check().exits(0);
    team.xenvendor("releases", "verify").exits(0);
  }

  @Test
  void theHintNamesTheCommitWhereTheTagIsNotRight() {
    TestFiles.replace(
        team.folder().resolve(TeamRepository.PREFIX + "/callback.h"), "#define", "# define");
    String tagged = "git checkout " + TAG + " -- " + TeamRepository.PREFIX + "/callback.h";
    assertThat(team.xenvendor("check").out()).contains(tagged);
    String commit = team.id(TAG + "^{commit}").substring(0, 7);
    team.git("tag", "-f", TAG, "HEAD");
    assertThat(team.xenvendor("check").out())
        .contains(tagged.replace(TAG, commit))
        .doesNotContain(tagged);
    team.git("tag", "-d", TAG);
    assertThat(team.xenvendor("check").out()).contains(tagged.replace(TAG, commit));
  }

  @Test
  void theHintNamesThePathThatTheReleaseHas() {
    team.git("mv", TeamRepository.PREFIX, "inc");
    TestFiles.replace(
        team.folder().resolve("vendor/sample/vendor.yaml"), TeamRepository.PREFIX, "inc");
    TestFiles.replace(team.folder().resolve("inc/callback.h"), "#define", "# define");
    String path = TeamRepository.PREFIX + "/callback.h";
    assertThat(team.xenvendor("check").out())
        .contains("git show " + TAG + ":" + path + " > inc/callback.h");
  }

  @Test
  void aMissingTagIsAWarningUnlessThereAreNone() {
    team.git("tag", "-d", TAG);
    assertThat(check().exits(0).out()).contains("1 warning", "the tag " + TAG + " is missing");
    team.git("tag", "-d", "upstream/sample/3.2.0");
    assertThat(check().exits(0).out()).startsWith("No findings");
  }

  @Test
  void aLightweightTagIsAWarning() {
    team.git("tag", "-f", TAG, TAG + "^{commit}");
    assertThat(check().exits(0).out()).contains("1 warning", TAG + " is not annotated");
  }

  @Test
  void aTagMadeUnderAnotherNameIsAnError() {
    team.git("update-ref", "refs/tags/" + TAG, "refs/tags/upstream/sample/3.2.0");
    assertThat(check().exits(ExitCode.FINDING).out()).contains("1 error");
    team.git("tag", "-a", "-m", "another", "other", TAG + "~1");
    team.git("update-ref", "refs/tags/" + TAG, "refs/tags/other");
    assertThat(check().exits(ExitCode.FINDING).out()).contains("was made under another name");
  }

  @Test
  void aTagOfAReleaseThatTheBranchDoesNotHoldIsAnError() {
    team.git("tag", "upstream/sample/3.3.0", "HEAD");
    assertThat(check().exits(ExitCode.FINDING).out())
        .contains("the vendor branch does not have 3.3.0", "git tag -d upstream/sample/3.3.0");
  }

  @Test
  void aTagThatCameBeforeItsBranchIsNone() {
    team.git("branch", "-f", "upstream/sample", "upstream/sample~1");
    check().exits(0);
  }

  @Test
  void aTagOfATreeIsAnError() {
    team.git("tag", "-f", TAG, "HEAD^{tree}");
    assertThat(check().exits(ExitCode.FINDING).out()).contains("does not name a commit");
  }
}
