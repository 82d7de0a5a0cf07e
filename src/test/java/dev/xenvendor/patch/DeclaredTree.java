package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.git.HistogramLineDiff;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.vendor.Version;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A release and a tree that comes from it, whose edits are declared. */
record DeclaredTree(HeaderTree published, HeaderTree local) {

  private static final Version RELEASE = new Version("3.1.0");

  static DeclaredTree of(Map<String, String> published, Map<String, String> local) {
    return new DeclaredTree(tree(published), tree(local));
  }

  /** Of one header. */
  static DeclaredTree of(String published, String local) {
    return of(Map.of("a.h", published), Map.of("a.h", local));
  }

  static HeaderTree tree(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    texts.forEach(
        (path, text) ->
            files.put(
                HeaderPath.of(path),
                HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1))));
    return HeaderTree.of(files);
  }

  /** What is proposed, as it is read from the files that it is written to. */
  PatchSet declared() {
    return declared(PatchSet.NONE);
  }

  PatchSet declared(PatchSet already) {
    PatchSet proposed =
        new ResidueDeclarer(RELEASE, published, local, Map.of(), new HistogramLineDiff())
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

  Residue residue(PatchSet patches) {
    return Residue.of(patches, RELEASE, published, local, Map.of(), new HistogramLineDiff());
  }
}
