package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.c.include.TreeDefinitions;
import dev.xenvendor.c.token.HeaderStructure;
import dev.xenvendor.c.token.StructureFault;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Xen's own headers are well formed: what is told of them would be a false alarm. */
@NeedsXenGit
final class RealXenStructureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.0.2-branched",
        "3.1.0-branched",
        "3.3.0-branched",
        "RELEASE-4.0.0",
        "RELEASE-4.4.0",
        "RELEASE-4.8.0",
        "RELEASE-4.13.0",
        "RELEASE-4.17.0",
        "RELEASE-4.21.0"
      })
  void publishedHeadersHaveNoFaults(String tag) {
    List<String> faults = new ArrayList<>();
    XenGit.headers(tag)
        .forEach(
            (path, text) -> {
              if (HeaderStructure.isC(new HeaderPath(path))) {
                HeaderStructure.of(text.getBytes(StandardCharsets.ISO_8859_1)).faults().stream()
                    .map(StructureFault::message)
                    .forEach(fault -> faults.add(path + ": " + fault));
              }
            });
    // errno.h opens an enumeration for C and not for assembly, where it is included for its macros.
    assertThat(faults).filteredOn(fault -> !fault.startsWith("errno.h: the branches")).isEmpty();
    assertThat(definedTwice(tag)).isEmpty();
  }

  /** Headers of other machines define the same names, but no compile reads two of them. */
  private static Map<String, TreeDefinitions.Twice> definedTwice(String tag) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    XenGit.headers(tag)
        .forEach(
            (path, text) ->
                files.put(
                    new HeaderPath(path),
                    HeaderFile.of(FileMode.REGULAR, text.getBytes(StandardCharsets.ISO_8859_1))));
    TreeDefinitions definitions =
        new TreeDefinitions(HeaderTree.of(files), new HeaderPath("xen/include/public"));
    Set<String> names = new HashSet<>();
    files.keySet().forEach(header -> names.addAll(definitions.of(header)));
    assertThat(names).hasSizeGreaterThan(500);
    return definitions.twice(names);
  }
}
