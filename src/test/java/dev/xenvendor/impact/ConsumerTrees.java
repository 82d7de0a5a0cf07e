package dev.xenvendor.impact;

import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trees with headers and consumers, written in a test. */
final class ConsumerTrees {

  static final Vendor SAMPLE =
      VendorConfig.load("sample", new BuiltInConfig(), new BuiltInConfig()).vendor();

  private ConsumerTrees() {}

  static HeaderTree tree(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    texts.forEach((path, text) -> files.put(HeaderPath.of(path), regular(text)));
    return HeaderTree.of(files);
  }

  static HeaderFile regular(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Consumers beside each other, named without their folder. */
  static Consumers consumers(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    HeaderPath folder = HeaderPath.of("sys/arch/xen/xen");
    texts.forEach((name, text) -> files.put(folder.resolve(name), regular(text)));
    return Consumers.of(SAMPLE, HeaderTree.of(files));
  }

  /** What one consumer uses of what the second release takes away, as {@code line: words}. */
  static List<String> uses(
      Map<String, String> before, Map<String, String> after, Map<String, String> consumers) {
    InterfaceChange change =
        new InterfaceChange(
            HeaderInterfaceReaderTest.read(before), HeaderInterfaceReaderTest.read(after));
    ConsumerTree tree =
        new ConsumerTree(SAMPLE, tree(before), tree(before), consumers(consumers), PatchSet.NONE);
    return RemovedApiUses.of(tree, RemovedApiSearch.of(change)).stream()
        .map(use -> use.path().name() + ':' + use.line() + ' ' + use.what().told("3.3.0"))
        .toList();
  }
}
