package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderFolder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/** A folder as a tree object of a repository has it; the object is read when it is needed. */
final class StoredFolder implements HeaderFolder {

  /** The entries of a tree object. */
  private record Content(Map<String, HeaderFile> files, Map<String, HeaderFolder> folders) {}

  private final ObjectId tree;
  private final Optional<GitId> id;
  private final Function<ObjectId, byte[]> objects;
  private final BiFunction<dev.xenvendor.tree.FileMode, ObjectId, HeaderFile> file;
  private final Consumer<HeaderFolder> whenRead;
  private @Nullable Content content;

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
  public Optional<GitId> knownId() {
    return id;
  }

  private Content content() {
    Content known = content;
    if (known == null) {
      known = read();
      content = known;
      whenRead.accept(this);
    }
    return known;
  }

  private Content read() {
    Map<String, HeaderFile> files = new LinkedHashMap<>();
    Map<String, HeaderFolder> folders = new LinkedHashMap<>();
    CanonicalTreeParser parser = new CanonicalTreeParser();
    for (parser.reset(objects.apply(tree)); !parser.eof(); parser.next()) {
      FileMode mode = parser.getEntryFileMode();
      String name = parser.getEntryPathString();
      if (FileMode.TREE.equals(mode.getBits())) {
        folders.put(name, new StoredFolder(parser.getEntryObjectId(), objects, file, inner -> {}));
      } else {
        files.put(name, file.apply(TreeReader.modeOf(mode), parser.getEntryObjectId()));
      }
    }
    return new Content(files, folders);
  }
}
