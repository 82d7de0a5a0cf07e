package dev.xenvendor.git.repository;

import dev.xenvendor.git.config.QuietSystemReader;
import dev.xenvendor.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Refuses a repository that another user owns, before its configuration is applied: filters, hooks
 * and signing programs named there would run.
 *
 * @see <a href="https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory">
 *     safe.directory</a>
 */
final class RepositoryOwner {

  private static final int ROOT = 0;

  private RepositoryOwner() {}

  /**
   * @param gitFolder git's own folder, as it was found from the folder below
   * @param folder where the search began
   */
  static void requireTrusted(File gitFolder, Path folder) {
    Optional<Path> workTree = workTree(folder.toAbsolutePath().normalize(), gitFolder);
    Path named = workTree.orElseGet(gitFolder::toPath).toAbsolutePath().normalize();
    if (workTree.isEmpty() && Files.isDirectory(gitFolder.toPath().resolve("objects"))) {
      requireBareAllowed(named);
    }
    List<Path> owned = new ArrayList<>(List.of(gitFolder.toPath()));
    workTree.ifPresent(root -> owned.addAll(List.of(root, root.resolve(Constants.DOT_GIT))));
    if (!owned.stream().allMatch(RepositoryOwner::isOwn) && !isDeclaredSafe(named)) {
      throw Problem.repository("the repository at " + named + " belongs to another user")
          .hint("if you trust its owner: git config --global --add safe.directory " + named);
    }
  }

  /** The folder above with a {@code .git} in it, where that is what was found. */
  private static Optional<Path> workTree(Path folder, File gitFolder) {
    return Stream.iterate(folder, above -> above != null, Path::getParent)
        .filter(above -> Files.exists(above.resolve(Constants.DOT_GIT)))
        .findFirst()
        .filter(above -> !gitFolder.toPath().equals(above));
  }

  private static void requireBareAllowed(Path gitFolder) {
    if ("explicit".equalsIgnoreCase(trusted().getString("safe", null, "bareRepository"))) {
      throw Problem.repository(
              "the bare repository at " + gitFolder + " was not named (safe.bareRepository)")
          .hint("GIT_DIR=" + gitFolder + " xenvendor …");
    }
  }

  private static boolean isOwn(Path path) {
    return !isAssumedToBeOthers() && isMine(path);
  }

  /** Set by git's tests and by this project's, which run as one user. */
  private static boolean isAssumedToBeOthers() {
    String assumed = SystemReader.getInstance().getenv("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    return assumed != null && assumed.matches("(?i)1|true|yes|on");
  }

  private static boolean isMine(Path path) {
    return ownerOf(path).equals(me(path)) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<Integer> ownerOf(Path path) {
    try {
      Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return Optional.of((Integer) owner);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty(); // a file system without owners
    }
  }

  /** The user that git takes one for: under {@code sudo} root's own files count as well. */
  private static Optional<Integer> me(Path path) {
    Optional<Integer> me = ProcessUser.id().or(RepositoryOwner::ownerOfNewFile);
    String sudo = SystemReader.getInstance().getenv("SUDO_UID");
    boolean asRoot = me.filter(uid -> uid == ROOT).isPresent();
    return asRoot && sudo != null && sudo.matches("\\d{1,9}") && ownerOf(path).isPresent()
        ? ownerOf(path).filter(uid -> uid == ROOT).or(() -> Optional.of(Integer.valueOf(sudo)))
        : me.filter(uid -> ownerOf(path).isPresent());
  }

  private static Optional<Integer> ownerOfNewFile() {
    try {
      Path file = Files.createTempFile("xenvendor", ".owner");
      try {
        return ownerOf(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isDeclaredSafe(Path named) {
    boolean safe = false;
    for (String value : trusted().getStringList("safe", null, "directory")) {
      // An empty value undoes what was said before.
      safe = value != null && !value.isEmpty() && (safe || covers(value, named));
    }
    return safe;
  }

  private static boolean covers(String value, Path named) {
    if (value.equals("*")) {
      return true;
    }
    boolean below = value.endsWith("/*");
    String text = below ? value.substring(0, value.length() - 2) : value;
    Path path =
        text.startsWith("~/")
            ? FS.DETECTED.userHome().toPath().resolve(text.substring(2))
            : Path.of(text);
    return Stream.of(path.normalize(), real(path))
        .anyMatch(
            safe ->
                Stream.of(named, real(named))
                    .anyMatch(n -> below ? n.startsWith(safe) : n.equals(safe)));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  /**
   * Returns what the system, the user and the command say; the repository itself must not be asked.
   */
  private static Config trusted() {
    try {
      Config user = SystemReader.getInstance().getUserConfig();
      Config command = new Config(user);
      command.fromText(QuietSystemReader.commandText());
      return command;
    } catch (IOException | ConfigInvalidException e) {
      throw Problem.repository("cannot read git's configuration: " + e.getMessage())
          .hint("git config --list --show-origin shows the file that contains it")
          .because(e);
    }
  }
}
