package dev.xenvendor.acceptance.cvs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a tree with two vendors, every command that is suggested names the vendor. */
@Tag("slow") // cvs sleeps after each command that writes
final class CvsTwoVendorsTest {

  private static final Pattern COMMAND = Pattern.compile("xenvendor [^;,\\n]*");

  @TempDir Path folder;
  private CvsStory story;
  private CvsCopy copy;

  @BeforeEach
  void configureTwoVendors() {
    story = CvsStory.at310(folder);
    copy = CvsCopy.of(story);
    for (String vendor : List.of("other", "sample")) {
      String profile = "vendor/" + vendor + "/vendor.yaml";
      String sample = new String(TestFiles.bytes(Path.of("vendor/sample/vendor.yaml")), UTF_8);
      copy.write(profile, sample.replace("name: sample", "name: " + vendor));
    }
  }

  @Test
  void withoutAVendorThereIsNoGuess() {
    Programs.xenvendor("-C", copy.folder().toString(), "cvs", "merge")
        .fails(ExitCode.USAGE, "the tree has several vendors: other, sample");
  }

  @Test
  void hintsOfErrorsNameIt() {
    requireNamed(copy.merge("3.3.0").exits(ExitCode.USAGE).err(), 1);
    requireNamed(story.runIn(copy.folder(), "3rdparty", "3.1.0").exits(ExitCode.USAGE).err(), 1);
    requireNamed(story.runIn(copy.folder(), "update", "3.3.0").exits(ExitCode.USAGE).err(), 4);
  }

  @Test
  void hintsOfFindingsNameIt() {
    story.runImport("3.3.0").exits(ExitCode.DONE);
    requireNamed(copy.check().exits(ExitCode.FINDING).out(), 1);
  }

  @Test
  void whatIsNextNamesIt() {
    requireNamed(story.runIn(copy.folder(), "plan", "3.3.0").exits(ExitCode.DONE).out(), 5);
    story.runImport("3.3.0").exits(ExitCode.DONE);
    copy.cvs("-Q", "update", "-d");
    requireNamed(copy.merge("--dry-run").exits(ExitCode.FINDING).out(), 1);
  }

  private static void requireNamed(String output, int commands) {
    assertThat(COMMAND.matcher(output).results())
        .as(output)
        .hasSize(commands)
        .allMatch(command -> command.group().contains(" --vendor sample "));
  }
}
