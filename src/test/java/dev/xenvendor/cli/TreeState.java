package dev.xenvendor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a repository holds, as a text that can be compared. */
final class TreeState {

  private final TestTree tree;

  TreeState(TestTree tree) {
    this.tree = tree;
  }

  /** Everything that a refused command must leave alone. */
  String state() {
    return "refs\n"
        + tree.git("for-each-ref", "--format=%(refname) %(objectname)")
        + "HEAD "
        + headText()
        + "status\n"
        + tree.git("--no-optional-locks", "status", "--porcelain", "--untracked-files=all")
        + "index "
        + digest(tree.gitFolder().resolve("index"))
        + "\nwaiting\n"
        + waiting()
        + "files\n"
        + files();
  }

  /**
   * What a command ended in; the same however often it was interrupted on the way. A run that was
   * killed may have recorded fewer resolutions.
   */
  String outcome() {
    return "refs\n"
        + tree.git(
            "for-each-ref",
            "--format=%(refname) %(objectname)",
            "refs/heads",
            "refs/tags",
            "refs/remotes",
            "refs/xenvendor/saved")
        + "HEAD "
        + headText()
        + "index\n"
        + tree.git("ls-files", "--stage")
        + "status\n"
        + tree.git("status", "--porcelain", "--untracked-files=all")
        + "waiting\n"
        + waiting()
        + "files\n"
        + files();
  }

  private String headText() {
    return text(tree.gitFolder().resolve("HEAD"));
  }

  /** The files by which git or this program know that something is under way, and all locks. */
  String waiting() {
    StringBuilder text = new StringBuilder();
    for (Path file : TestFiles.filesBelow(tree.gitFolder())) {
      String name = tree.gitFolder().relativize(file).toString();
      boolean ours = name.startsWith("xenvendor") && !name.equals("xenvendor/lock");
      boolean gits = name.matches("[A-Z_]+_(HEAD|MSG|MODE)|rebase-.*|sequencer.*|.*\\.lock");
      if (ours || (gits && !name.matches("ORIG_HEAD|FETCH_HEAD|COMMIT_EDITMSG"))) {
        text.append(name).append(' ').append(digest(file)).append('\n');
      }
    }
    return text.toString();
  }

  /** The files of the work tree with their modes. */
  String files() {
    StringBuilder text = new StringBuilder();
    for (Path file : TestFiles.filesBelow(tree.root())) {
      String name = tree.root().relativize(file).toString();
      if (!name.startsWith(".git/") && !name.equals(".git")) {
        text.append(mode(file)).append(' ').append(digest(file)).append(' ').append(name);
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String mode(Path file) {
    try {
      return Files.isSymbolicLink(file)
          ? "link"
          : PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      return "file";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return "none";
    }
    try {
      byte[] bytes =
          Files.isSymbolicLink(file)
              ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
              : Files.readAllBytes(file);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
