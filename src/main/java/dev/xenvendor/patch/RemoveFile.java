package dev.xenvendor.patch;

import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file of upstream's that the operating system does not take in. */
public record RemoveFile(HeaderPath file) implements Change {

  private static final Key<HeaderPath> FILE = new Key<>("file", KeyType.PATH);

  public static final ChangeKind<RemoveFile> KIND =
      new ChangeKind<>(
          "remove-file",
          RemoveFile.class,
          "removes a file of upstream's that the tree does not use",
          new MappingType.Builder<RemoveFile>()
              .with(FILE, RemoveFile::file)
              .madeBy(in -> new RemoveFile(in.get(FILE))));

  @Override
  public ChangeKind<RemoveFile> kind() {
    return KIND;
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
      edits.put(file, new FileEdit.Holds());
      return new ChangeOutcome(target.tree(), edits);
    }
    if (!target.isAsPublished(there.get())) {
      edits.put(there.get(), new FileEdit.Impossible("it has local changes"));
      return new ChangeOutcome(target.tree(), edits);
    }
    edits.put(there.get(), new FileEdit.Removed());
    return new ChangeOutcome(target.tree().only(path -> !path.equals(there.get())), edits);
  }
}
