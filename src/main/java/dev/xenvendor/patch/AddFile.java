package dev.xenvendor.patch;

import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file of the operating system's own among the headers. */
public record AddFile(HeaderPath file, String content) implements Change {

  private static final Key<HeaderPath> FILE = new Key<>("file", KeyType.PATH);

  private static final Key<String> CONTENT = new Key<>("content", KeyType.BLOCK);

  public static final ChangeKind<AddFile> KIND =
      new ChangeKind<>(
          "add-file",
          AddFile.class,
          "adds a file of the tree's own among the headers",
          new MappingType.Builder<AddFile>()
              .with(FILE, AddFile::file)
              .with(CONTENT, AddFile::content)
              .madeBy(in -> new AddFile(in.get(FILE), in.get(CONTENT))));

  @Override
  public ChangeKind<AddFile> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return "adds " + file;
  }

  @Override
  public Set<HeaderPath> namedFiles() {
    return Set.of(file);
  }

  @Override
  public ChangeOutcome apply(PatchTarget target) {
    SortedMap<HeaderPath, FileEdit> edits = new TreeMap<>();
    if (target.leftOut().contains(file)) {
      return new ChangeOutcome(target.tree(), edits);
    }
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    if (target.tree().contains(file)) {
      boolean same = Arrays.equals(bytes, target.tree().get(file).orElseThrow().bytes());
      edits.put(file, same || !target.isAsPublished(file) ? new FileEdit.Holds() : taken());
      return new ChangeOutcome(target.tree(), edits);
    }
    Map<HeaderPath, HeaderFile> files = new HashMap<>(target.tree().files());
    files.put(file, HeaderFile.regular(bytes));
    edits.put(file, new FileEdit.Changed(bytes));
    return new ChangeOutcome(HeaderTree.of(files), edits);
  }

  private static FileEdit taken() {
    return new FileEdit.Impossible("upstream has a different file of that name");
  }
}
