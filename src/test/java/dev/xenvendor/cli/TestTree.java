package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.ProgramAdapters;
import dev.xenvendor.cli.command.demo.SampleFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A repository made from the sample as {@code demo} makes it, and what to do in it: run the program
 * in this process or in one of its own, ask the git program, look whether anything changed.
 */
public final class TestTree {

  public static final String PREFIX = "sys/arch/xen/include/xen3-public";
  public static final String RECORD = "vendor/sample/merged.yaml";

  private static final HeaderPath UPSTREAM_PATH = HeaderPath.of("xen/include/public");
  private static final Instant WHEN = Instant.parse("2008-08-20T10:00:00Z");
  private static final ProgramAdapters ADAPTERS = new ProgramAdapters();
  private static final SampleFiles SAMPLE = new SampleFiles(ADAPTERS.builtInConfig());

  private final Path folder;
  private final Path root;

  private TestTree(Path folder, Path root) {
    this.folder = folder;
    this.root = root;
  }

  /** The tree before the story begins: headers of 3.1.0 with changes, and an upstream beside it. */
  public static TestTree fromSample(Path folder) {
    return fromSample(folder, SAMPLE.trunk());
  }

  /** The same, with its changes declared. */
  public static TestTree declared(Path folder) {
    return fromSample(folder, SAMPLE.declaredTrunk());
  }

  private static TestTree fromSample(Path folder, HeaderTree trunk) {
    TestTree tree = new TestTree(folder, folder.resolve("os"));
    ADAPTERS.createRepository(tree.upstream());
    for (String version : SAMPLE.releases()) {
      tree.publish(version, SAMPLE.release(version));
    }
    ADAPTERS.createRepository(tree.root);
    ADAPTERS.commitAll(tree.root, withProfile(trunk), "Headers of 3.1.0", WHEN, Optional.empty());
    return tree;
  }

  /** The same, taken over. */
  public static TestTree adopted(Path folder) {
    TestTree tree = fromSample(folder);
    tree.run("adopt", "--from", "../upstream").exits(ExitCode.DONE);
    return tree;
  }

  /** The same, with 3.3.0 imported. */
  public static TestTree imported(Path folder) {
    TestTree tree = adopted(folder);
    tree.run("import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    return tree;
  }

  /** The same, with conflicts in the work tree. */
  public static TestTree inConflict(Path folder) {
    TestTree tree = imported(folder);
    tree.run("merge").exits(ExitCode.FINDING);
    return tree;
  }

  /** A tree whose only headers are as 3.1.0 had them, so that merges are clean. */
  public static TestTree pristine(Path folder) {
    TestTree tree = fromSample(folder);
    HeaderTree trunk = SAMPLE.release("3.1.0").under(HeaderPath.of(PREFIX));
    ADAPTERS.commitAll(tree.root, withProfile(trunk), "Pristine", WHEN, Optional.empty());
    return tree;
  }

  /** The same, with 3.3.0 imported. */
  public static TestTree importedClean(Path folder) {
    TestTree tree = pristine(folder);
    tree.run("adopt", "--from", "../upstream").exits(ExitCode.DONE);
    tree.run("import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    return tree;
  }

  /** With a profile of its own the tree has the patches it declares, and so none. */
  private static HeaderTree withProfile(HeaderTree tree) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(tree.files());
    String profile = "vendor/sample/vendor.yaml";
    files.put(
        HeaderPath.of(profile),
        HeaderFile.regular(ADAPTERS.builtInConfig().read(profile).orElseThrow()));
    return HeaderTree.of(files);
  }

  /** The same tree at another place, copied file by file. */
  public TestTree copyTo(Path other) {
    TestFiles.copy(folder, other);
    return new TestTree(other, other.resolve(folder.relativize(root).toString()));
  }

  /** Another repository beside this one. */
  public TestTree beside(Path otherRoot) {
    return new TestTree(folder, otherRoot);
  }

  public Path folder() {
    return folder;
  }

  public Path root() {
    return root;
  }

  public Path upstream() {
    return folder.resolve("upstream");
  }

  public Path path(String inTree) {
    return root.resolve(inTree);
  }

  public Path header(String name) {
    return root.resolve(PREFIX).resolve(name);
  }

  /** Makes a release upstream. */
  public void publish(String version, HeaderTree headers) {
    ADAPTERS.commitAll(
        upstream(), headers.under(UPSTREAM_PATH), "Release " + version, WHEN, Optional.of(version));
  }

  /** A release's headers in a folder of their own. */
  public Path unpacked(String version) {
    Path release = folder.resolve("release-" + version);
    SAMPLE
        .release(version)
        .files()
        .forEach((path, file) -> TestFiles.put(release.resolve(path.value()), file.bytes()));
    return release;
  }

  public void write(String path, String text) {
    TestFiles.put(root.resolve(path), text.getBytes(StandardCharsets.UTF_8));
  }

  public String read(String path) {
    return new String(TestFiles.bytes(root.resolve(path)), StandardCharsets.UTF_8);
  }

  /** Writes a file and commits it. */
  public void commit(String path, String text) {
    write(path, text);
    git("add", "--", path);
    git("commit", "-q", "-m", "Change " + path);
  }

  /** Settles every conflict by one side. */
  public void settleAll(String side) {
    for (String path : git("diff", "--name-only", "--diff-filter=U").lines().toList()) {
      run("resolve", path, "--take", side).exits(ExitCode.DONE);
    }
  }

  // Commands

  /** Runs the program in this process, in the root of the tree. */
  public Run run(String... arguments) {
    return run("", arguments);
  }

  public Run run(String input, String[] arguments) {
    List<String> all = new ArrayList<>(List.of("-C", root.toString()));
    all.addAll(Arrays.asList(arguments));
    return Programs.xenvendor(System.getenv(), input.getBytes(StandardCharsets.UTF_8), all);
  }

  /** Runs the program in a process of its own. */
  public Run runProcess(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(Programs.java());
    command.addAll(Arrays.asList(arguments));
    return Programs.execute(root, environment, command);
  }

  // The git program

  /** What git says; it must not fail. */
  public String git(String... arguments) {
    return tryGit(arguments).exits(0).out();
  }

  public Run tryGit(String... arguments) {
    return Programs.gitIn(root, arguments);
  }

  public TestTree requireSound() {
    Run fsck = tryGit("fsck", "--strict", "--no-dangling");
    assertThat(fsck.exit()).as(fsck.out() + fsck.err()).isZero();
    return this;
  }

  // What is there

  /** Everything that a refused command must leave alone. */
  public String state() {
    return new TreeState(this).state();
  }

  /** What a command ended in; the same however often it was interrupted on the way. */
  public String outcome() {
    return new TreeState(this).outcome();
  }

  /** The files by which git or this program know that something is under way, and all locks. */
  public String waiting() {
    return new TreeState(this).waiting();
  }

  /** The files of the work tree with their modes. */
  public String files() {
    return new TreeState(this).files();
  }

  public Path gitFolder() {
    Path dotGit = root.resolve(".git");
    return Files.isDirectory(dotGit)
        ? dotGit
        : Path.of(git("rev-parse", "--absolute-git-dir").strip());
  }
}
