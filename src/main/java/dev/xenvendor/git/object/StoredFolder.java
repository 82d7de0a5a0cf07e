package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.FolderDifference;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a tree object of a repository has it; the object is read when it is needed. Of a
 * large folder most files are never asked for, so that nothing is made of them before all are.
 */
final class StoredFolder implements HeaderFolder {

  /** The entries of a tree object. */
  private record Content(Map<String, HeaderFile> files, Map<String, HeaderFolder> folders) {}

  private final ObjectId tree;
  private final Optional<GitId> id;
  private final Function<ObjectId, byte[]> objects;
  private final BiFunction<dev.xenvendor.tree.FileMode, ObjectId, HeaderFile> file;
  private final Consumer<HeaderFolder> whenRead;
  private byte @Nullable [] object;
  private @Nullable Content content;

  /** The files that were asked for by name, as long as the content is not read. */
  private final Map<String, Optional<HeaderFile>> found = new ConcurrentHashMap<>();

  /**
   * @param objects reads a tree object
   * @param file makes a file of its mode and blob
   * @param whenRead is told when this folder, not one in it, is read
   */
  StoredFolder(
      ObjectId tree,
      Function<ObjectId, byte[]> objects,
      BiFunction<dev.xenvendor.tree.FileMode, ObjectId, HeaderFile> file,
      Consumer<HeaderFolder> whenRead) {
    this.tree = tree;
    this.id = Optional.of(GitRepository.idOf(tree));
    this.objects = objects;
    this.file = file;
    this.whenRead = whenRead;
  }

  @Override
  public Map<String, HeaderFile> files() {
    return content().files();
  }

  @Override
  public Map<String, HeaderFolder> folders() {
    return content().folders();
  }

  @Override
  public Optional<HeaderFile> file(String name) {
    Content known = content;
    return known != null
        ? Optional.ofNullable(known.files().get(name))
        : found.computeIfAbsent(name, this::find);
  }

  private Optional<HeaderFile> find(String name) {
    byte[] wanted = Constants.encode(name);
    for (CanonicalTreeParser entry = entries(); !entry.eof(); entry.next()) {
      int length = entry.getEntryPathLength();
      if (length == wanted.length
          && Arrays.equals(entry.getEntryPathBuffer(), 0, length, wanted, 0, length)
          && !isFolder(entry)) {
        return Optional.of(file(entry));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean isEmptyBut(Set<String> fileNames, Set<String> folderNames) {
    for (CanonicalTreeParser entry = entries(); !entry.eof(); entry.next()) {
      if (!isFolder(entry) && !fileNames.contains(entry.getEntryPathString())) {
        return false;
      }
    }
    return HeaderFolder.super.isEmptyBut(fileNames, folderNames);
  }

  @Override
  public FolderDifference differences(HeaderFolder other) {
    return other instanceof StoredFolder stored
        ? differences(entries(), stored.entries())
        : HeaderFolder.super.differences(other);
  }

  private static FolderDifference differences(CanonicalTreeParser here, CanonicalTreeParser there) {
    List<String> files = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    while (!here.eof() || !there.eof()) {
      int order = here.eof() ? 1 : there.eof() ? -1 : here.pathCompare(there);
      if (order != 0 || !isSame(here, there)) {
        CanonicalTreeParser at = order <= 0 ? here : there;
        (isFolder(at) ? folders : files).add(at.getEntryPathString());
      }
      if (order <= 0) {
        here.next();
      }
      if (order >= 0) {
        there.next();
      }
    }
    return new FolderDifference(files, folders);
  }

  /** Old trees hold modes that git no longer writes. */
  private static boolean isSame(CanonicalTreeParser here, CanonicalTreeParser there) {
    return here.idEqual(there)
        && (here.getEntryRawMode() == there.getEntryRawMode()
            || TreeReader.modeOf(here.getEntryFileMode())
                == TreeReader.modeOf(there.getEntryFileMode()));
  }

  @Override
  public Optional<GitId> knownId() {
    return id;
  }

  private Content content() {
    Content known = content;
    if (known == null) {
      known = read();
      content = known;
    }
    return known;
  }

  private Content read() {
    Map<String, HeaderFile> files = new LinkedHashMap<>();
    Map<String, HeaderFolder> folders = new LinkedHashMap<>();
    for (CanonicalTreeParser entry = entries(); !entry.eof(); entry.next()) {
      String name = entry.getEntryPathString();
      if (isFolder(entry)) {
        folders.put(name, new StoredFolder(entry.getEntryObjectId(), objects, file, inner -> {}));
      } else {
        Optional<HeaderFile> known = found.getOrDefault(name, Optional.empty());
        files.put(name, known.isPresent() ? known.get() : file(entry));
      }
    }
    return new Content(files, folders);
  }

  private HeaderFile file(CanonicalTreeParser entry) {
    return file.apply(TreeReader.modeOf(entry.getEntryFileMode()), entry.getEntryObjectId());
  }

  private static boolean isFolder(CanonicalTreeParser entry) {
    return FileMode.TREE.equals(entry.getEntryRawMode());
  }

  private CanonicalTreeParser entries() {
    byte[] known = object;
    if (known == null) {
      known = objects.apply(tree);
      object = known;
      whenRead.accept(this);
    }
    CanonicalTreeParser entries = new CanonicalTreeParser();
    entries.reset(known);
    return entries;
  }
}
