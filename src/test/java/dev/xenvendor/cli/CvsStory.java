package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.ProgramAdapters;
import dev.xenvendor.cli.command.demo.SampleFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A throw-away CVS repository with the sample in it, and what to do there: run the program in this
 * process, and ask the {@code cvs} program, or one that fails as is wanted, what came of it.
 */
final class CvsStory {

  static final String PREFIX = "sys/arch/xen/include/xen3-public";
  static final String HEADERS = "src/" + PREFIX;

  private static final SampleFiles SAMPLE = new SampleFiles(new ProgramAdapters().builtInConfig());

  private final Path folder;
  private String vendor = "sample";
  private final Map<String, String> environment = new HashMap<>(System.getenv());

  private CvsStory(Path folder) {
    this.folder = folder;
  }

  /** A repository with nothing in it; the test is skipped where there is no cvs program. */
  static CvsStory empty(Path folder) {
    requireCvs();
    CvsStory story = new CvsStory(folder);
    TestFiles.put(folder.resolve("README"), new byte[0]);
    story.cvs(folder, "init");
    return story;
  }

  /** Release 3.1.0 was imported by hand, and changed on trunk. */
  static CvsStory at310(Path folder) {
    requireCvs();
    // Made once: cvs sleeps after each command that writes.
    Template.fill(folder.resolve("root"), "cvs-3.1.0", root -> tell(folder));
    return new CvsStory(folder);
  }

  private static void tell(Path folder) {
    CvsStory story = empty(folder);
    story.importByHand("3.1.0", "SAMPLE", "sample-3-1-0");
    story.commitTrunk();
  }

  static void requireCvs() {
    if (Boolean.getBoolean("xenvendor.ci")) {
      assertThat(isThere()).as("CI installs a cvs program").isTrue();
    }
    assumeTrue(isThere(), "there is no cvs program on the PATH (Debian: apt-get install cvs)");
  }

  private static boolean isThere() {
    try {
      return Programs.execute(Path.of("."), Map.of(), List.of("cvs", "--version")).exit() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** The same, for another vendor than the sample. */
  CvsStory of(String other) {
    vendor = other;
    return this;
  }

  Path folder() {
    return folder;
  }

  Path root() {
    return folder.resolve("root");
  }

  Path archive(String header) {
    return root().resolve(HEADERS).resolve(header + ",v");
  }

  /** A release's headers in a folder of their own, for --from. */
  Path release(String version) {
    Path release = folder.resolve("release-" + version);
    if (!Files.isDirectory(release)) {
      write(release, SAMPLE.release(version));
    }
    return release;
  }

  static HeaderTree headers(String version) {
    return SAMPLE.release(version);
  }

  void importByHand(String version, String vendorTag, String releaseTag, String... options) {
    List<String> words = new ArrayList<>(List.of("import", "-I", "!", "-m", "By hand"));
    words.addAll(Arrays.asList(options));
    words.addAll(List.of(HEADERS, vendorTag, releaseTag));
    cvs(release(version), words.toArray(String[]::new));
  }

  /** Commits the operating system's changes to trunk. */
  void commitTrunk() {
    Path copy = checkedOut("trunk");
    write(copy, SAMPLE.trunk().below(HeaderPath.of(PREFIX)));
    cvs(copy, "commit", "-m", "Changes of our own");
  }

  /** A working copy of the headers on trunk. */
  Path checkedOut(String name) {
    cvs(folder, "-Q", "checkout", "-d", name, HEADERS);
    return folder.resolve(name);
  }

  /** The headers on trunk as anybody gets them. */
  Map<String, String> trunk() {
    return export("-D", "tomorrow");
  }

  /** The headers of a tag as anybody gets them. */
  Map<String, String> export(String... which) {
    Path there = folder.resolve("export" + System.nanoTime());
    List<String> words = new ArrayList<>(List.of("-Q", "export"));
    words.addAll(Arrays.asList(which));
    words.addAll(List.of("-d", there.getFileName().toString(), HEADERS));
    cvs(folder, words.toArray(String[]::new));
    return texts(there);
  }

  static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : TestFiles.filesBelow(folder)) {
      texts.put(
          folder.relativize(file).toString(),
          new String(TestFiles.bytes(file), StandardCharsets.ISO_8859_1));
    }
    return texts;
  }

  static Map<String, String> texts(HeaderTree headers) {
    Map<String, String> texts = new TreeMap<>();
    headers
        .files()
        .forEach(
            (path, file) ->
                texts.put(path.value(), new String(file.bytes(), StandardCharsets.ISO_8859_1)));
    return texts;
  }

  /** Everything in the repository but the notes of who did what when. */
  Map<String, String> state() {
    return texts(root().resolve("src"));
  }

  /** Runs the cvs program; it must not fail. */
  String cvs(Path where, String... arguments) {
    return tryCvs(where, arguments).exits(0).out();
  }

  Run tryCvs(Path where, String... arguments) {
    List<String> words = new ArrayList<>(List.of("cvs", "-f", "-d", root().toString()));
    words.addAll(Arrays.asList(arguments));
    return Programs.execute(where, Map.of(), words);
  }

  /** Puts a script in the place of the cvs program; {@code cvs} in it is the real one. */
  CvsStory withCvs(String script) {
    return with("XENVENDOR_CVS", script("cvs", script));
  }

  CvsStory with(String variable, Path value) {
    environment.put(variable, value.toString());
    return this;
  }

  CvsStory withRealCvs() {
    environment.remove("XENVENDOR_CVS");
    return this;
  }

  Path script(String name, String text) {
    try {
      Path file = folder.resolve("bin-" + name);
      Files.writeString(file, "#!/bin/sh\n" + text + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code xenvendor cvs …} for this repository. */
  Run run(String... arguments) {
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    words.addAll(1, List.of("--cvsroot", root().toString()));
    return runIn(folder, words.toArray(String[]::new));
  }

  /** The same, which must not fail, with its result as JSON. */
  JsonNode json(String... arguments) {
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    words.addAll(List.of("--format", "json"));
    return run(words.toArray(String[]::new)).exits(ExitCode.DONE).json();
  }

  /** Imports a release by the program. */
  Run runImport(String version, String... options) {
    List<String> words = new ArrayList<>(List.of("import", version));
    words.addAll(List.of("--from", release(version).toString()));
    words.addAll(Arrays.asList(options));
    return run(words.toArray(String[]::new));
  }

  Run runIn(Path where, String... arguments) {
    List<String> words = new ArrayList<>(List.of("cvs"));
    words.addAll(Arrays.asList(arguments));
    return runPlain(where, words.toArray(String[]::new));
  }

  /** Runs the command that another names next, as it is printed. */
  Run runNext(Path where, Run before) {
    String start = "next: xenvendor ";
    String next =
        before.out().lines().filter(line -> line.contains(start)).findFirst().orElseThrow();
    List<String> all = new ArrayList<>(List.of("-C", where.toString()));
    all.addAll(List.of(next.substring(next.indexOf(start) + start.length()).split(" ")));
    return Programs.xenvendor(environment, new byte[0], all);
  }

  /** Runs a command that is not one of {@code xenvendor cvs}. */
  Run runPlain(Path where, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-C", where.toString(), "--vendor", vendor));
    all.addAll(Arrays.asList(arguments));
    return Programs.xenvendor(environment, new byte[0], all);
  }

  static void write(Path folder, HeaderTree headers) {
    headers
        .files()
        .forEach((path, file) -> TestFiles.put(folder.resolve(path.value()), file.bytes()));
    assertThat(folder).isDirectory();
  }
}
