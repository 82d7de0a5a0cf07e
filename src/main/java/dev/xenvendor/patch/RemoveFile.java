package dev.xenvendor.patch;

import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file of upstream's that the operating system does not take in. */
public record RemoveFile(HeaderPath file) implements Change {

  @Override
  public String kind() {
    return "remove-file";
  }

  @Override
  public String summary() {
    return "removes " + file;
  }

  @Override
  public Set<HeaderPath> namedFiles() {
    return Set.of(file);
  }

  @Override
  public ChangeOutcome apply(PatchTarget target) {
    SortedMap<HeaderPath, FileEdit> edits = new TreeMap<>();
    Optional<HeaderPath> there = target.find(file).filter(path -> !target.leftOut().contains(path));
    if (there.isEmpty()) {
      edits.put(file, FileEdit.HOLDS);
      return new ChangeOutcome(target.tree(), edits);
    }
    if (!target.isAsPublished(there.get())) {
      edits.put(there.get(), new FileEdit.Impossible("it has changes of its own"));
      return new ChangeOutcome(target.tree(), edits);
    }
    edits.put(there.get(), new FileEdit.Removed());
    return new ChangeOutcome(target.tree().only(path -> !path.equals(there.get())), edits);
  }
}
