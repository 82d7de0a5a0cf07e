package dev.xenvendor.tree;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The names at which two folders do not have the same.
 *
 * @param files names of different files, or of a file that only one folder has
 * @param folders names of folders that are not known to be the same
 */
public record FolderDifference(Collection<String> files, Collection<String> folders) {

  private static final FolderDifference NONE = new FolderDifference(List.of(), List.of());

  /** Compares two folders. */
  static FolderDifference between(HeaderFolder here, HeaderFolder there) {
    if (here.isKnownToBe(there)) {
      return NONE;
    }
    HeaderFolder before = EditedFolder.before(here);
    HeaderFolder thereBefore = EditedFolder.before(there);
    if (before.equals(here) && thereBefore.equals(there)) {
      return here.differences(there);
    }
    // What neither edited is as different as it was before.
    FolderDifference unedited = between(before, thereBefore);
    Set<String> files = new LinkedHashSet<>(unedited.files());
    Set<String> folders = new LinkedHashSet<>(unedited.folders());
    for (HeaderFolder folder : List.of(here, there)) {
      files.addAll(EditedFolder.editedFiles(folder));
      folders.addAll(EditedFolder.editedFolders(folder));
    }
    return of(files, folders, here, there);
  }

  /** Compares two folders by all the names that either has. */
  static FolderDifference byName(HeaderFolder here, HeaderFolder there) {
    return of(
        together(here, there, folder -> folder.files().keySet()),
        together(here, there, folder -> folder.folders().keySet()),
        here,
        there);
  }

  private static Set<String> together(
      HeaderFolder here, HeaderFolder there, Function<HeaderFolder, Set<String>> names) {
    Set<String> all = new LinkedHashSet<>(names.apply(here));
    all.addAll(names.apply(there));
    return all;
  }

  private static FolderDifference of(
      Set<String> files, Set<String> folders, HeaderFolder here, HeaderFolder there) {
    files.removeIf(name -> here.file(name).equals(there.file(name)));
    folders.removeIf(name -> isKnownToBe(here.folder(name), there.folder(name)));
    return new FolderDifference(files, folders);
  }

  private static boolean isKnownToBe(Optional<HeaderFolder> here, Optional<HeaderFolder> there) {
    return (here.isPresent() && there.isPresent())
        ? here.get().isKnownToBe(there.get())
        : here.isEmpty() && there.isEmpty();
  }
}
