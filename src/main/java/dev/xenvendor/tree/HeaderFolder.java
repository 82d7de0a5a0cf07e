package dev.xenvendor.tree;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of a header tree, which may be fetched on demand. Two folders with the same id need no
 * look into either.
 */
public interface HeaderFolder {

  /** Returns the files directly in the folder by name, in the order of the names. */
  Map<String, HeaderFile> files();

  /** Returns the folders directly in the folder by name, ordered as if each name ended in /. */
  Map<String, HeaderFolder> folders();

  /** Returns the file of a name directly in the folder. */
  default Optional<HeaderFile> file(String name) {
    return Optional.ofNullable(files().get(name));
  }

  /** Returns the folder of a name directly in the folder. */
  default Optional<HeaderFolder> folder(String name) {
    return Optional.ofNullable(folders().get(name));
  }

  /** Returns the git tree id, as far as it is known without a look into the folder. */
  Optional<GitId> knownId();

  /** Returns how many files are in the folder and below it. */
  default int size() {
    return files().size() + folders().values().stream().mapToInt(HeaderFolder::size).sum();
  }

  /** Returns whether there is no file in the folder or below it. */
  default boolean isEmpty() {
    return files().isEmpty() && folders().values().stream().allMatch(HeaderFolder::isEmpty);
  }

  /** Returns whether there is no file in the folder or below it but those of some names. */
  default boolean isEmptyBut(Set<String> fileNames, Set<String> folderNames) {
    return fileNames.containsAll(files().keySet())
        && folders().entrySet().stream()
            .allMatch(
                folder -> folderNames.contains(folder.getKey()) || folder.getValue().isEmpty());
  }

  /** Returns the names at which this folder and another do not have the same. */
  default FolderDifference differences(HeaderFolder other) {
    return FolderDifference.byName(this, other);
  }

  /** Returns whether both are known to hold the same files, without a look into them. */
  default boolean isKnownToBe(HeaderFolder other) {
    return equals(other) || (knownId().isPresent() && knownId().equals(other.knownId()));
  }
}
