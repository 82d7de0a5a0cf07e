package dev.xenvendor.acceptance.cvs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A working copy of a story's repository, in which releases are merged. */
final class CvsCopy {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CvsStory story;
  private final Path folder;
  private final List<String> options;

  private CvsCopy(CvsStory story, Path folder, List<String> options) {
    this.story = story;
    this.folder = folder;
    this.options = options;
  }

  /** A folder of the repository, checked out. */
  static CvsCopy of(CvsStory story, String module, String name) {
    story.cvs(story.folder(), "-Q", "checkout", "-d", name, module);
    return new CvsCopy(story, story.folder().resolve(name), List.of());
  }

  /** The whole tree, checked out. */
  static CvsCopy of(CvsStory story) {
    return of(story, "src", "copy");
  }

  /** The same, with NetBSD's patches declared. */
  CvsCopy patched() {
    Path config = story.folder().resolve("config");
    if (!Files.isDirectory(config)) {
      TestFiles.put(config.resolve("local-patches/README"), new byte[0]);
      TestFiles.copy(PatchedTeam.SHIPPED, config.resolve("local-patches/sample"));
    }
    return new CvsCopy(story, folder, List.of("--config", config.toString()));
  }

  Path folder() {
    return folder;
  }

  Run merge(String... arguments) {
    return mergeIn(folder, arguments);
  }

  Run mergeIn(Path where, String... arguments) {
    List<String> words = new ArrayList<>(List.of("merge"));
    words.addAll(options);
    words.addAll(Arrays.asList(arguments));
    return story.runIn(where, words.toArray(String[]::new));
  }

  /** Checks the headers as they are here. */
  Run check() {
    List<String> words = new ArrayList<>(List.of("check"));
    words.addAll(options);
    return story.runPlain(folder, words.toArray(String[]::new));
  }

  JsonNode json(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--format", "json"));
    words.addAll(Arrays.asList(arguments));
    try {
      return JSON.readTree(merge(words.toArray(String[]::new)).out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String cvs(String... arguments) {
    return story.cvs(folder, arguments);
  }

  Run tryCvs(String... arguments) {
    return story.tryCvs(folder, arguments);
  }

  /** What {@code cvs update} tells of changed files: a letter and the path of each. */
  List<String> changes() {
    return tryCvs("-n", "-q", "update", "-d").out().lines().sorted().toList();
  }

  /** Commits everything; no file may be in conflict. */
  void commit() {
    cvs("-Q", "commit", "-m", "Merge");
  }

  String read(String path) {
    return new String(TestFiles.bytes(folder.resolve(path)), ISO_8859_1);
  }

  void write(String path, String text) {
    TestFiles.put(folder.resolve(path), text.getBytes(ISO_8859_1));
  }

  boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  /** The files below a folder by their paths from there, without those of cvs. */
  Map<String, String> files(String below) {
    Map<String, String> files = new TreeMap<>(CvsStory.texts(folder.resolve(below)));
    files.keySet().removeIf(path -> ("/" + path).contains("/CVS/") || path.contains(".#"));
    return files;
  }
}
