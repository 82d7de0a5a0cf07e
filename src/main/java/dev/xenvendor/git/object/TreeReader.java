package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.ConfiguredRepository;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderFolder;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads git trees as header trees; a file's bytes are fetched on demand. */
public final class TreeReader {

  private static final int EXECUTABLE_BY_OWNER = 0100;

  private static final int MOST_REMEMBERED = 2;

  private final Repository repository;

  /** A merge asks again and again for trunk's headers, and for those of two releases. */
  private final Map<ObjectId, HeaderTree> lastRead =
      new LinkedHashMap<>(MOST_REMEMBERED, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, HeaderTree> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  public TreeReader(Repository repository) {
    this.repository = repository;
  }

  /** All the files of a tree. A folder of it is read when something in it is asked for. */
  public HeaderTree read(AnyObjectId tree) {
    return HeaderTree.of(new StoredFolder(tree.toObjectId(), this::bytes, this::file, this::list));
  }

  /** Notes the files of a tree: what a partial clone lacks of them is fetched at once. */
  private void list(HeaderFolder root) {
    if (repository instanceof ConfiguredRepository own) {
      own.list(
          () ->
              HeaderTree.of(root).files().values().stream()
                  .filter(file -> file.mode() != FileMode.GITLINK)
                  .map(file -> GitRepository.jgitId(file.id()))
                  .collect(Collectors.toSet()));
    }
  }

  /** The content of a tree object. */
  private byte[] bytes(ObjectId tree) {
    try (ObjectReader reader = repository.newObjectReader()) {
      return reader.open(tree, Constants.OBJ_TREE).getCachedBytes(Integer.MAX_VALUE);
    } catch (IOException e) {
      throw GitRepository.failed("read tree " + tree.name(), e);
    }
  }

  /** The first path of a tree that is not UTF-8, and so cannot be told from others as text. */
  Optional<String> nameThatIsNotUtf8(AnyObjectId tree) {
    try (ObjectReader reader = repository.newObjectReader();
        TreeWalk walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      walk.addTree(tree);
      while (walk.next()) {
        byte[] raw = walk.getRawPath();
        String decoded = new String(raw, StandardCharsets.UTF_8);
        if (!Arrays.equals(raw, decoded.getBytes(StandardCharsets.UTF_8))) {
          return Optional.of(decoded);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw GitRepository.failed("read tree " + tree.name(), e);
    }
  }

  /** The files below a folder of a tree, as seen from that folder; none where it is missing. */
  public HeaderTree read(AnyObjectId tree, HeaderPath folder) {
    return folderIn(tree, folder)
        .map(id -> lastRead.computeIfAbsent(id, this::read))
        .orElse(HeaderTree.EMPTY);
  }

  /** The id of a folder in a tree. */
  Optional<ObjectId> folderIn(AnyObjectId tree, HeaderPath folder) {
    return entry(tree, folder)
        .filter(walk -> isTree(walk.getRawMode(0)))
        .map(walk -> walk.getObjectId(0));
  }

  public Optional<HeaderFile> fileIn(AnyObjectId tree, HeaderPath path) {
    return entry(tree, path).filter(walk -> !isTree(walk.getRawMode(0))).map(walk -> file(walk, 0));
  }

  private Optional<TreeWalk> entry(AnyObjectId tree, HeaderPath path) {
    try (ObjectReader reader = repository.newObjectReader()) {
      return Optional.ofNullable(TreeWalk.forPath(reader, path.value(), tree));
    } catch (IOException e) {
      throw GitRepository.failed("read tree " + tree.name(), e);
    }
  }

  public HeaderFile file(TreeWalk walk, int side) {
    return file(modeOf(walk.getFileMode(side)), walk.getObjectId(side));
  }

  public HeaderFile file(FileMode mode, ObjectId id) {
    return HeaderFile.stored(mode, GitRepository.idOf(id), new Blob(id));
  }

  public HeaderFile file(FileMode mode, GitId id) {
    return HeaderFile.stored(mode, id, new Blob(GitRepository.jgitId(id)));
  }

  private static boolean isTree(int rawMode) {
    return org.eclipse.jgit.lib.FileMode.TREE.equals(rawMode);
  }

  public static FileMode modeOf(org.eclipse.jgit.lib.FileMode mode) {
    int type = mode.getBits() & org.eclipse.jgit.lib.FileMode.TYPE_MASK;
    return switch (type) {
      case org.eclipse.jgit.lib.FileMode.TYPE_GITLINK -> FileMode.GITLINK;
      case org.eclipse.jgit.lib.FileMode.TYPE_SYMLINK -> FileMode.SYMLINK;
      case org.eclipse.jgit.lib.FileMode.TYPE_FILE ->
          (mode.getBits() & EXECUTABLE_BY_OWNER) == 0 ? FileMode.REGULAR : FileMode.EXECUTABLE;
      default -> throw new IllegalArgumentException("not the mode of a file: " + mode);
    };
  }

  public static org.eclipse.jgit.lib.FileMode jgitMode(FileMode mode) {
    return switch (mode) {
      case REGULAR -> org.eclipse.jgit.lib.FileMode.REGULAR_FILE;
      case EXECUTABLE -> org.eclipse.jgit.lib.FileMode.EXECUTABLE_FILE;
      case SYMLINK -> org.eclipse.jgit.lib.FileMode.SYMLINK;
      case GITLINK -> org.eclipse.jgit.lib.FileMode.GITLINK;
    };
  }

  /** The bytes of a file, as the repository keeps them. */
  private final class Blob implements HeaderFile.Content {

    private final ObjectId id;

    Blob(ObjectId id) {
      this.id = id;
    }

    @Override
    public byte[] bytes() {
      try {
        return open().getCachedBytes(Integer.MAX_VALUE);
      } catch (IOException e) {
        throw GitRepository.failed("read object " + id.name(), e);
      }
    }

    @Override
    public long size() {
      return open().getSize();
    }

    private ObjectLoader open() {
      try {
        return repository.open(id);
      } catch (MissingObjectException e) {
        throw GitRepository.failed("read object " + id.name() + ", which the repository lacks", e)
            .hint("the clone may be partial or damaged; check it: git fsck");
      } catch (IOException e) {
        throw GitRepository.failed("read object " + id.name(), e);
      }
    }
  }
}
