package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.file.PatchWriter;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.patch.propose.PatchSearch;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A release and a tree that comes from it, whose edits are declared. */
public record DeclaredTree(HeaderTree published, HeaderTree local) {

  private static final Version RELEASE = new Version("3.1.0");

  public static DeclaredTree of(Map<String, String> published, Map<String, String> local) {
    return new DeclaredTree(tree(published), tree(local));
  }

  /** Of one header. */
  public static DeclaredTree of(String published, String local) {
    return of(Map.of("a.h", published), Map.of("a.h", local));
  }

  public static HeaderTree tree(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    texts.forEach(
        (path, text) ->
            files.put(
                HeaderPath.of(path),
                HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1))));
    return HeaderTree.of(files);
  }

  /** What is proposed, as it is read from the files that it is written to. */
  public PatchSet declared() {
    return declared(PatchSet.NONE);
  }

  public PatchSet declared(PatchSet already) {
    PatchSet proposed =
        new PatchSearch(
                LocalCopy.of(RELEASE, published, local),
                Collections.emptySortedMap(),
                CEnvironment.system())
            .declare(already, path -> true);
    PatchSet read =
        new PatchSet(proposed.patches().stream().map(DeclaredTree::throughAFile).toList());
    assertThat(read.patches())
        .extracting(LocalPatch::change)
        .isEqualTo(proposed.patches().stream().map(LocalPatch::change).toList());
    return read;
  }

  private static LocalPatch throughAFile(LocalPatch patch) {
    return PatchYaml.read(patch.id() + ".yaml", PatchWriter.write(patch), name -> Optional.empty());
  }

  public Residue residue(PatchSet patches) {
    return Residue.of(patches, LocalCopy.of(RELEASE, published, local));
  }
}
