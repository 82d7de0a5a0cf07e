package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.Schemas;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor branch stands at one release; the next one was committed to trunk as a patch. */
@Tag("slow")
final class CvsTrunkAheadTest {

  private static final String IDENT = "/* $NetBSD$ */\n";
  private static final String OWN = "\n#define OWN_TO_TRUNK 1\n";

  @TempDir Path folder;
  private CvsStory story;

  @BeforeEach
  void commitReleaseToTrunk() {
    story = CvsStory.empty(folder);
    story.importByHand("3.1.0", "SAMPLE", "sample-3-1-0");
    Path copy = story.checkedOut("trunk");
    Map<String, String> before = CvsStory.texts(CvsStory.headers("3.1.0"));
    CvsStory.texts(CvsStory.headers("3.2.0"))
        .forEach(
            (path, text) -> {
              if (!text.equals(before.get(path))) {
                // A header that upstream drops next would conflict by an undeclared ident line.
                boolean stays = CvsStory.headers("3.3.0").contains(HeaderPath.of(path));
                String ident = stays ? IDENT : "";
                put(copy, path, ident + text + (path.equals("xen.h") ? OWN : ""));
              }
              if (!before.containsKey(path)) {
                HeaderPath.of(path).parent().ifPresent(f -> story.tryCvs(copy, "add", f.value()));
                story.cvs(copy, "-Q", "add", path);
              }
            });
    before.keySet().stream()
        .filter(path -> !CvsStory.headers("3.2.0").contains(HeaderPath.of(path)))
        .forEach(path -> story.cvs(copy, "-Q", "remove", "-f", path));
    story.cvs(copy, "-Q", "commit", "-m", "Update to 3.2.0");
  }

  private static void put(Path copy, String path, String text) {
    TestFiles.put(copy.resolve(path), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void thePlanSaysWhereTrunkIsAndMergesFromThere() {
    Run plan = story.run("plan", "3.3.0").exits(ExitCode.DONE);
    assertThat(plan.out())
        .contains("trunk is at 3.2.0 already, which the vendor branch lacks")
        .contains("merge it into trunk, from 3.2.0, the release of trunk, which has no tag")
        .contains("cvs merge 3.3.0 --from UPSTREAM.git")
        .doesNotContain("-jsample-3-1-0");
    JsonNode json = story.json("plan", "3.3.0");
    Schemas.assertDescribed("cvs-plan", json);
    assertThat(json.get("onTrunk").asText()).isEqualTo("3.2.0");
  }

  @Test
  void theMergeStartsFromWhatTrunkIsAt() {
    String release = story.release("3.3.0").toString();
    Schemas.assertDescribed("cvs-import", story.json("import", "3.3.0", "--from", release));
    CvsCopy copy = CvsCopy.of(story);
    String from = story.release("3.2.0").toString();

    JsonNode dry = copy.json("--dry-run", "--from", from);
    Schemas.assertDescribed("cvs-merge", dry);
    assertThat(dry.get("base").asText()).isEqualTo("3.2.0");
    assertThat(dry.get("baseSkipped").asBoolean()).isTrue();

    assertThat(copy.merge("--from", from).exits(ExitCode.DONE).out())
        .startsWith("Merged Sample 3.3.0 (from 3.2.0)")
        .contains("trunk is at 3.2.0 already");
    copy.commit();
    Map<String, String> expected = CvsStory.texts(CvsStory.headers("3.3.0"));
    Map<String, String> trunk = CvsCopy.of(story, "src", "fresh").files(CvsStory.PREFIX);
    assertThat(trunk.keySet()).isEqualTo(expected.keySet());
    trunk.forEach(
        (path, text) ->
            assertThat(text.replaceFirst("\\A/\\* \\$NetBSD[^\n]*\n", "").replace(OWN, ""))
                .as(path)
                .isEqualTo(expected.get(path)));
    assertThat(trunk.get("xen.h")).contains(OWN);
    assertThat(copy.merge().exits(ExitCode.DONE).out())
        .startsWith("Sample 3.3.0 is already merged.");
  }

  @Test
  void aBackportDoesNotMakeARelease() {
    CvsStory other = CvsStory.at310(folder.resolve("other"));
    Path copy = other.checkedOut("backport");
    String header = "xen-compat.h";
    String text = CvsStory.texts(CvsStory.headers("3.2.0")).getOrDefault(header, "");
    put(copy, header, text);
    other.cvs(copy, "-Q", "commit", "-m", "Backport a header");
    assertThat(other.json("plan", "3.3.0").path("onTrunk").isMissingNode()).isTrue();
  }
}
