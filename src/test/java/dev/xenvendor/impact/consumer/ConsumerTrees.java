package dev.xenvendor.impact.consumer;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Trees with headers and consumers, written in a test. */
public final class ConsumerTrees {

  public static final Vendor SAMPLE =
      VendorConfig.load("sample", new BuiltInConfig(), new BuiltInConfig()).vendor();

  private ConsumerTrees() {}

  public static HeaderTree tree(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    texts.forEach((path, text) -> files.put(HeaderPath.of(path), regular(text)));
    return HeaderTree.of(files);
  }

  public static HeaderFile regular(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Consumers beside each other, named without their folder. */
  public static Consumers consumers(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    HeaderPath folder = HeaderPath.of("sys/arch/xen/xen");
    texts.forEach((name, text) -> files.put(folder.resolve(name), regular(text)));
    return Consumers.of(SAMPLE, HeaderTree.of(files));
  }
}
