package dev.xenvendor.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.ProgramAdapters;
import dev.xenvendor.cli.command.demo.SampleFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A repository that a team works in: the program and native git, side by side. */
final class TeamRepository {

  static final String PREFIX = "sys/arch/xen/include/xen3-public";
  static final String RECORD = "vendor/sample/merged.yaml";

  private static final Instant DATE = Instant.parse("2008-08-20T10:00:00Z");

  private final Path folder;
  private final Git git;

  TeamRepository(Path folder) {
    this.folder = folder;
    this.git = new Git(folder);
  }

  /** The sample's tree, not taken over yet, in {@code os}; its upstream in {@code upstream}. */
  static TeamRepository sample(Path parent) {
    Template.fill(parent, "sample", TeamRepository::make);
    return new TeamRepository(parent.resolve("os"));
  }

  private static void make(Path parent) {
    ProgramAdapters adapters = new ProgramAdapters();
    SampleFiles sample = new SampleFiles(new BuiltInConfig());
    Path upstream = parent.resolve("upstream");
    adapters.createRepository(upstream);
    for (String version : sample.releases()) {
      adapters.commitAll(
          upstream,
          sample.release(version).under(HeaderPath.of("xen/include/public")),
          "Release " + version,
          DATE,
          Optional.of(version));
    }
    Path os = parent.resolve("os");
    adapters.createRepository(os);
    adapters.commitAll(os, sample.trunk(), "Headers", DATE, Optional.empty());
  }

  /** The sample's tree, taken over, with the releases on the vendor branch. */
  static TeamRepository imported(Path parent, String... releases) {
    TeamRepository team = new TeamRepository(parent.resolve("os"));
    Template.fill(
        parent,
        "imported " + String.join(" ", releases),
        folder -> {
          sample(folder);
          team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
          for (String release : releases) {
            team.importRelease(release).exits(0);
          }
        });
    return team;
  }

  /** A repository without a commit. */
  static TeamRepository empty(Path folder) {
    new ProgramAdapters().createRepository(folder);
    return new TeamRepository(folder);
  }

  Path folder() {
    return folder;
  }

  Git git() {
    return git;
  }

  String git(String... arguments) {
    return git.run(arguments);
  }

  List<String> lines(String... arguments) {
    return git.lines(arguments);
  }

  Run xenvendor(String... arguments) {
    return xenvendor("", arguments);
  }

  /** Runs the program with a text in Latin-1 as its input. */
  Run xenvendor(String input, String[] arguments) {
    return run(System.getenv(), input, arguments);
  }

  /** Runs the program where there is no C compiler. */
  Run withoutCompiler(String... arguments) {
    return withCompiler("/no/compiler", arguments);
  }

  /** Runs the program where {@code CC} names another compiler. */
  Run withCompiler(String named, String... arguments) {
    return run(Map.of("CC", named), "", arguments);
  }

  /** Runs the program with an input, and git's editor. */
  Run withEditor(String editor, String input, String... arguments) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("GIT_EDITOR", editor);
    return run(environment, input, arguments);
  }

  private Run run(Map<String, String> environment, String input, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-C", folder.toString()));
    all.addAll(List.of(arguments));
    return Programs.xenvendor(environment, input.getBytes(ISO_8859_1), all);
  }

  /** What a command says in JSON, however it ends. */
  JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    return xenvendor(all.toArray(String[]::new)).json();
  }

  Run importRelease(String version, String... more) {
    List<String> all = new ArrayList<>(List.of("import", version, "--from", "../upstream"));
    all.addAll(List.of(more));
    return xenvendor(all.toArray(String[]::new));
  }

  /** Merges a release; every conflict is settled by one side's whole file. */
  void merge(String version, String side, String... options) {
    List<String> all = new ArrayList<>(List.of("merge", version));
    all.addAll(List.of(options));
    Run merge = xenvendor(all.toArray(String[]::new));
    if (merge.exit() == ExitCode.DONE) {
      return;
    }
    merge.exits(ExitCode.FINDING);
    for (JsonNode conflict : json("conflicts").get("conflicts")) {
      xenvendor("resolve", conflict.get("path").asText(), "--take", side).exits(0);
    }
    xenvendor("merge", "--continue").exits(0);
  }

  /** What the next merge would do without resolutions, in everything but the commits' ids. */
  String prediction() {
    return json("merge", "--dry-run", "--no-reuse").toPrettyString();
  }

  void write(String path, String text) {
    Path file = folder.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String path) {
    try {
      return Files.readString(folder.resolve(path), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  void commitAll(String message) {
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  String id(String revision) {
    return git("rev-parse", "--verify", revision);
  }

  /** A clone as a colleague makes it, with the same identity. */
  TeamRepository clone(Path target, String... options) {
    List<String> arguments = new ArrayList<>(List.of("clone", "-q"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of(".", target.toString()));
    git(arguments.toArray(String[]::new));
    TeamRepository clone = new TeamRepository(target);
    clone.git("config", "user.name", "Colleague");
    clone.git("config", "user.email", "colleague@example.org");
    return clone;
  }

  /** Writes a text as a blob, and returns its id. */
  String hash(String text) {
    Git.Ran ran = git().attempt(text.getBytes(ISO_8859_1), "hash-object", "-w", "--stdin");
    return ran.out().strip();
  }

  /** The state without the ref that keeps resolutions, which {@code resolve --undo} leaves. */
  String stateButResolutions() {
    return state().replaceAll("\nrefs/xenvendor/resolutions/\\S+ [0-9a-f]{40}", "");
  }

  /** Every ref, HEAD, the index and the work tree: what a command that fails must leave alone. */
  String state() {
    String refs =
        git("for-each-ref", "--format=%(refname) %(objectname)") + git("rev-parse", "HEAD");
    if (git("rev-parse", "--is-bare-repository").equals("true")) {
      return refs;
    }
    return refs + "\n" + git("ls-files", "-s") + "\n" + files();
  }

  private String files() {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> paths = Files.walk(folder)) {
      Path hidden = folder.resolve(".git");
      for (Path path :
          paths.filter(p -> !p.startsWith(hidden) && Files.isRegularFile(p)).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(path);
        text.append(folder.relativize(path)).append(' ');
        text.append(bytes.length).append(' ').append(Arrays.hashCode(bytes)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The blobs of the headers in a commit. */
  Map<String, String> headers(String commit) {
    return git.blobs(commit + ":" + PREFIX);
  }
}
