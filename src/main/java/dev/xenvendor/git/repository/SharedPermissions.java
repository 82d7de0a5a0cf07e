package dev.xenvendor.git.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;

/**
 * Gives what a run wrote into git's own folder the permissions that {@code core.sharedRepository}
 * asks for, whatever the user's umask: JGit only knows the umask.
 *
 * @see <a href="https://git-scm.com/docs/git-config#_variables">core.sharedRepository</a>
 */
public final class SharedPermissions {

  private static final String OCTAL = "0[0-7]{3}";
  private static final int GROUP = 0660;
  private static final int EVERYBODY = 0664;
  private static final int READ = 0444;
  private static final int WRITE = 0222;
  private static final int SET_GROUP = 02000;

  /** The permissions that are granted; none where only the umask counts. */
  private final int granted;

  /** Whether the permissions are set exactly, and not added to those of the umask. */
  private final boolean exact;

  private final Path folder;

  public SharedPermissions(Repository jgit) {
    this.folder = jgit.getCommonDirectory().toPath();
    String value = jgit.getConfig().getString("core", null, "sharedRepository");
    this.granted = granted(value);
    this.exact = value != null && value.matches(OCTAL);
  }

  private static int granted(@org.jspecify.annotations.Nullable String value) {
    return switch (value == null ? "" : value.toLowerCase(Locale.ROOT)) {
      case "group", "true", "yes", "on", "1" -> GROUP;
      case "all", "world", "everybody", "2" -> EVERYBODY;
      default -> value != null && value.matches(OCTAL) ? Integer.parseInt(value, 8) : 0;
    };
  }

  /** Grants them for every file and folder that was written since. */
  public void grant(Instant since) throws IOException {
    if (granted == 0 || !folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(since)) {
          grant(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void grant(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return;
    }
    int mode = (Integer) Files.getAttribute(file, "unix:mode") & 07777;
    int wanted = granted;
    if ((mode & 0200) == 0) {
      wanted &= ~WRITE; // a read-only file stays read-only
    }
    if (Files.isDirectory(file)) {
      wanted |= (wanted & READ) >> 2 | SET_GROUP;
    }
    int next = (exact ? mode & ~0777 : mode) | wanted;
    if (next != mode) {
      Files.setAttribute(file, "unix:mode", next);
    }
  }
}
