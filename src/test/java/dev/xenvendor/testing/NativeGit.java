package dev.xenvendor.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The git program in a folder of its own: the oracle that results are held against. No
 * configuration of the machine or the user reaches it.
 */
public final class NativeGit {

  private static final Pattern VERSION =
      Pattern.compile("git version (\\d+)\\.(\\d+).*", Pattern.DOTALL);

  private final Path folder;

  /** A tree to be committed as the tip of a branch. */
  public record Commit(String branch, HeaderTree tree, Optional<String> parent) {

    public static Commit root(String branch, HeaderTree tree) {
      return new Commit(branch, tree, Optional.empty());
    }

    public static Commit on(String parent, String branch, HeaderTree tree) {
      return new Commit(branch, tree, Optional.of(parent));
    }
  }

  private NativeGit(Path folder) {
    this.folder = folder;
  }

  /** Git in a folder; the test is skipped where there is no git, or one that is too old. */
  public static NativeGit in(Path folder) {
    NativeGit git = new NativeGit(folder);
    assumeTrue(git.isNewEnough(), "git 2.38 or later is not installed");
    return git;
  }

  /** Git in a bare repository made in a folder. */
  public static NativeGit inRepository(Path folder) {
    NativeGit git = in(folder);
    git.run("init", "--quiet", "--bare", ".");
    return git;
  }

  /** Git in a repository made in a folder, where somebody may commit. */
  public static NativeGit inWorkTree(Path folder) {
    NativeGit git = in(folder);
    git.run("init", "--quiet");
    git.run("config", "user.name", "A");
    git.run("config", "user.email", "a@example.org");
    return git;
  }

  /** {@code merge-tree --write-tree} came with 2.38. */
  private boolean isNewEnough() {
    try {
      Matcher version = VERSION.matcher(run("--version"));
      return version.matches()
          && 100 * Integer.parseInt(version.group(1)) + Integer.parseInt(version.group(2)) >= 238;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** What git prints, a character a byte. */
  public String run(String... arguments) {
    return new String(run(new byte[0], arguments), StandardCharsets.ISO_8859_1);
  }

  /** What git prints when it is given the input; exit code 1 only tells of differences. */
  public byte[] run(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Path in = Files.createTempFile(folder, "git", ".in");
      Path out = Files.createTempFile(folder, "git", ".out");
      Path err = Files.createTempFile(folder, "git", ".err");
      try {
        Files.write(in, input);
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        isolate(builder.environment());
        int exit = builder.start().waitFor();
        if (exit > 1) {
          throw new IllegalStateException(command + ": " + Files.readString(err));
        }
        return Files.readAllBytes(out);
      } finally {
        Files.delete(in);
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void isolate(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("LC_ALL", "C");
  }

  /** Commits trees in the order given, all in one process. */
  public void commit(List<Commit> commits) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (Commit commit : commits) {
      line(stream, "commit refs/heads/" + commit.branch());
      line(stream, "committer Test <test@example.org> 1219190400 +0000");
      line(stream, "data 0");
      commit.parent().ifPresent(parent -> line(stream, "from refs/heads/" + parent));
      line(stream, "deleteall");
      commit.tree().files().forEach((path, file) -> file(stream, path, file));
    }
    run(stream.toByteArray(), "fast-import", "--quiet", "--force");
  }

  private static void file(ByteArrayOutputStream stream, HeaderPath path, HeaderFile file) {
    line(stream, "M " + file.mode().octal() + " inline " + path);
    line(stream, "data " + file.bytes().length);
    stream.writeBytes(file.bytes());
    line(stream, "");
  }

  private static void line(ByteArrayOutputStream stream, String line) {
    stream.writeBytes((line + '\n').getBytes(StandardCharsets.UTF_8));
  }
}
