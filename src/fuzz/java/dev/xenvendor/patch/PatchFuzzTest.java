package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.testing.Accepted;
import dev.xenvendor.testing.FuzzInput;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Local patches and the headers they change: a declaration and a header, {@code %%} between. */
final class PatchFuzzTest {

  private static final byte[] TEMPLATE =
      "#include \"${from}\"\n".getBytes(StandardCharsets.US_ASCII);

  /** A diff may describe a text in which it fits again; every other change is made once. */
  @FuzzTest
  void aSecondApplicationChangesNothing(byte[] input) {
    FuzzInput parts = FuzzInput.of(input);
    Optional<LocalPatch> patch =
        Accepted.of(
            () -> PatchYaml.read("patch.yaml", parts.first(), name -> Optional.of(TEMPLATE)));
    if (patch.isEmpty()) {
      return;
    }
    Change change = patch.get().change();
    HeaderTree once = apply(change, tree(change, parts.second()));
    if (!(change instanceof TextPatch)) {
      assertThat(apply(change, once).files()).isEqualTo(once.files());
    }
  }

  private static HeaderTree tree(Change change, byte[] text) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    files.put(HeaderPath.of("a.h"), HeaderFile.regular(text));
    change.namedFiles().forEach(path -> files.put(path, HeaderFile.regular(text)));
    return HeaderTree.of(files);
  }

  private static HeaderTree apply(Change change, HeaderTree tree) {
    return change.apply(PatchTarget.of(tree)).tree();
  }
}
