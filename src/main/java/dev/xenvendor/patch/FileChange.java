package dev.xenvendor.patch;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A change made file by file. */
public non-sealed interface FileChange extends Change {

  FileSelection files();

  FileEdit edit(FileInTree file);

  @Override
  default Set<HeaderPath> namedFiles() {
    return files().named();
  }

  @Override
  default Optional<HeaderPath> onlyFile() {
    return files().single();
  }

  @Override
  default boolean isPerFile() {
    return true;
  }

  @Override
  default String sentence() {
    return "In " + files().words() + ", " + summary();
  }

  @Override
  default boolean mayTouch(Set<HeaderPath> files) {
    return files().mayMean(files);
  }

  @Override
  default ChangeOutcome apply(PatchTarget target) {
    SortedMap<HeaderPath, FileEdit> edits = new TreeMap<>();
    Map<HeaderPath, HeaderFile> changed = new HashMap<>();
    List<HeaderPath> meant = files().in(target.tree(), target.moved());
    for (HeaderPath path : meant) {
      HeaderFile file = target.tree().get(path).orElseThrow();
      if (target.leftOut().contains(path) || !file.mode().isFile()) {
        continue;
      }
      FileEdit edit = edit(target.file(path));
      edits.put(path, edit);
      if (edit instanceof FileEdit.Changed change) {
        changed.put(path, HeaderFile.of(file.mode(), change.text()));
      }
    }
    files()
        .single()
        .filter(path -> edits.isEmpty() && !target.leftOut().contains(path))
        .filter(path -> meant.stream().noneMatch(target.leftOut()::contains))
        .ifPresent(path -> edits.put(path, new FileEdit.Impossible("there is no such file")));
    return new ChangeOutcome(target.tree().with(changed), edits);
  }
}
