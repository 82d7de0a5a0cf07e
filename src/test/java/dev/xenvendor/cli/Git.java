package dev.xenvendor.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Native git in one folder: the oracle that the program is held against. */
final class Git {

  /** How a run of git ended; bytes are kept as Latin-1 characters. */
  record Ran(int exit, String out, String err) {}

  private final Path folder;

  Git(Path folder) {
    this.folder = folder;
  }

  /** Runs git, which must succeed, and returns what it printed, without the last line end. */
  String run(String... arguments) {
    Ran ran = attempt(arguments);
    assertThat(ran.exit()).as("git %s: %s%s", List.of(arguments), ran.out(), ran.err()).isZero();
    return ran.out().endsWith("\n") ? ran.out().substring(0, ran.out().length() - 1) : ran.out();
  }

  List<String> lines(String... arguments) {
    return run(arguments).lines().toList();
  }

  Ran attempt(String... arguments) {
    return attempt(new byte[0], arguments);
  }

  Ran attempt(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    environment(builder.environment());
    try {
      Process git = builder.start();
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> text(git.getErrorStream()));
      try (var in = git.getOutputStream()) {
        in.write(input);
      }
      String out = text(git.getInputStream());
      return new Ran(git.waitFor(), out, err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The same on every machine, whoever runs the tests. */
  private static void environment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_AUTHOR_NAME", "Someone Else");
    environment.put("GIT_AUTHOR_EMAIL", "else@example.org");
    environment.put("GIT_COMMITTER_NAME", "Someone Else");
    environment.put("GIT_COMMITTER_EMAIL", "else@example.org");
    environment.put("GIT_MERGE_AUTOEDIT", "no");
    environment.put("GIT_EDITOR", "true");
    environment.put("LC_ALL", "C");
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blob of every path below a tree-ish. */
  Map<String, String> blobs(String treeish) {
    Map<String, String> blobs = new TreeMap<>();
    for (String line : lines("ls-tree", "-r", treeish)) {
      String[] parts = line.split("[ \t]", 4);
      blobs.put(parts[3], parts[2]);
    }
    return blobs;
  }

  /** A commit of a tree, for merges that only look at trees. */
  String commit(String tree, String... parents) {
    List<String> arguments = new ArrayList<>(List.of("commit-tree", "-m", "tree", tree));
    for (String parent : parents) {
      arguments.addAll(List.of("-p", parent));
    }
    return run(arguments.toArray(String[]::new));
  }

  /** What git makes of three trees. */
  Merged merge(String base, String local, String vendor) {
    String from = commit(base);
    Ran ran =
        attempt(
            "-c",
            "merge.directoryRenames=false", // a new file goes where upstream put it
            "merge-tree",
            "--write-tree",
            "--name-only",
            "--no-messages",
            commit(local, from),
            commit(vendor, from));
    assertThat(ran.exit()).as(ran.err()).isLessThanOrEqualTo(1);
    List<String> lines = ran.out().lines().toList();
    return new Merged(lines.get(0), lines.subList(1, lines.size()).stream().distinct().toList());
  }

  /** A merged tree, with the paths in it that conflict. */
  record Merged(String tree, List<String> conflicts) {}

  void requireSound() {
    Ran ran = attempt("fsck", "--strict", "--no-dangling");
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out() + ran.err()).doesNotContain("error", "warning", "missing");
  }
}
