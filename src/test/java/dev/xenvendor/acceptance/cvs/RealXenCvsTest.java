package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NetBSD's story in CVS, on real headers: Xen 3.1.0 with local changes, brought to 3.3.0. */
@NeedsXenGit
final class RealXenCvsTest {

  @TempDir Path folder;

  /** 3.1.0 on the vendor branch, and NetBSD's changes on trunk. */
  private static CvsStory netbsd(Path folder) {
    CvsStory story = CvsStory.empty(folder).of("xen");
    Path release = folder.resolve("xen-3.1.0");
    write(release, XenGit.headers("3.1.0-branched"));
    story.cvs(release, "import", "-I", "!", "-m", "By hand", CvsStory.HEADERS, "XEN", "xen-3-1-0");
    Path trunk = story.checkedOut("trunk");
    write(trunk, NetbsdTree.headers());
    story.cvs(trunk, "commit", "-m", "Changes of our own");
    return story;
  }

  private static void write(Path folder, Map<String, String> files) {
    files.forEach(
        (path, text) ->
            TestFiles.put(folder.resolve(path), text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String importing(CvsStory story, String version, String... options) {
    List<String> words =
        new ArrayList<>(List.of("import", version, "--from", XenGit.folder().toString()));
    words.addAll(List.of(options));
    return story.run(words.toArray(String[]::new)).exits(ExitCode.DONE).out();
  }

  private static Map<String, String> merged(CvsStory story) {
    story.cvs(story.folder(), "-Q", "checkout", "src");
    Path copy = story.folder().resolve("src");
    assertThat(story.runIn(copy, "merge", "3.3.0").exits(ExitCode.DONE).out())
        .startsWith("Merged Xen 3.3.0 (from 3.1.0)");
    story.cvs(copy, "commit", "-m", "Merge Xen 3.3.0");
    return story.export("-D", "tomorrow", "-kk");
  }

  @Test
  void whatCvsCallsConflictsAreFewWhenTheyAreMerged() {
    CvsStory story = netbsd(folder);
    String rehearsal = importing(story, "3.3.0", "--rehearse");
    assertThat(rehearsal)
        .contains("To merge: 33 files that trunk and upstream both changed.")
        .contains("9 files that upstream deleted")
        .contains("29 merged, 9 removed, 4 files with conflicts");
    importing(story, "3.3.0");
    assertThat(story.export("-r", "xen-3-3-0")).isEqualTo(XenGit.headers("3.3.0-branched"));
  }

  @Test
  void aReleaseInBetweenMakesNoDifference() {
    CvsStory straight = netbsd(folder.resolve("straight"));
    importing(straight, "3.3.0");
    CvsStory stepwise = netbsd(folder.resolve("stepwise"));
    importing(stepwise, "3.2.0");
    importing(stepwise, "3.3.0");
    assertThat(merged(stepwise)).isEqualTo(merged(straight));
  }
}
