package dev.xenvendor.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code golden/stories} is a test: all that its commands print is as it says. */
final class StoriesTest {

  private static final String STORIES = "stories";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("stories")
  void everyCommandPrintsWhatTheStorySays(String name) {
    play(name);
  }

  @Tag("slow") // cvs sleeps after each command that writes
  @ParameterizedTest
  @MethodSource("storiesOfCvs")
  void everyCommandPrintsWhatTheStoryOfCvsSays(String name) {
    play(name);
  }

  private void play(String name) {
    String file = STORIES + "/" + name;
    Golden.assertSame(file, Story.play(Golden.read(file), folder.toAbsolutePath()));
  }

  static List<String> stories() throws IOException {
    return allStories().stream().filter(name -> !isOfCvs(name)).toList();
  }

  static List<String> storiesOfCvs() throws IOException {
    return allStories().stream().filter(StoriesTest::isOfCvs).toList();
  }

  private static List<String> allStories() throws IOException {
    return names(Golden.FOLDER.resolve(STORIES));
  }

  private static boolean isOfCvs(String name) {
    return Golden.read(STORIES + "/" + name).startsWith("In: cvs\n");
  }

  @Test
  void everyGoldenFileIsUsed() throws IOException {
    assertThat(names(Golden.FOLDER)).containsExactly(Golden.DEMO, Golden.HELP, STORIES);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
