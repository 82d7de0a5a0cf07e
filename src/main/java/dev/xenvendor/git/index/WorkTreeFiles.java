package dev.xenvendor.git.index;

import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.dircache.DirCacheCheckout.CheckoutMetadata;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeOptions;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/** The files of a work tree, with line endings and filters as git's attributes have them. */
public final class WorkTreeFiles {

  /** The conversion of one path's content into that of a work tree file. */
  private record Checkout(
      FileMode mode, ObjectId blob, CheckoutMetadata metadata, WorkTreeConversion conversion) {}

  private final Repository jgit;
  private final Path root;
  private final WorkingTreeOptions options;

  public WorkTreeFiles(Repository jgit) {
    this.jgit = jgit;
    this.root = jgit.getWorkTree().toPath();
    this.options = jgit.getConfig().get(WorkingTreeOptions.KEY);
  }

  public Path at(HeaderPath path) {
    return root.resolve(path.value());
  }

  /** Returns whether the file system knows the attributes of a view of that name. */
  boolean supportsView(String name) {
    return root.getFileSystem().supportedFileAttributeViews().contains(name);
  }

  public boolean exists(HeaderPath path) {
    return Files.exists(at(path), LinkOption.NOFOLLOW_LINKS);
  }

  public Optional<byte[]> read(HeaderPath path) throws IOException {
    Path file = at(path);
    if (Files.isSymbolicLink(file)) {
      return Optional.of(Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
    }
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** The bytes that the files of a tree have in the work tree, for the given paths. */
  public Map<HeaderPath, byte[]> contents(ObjectId tree, Set<HeaderPath> paths) throws IOException {
    return contents(tree, paths, Map.of());
  }

  /**
   * The same.
   *
   * @param known files of the tree, which need not be read where their bytes are at hand
   */
  public Map<HeaderPath, byte[]> contents(
      ObjectId tree, Set<HeaderPath> paths, Map<HeaderPath, Optional<HeaderFile>> known)
      throws IOException {
    Map<HeaderPath, byte[]> contents = new HashMap<>();
    for (Map.Entry<HeaderPath, Checkout> entry : checkouts(tree, paths).entrySet()) {
      HeaderPath path = entry.getKey();
      Checkout checkout = entry.getValue();
      Optional<HeaderFile> file =
          known.getOrDefault(path, Optional.empty()).filter(HeaderFile::isAtHand);
      ObjectLoader stored =
          file.isPresent()
              ? new ObjectLoader.SmallObject(Constants.OBJ_BLOB, file.get().bytes())
              : jgit.open(checkout.blob());
      contents.put(path, content(path, checkout, stored));
    }
    return contents;
  }

  private Map<HeaderPath, Checkout> checkouts(ObjectId tree, Set<HeaderPath> paths)
      throws IOException {
    Map<HeaderPath, Checkout> checkouts = new HashMap<>();
    if (paths.isEmpty()) {
      return checkouts;
    }
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKOUT_OP);
      walk.setRecursive(true);
      walk.addTree(tree);
      walk.setFilter(
          PathFilterGroup.createFromStrings(paths.stream().map(HeaderPath::value).toList()));
      while (walk.next()) {
        CheckoutMetadata metadata =
            new CheckoutMetadata(walk.getCheckoutEolStreamType(0), walk.getSmudgeCommand(0));
        checkouts.put(
            new HeaderPath(walk.getPathString()),
            new Checkout(
                walk.getFileMode(0),
                walk.getObjectId(0),
                metadata,
                WorkTreeConversion.of(walk.getAttributes())));
      }
    }
    return checkouts;
  }

  private byte[] content(HeaderPath path, Checkout checkout, ObjectLoader stored)
      throws IOException {
    if (FileMode.SYMLINK.equals(checkout.mode().getBits())) {
      return stored.getBytes();
    }
    WorkTreeConversion conversion = checkout.conversion();
    ObjectLoader blob = stored;
    if (conversion.ident()) {
      byte[] expanded = conversion.expanded(stored.getBytes(), checkout.blob());
      blob = new ObjectLoader.SmallObject(Constants.OBJ_BLOB, expanded);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DirCacheCheckout.getContent(jgit, path.value(), checkout.metadata(), blob, options, out);
    return conversion.encoded(out.toByteArray());
  }

  /** Writes a file aside and puts it in its place, so that no half-written one is ever there. */
  public void write(HeaderPath path, FileMode mode, byte[] content) throws IOException {
    Path aside = RepositoryLock.folder(jgit).resolve("stage").resolve("0");
    stage(aside, mode, content);
    place(aside, path);
    Files.delete(aside.getParent());
  }

  /** Writes a file next to nothing it could disturb, ready to be put in its place. */
  public void stage(Path staged, FileMode mode, byte[] content) throws IOException {
    Files.createDirectories(staged.getParent());
    Files.deleteIfExists(staged);
    if (FileMode.SYMLINK.equals(mode.getBits())
        && options.getSymLinks() != org.eclipse.jgit.lib.CoreConfig.SymLinks.FALSE) {
      Files.createSymbolicLink(staged, Path.of(new String(content, StandardCharsets.UTF_8)));
      return;
    }
    Files.write(staged, content);
    if (FileMode.EXECUTABLE_FILE.equals(mode.getBits()) && options.isFileMode()) {
      makeExecutable(staged);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    PosixFilePermission[] all = PosixFilePermission.values();
    // The constants come as read, write, execute for owner, group and others.
    for (int who = 0; who < all.length; who += 3) {
      if (permissions.contains(all[who])) {
        permissions.add(all[who + 2]);
      }
    }
    Files.setPosixFilePermissions(file, permissions);
  }

  /** Puts a staged file in its place, in one step where the file system can. */
  public void place(Path staged, HeaderPath path) throws IOException {
    Path target = at(path);
    Files.createDirectories(target.getParent());
    try {
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // Git's own folder is on another file system: copy near, then move.
      Path near = target.resolveSibling("." + target.getFileName() + ".xenvendor");
      Files.move(staged, near, StandardCopyOption.REPLACE_EXISTING);
      Files.move(near, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Deletes a file, and the folders that it leaves empty. */
  public void delete(HeaderPath path) throws IOException {
    Files.deleteIfExists(at(path));
    for (Optional<HeaderPath> folder = path.parent();
        folder.isPresent();
        folder = folder.get().parent()) {
      try {
        Files.deleteIfExists(at(folder.get()));
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  /** Returns whether the work tree has exactly this content at the path; empty means no file. */
  public boolean holds(HeaderPath path, byte @org.jspecify.annotations.Nullable [] content)
      throws IOException {
    Optional<byte[]> now = read(path);
    return content == null
        ? !exists(path)
        : now.filter(bytes -> Arrays.equals(bytes, content)).isPresent();
  }
}
