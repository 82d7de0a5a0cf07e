package dev.xenvendor.impact.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsumersTest {

  private static final class Huge implements HeaderFile.Content {
    @Override
    public byte[] bytes() {
      throw new AssertionError("nobody reads so much");
    }

    @Override
    public long size() {
      return 50L << 20;
    }
  }

  @Test
  void filesThatAreTooBigOrNoTextAreNamedAndNotRead() {
    HeaderPath folder = HeaderPath.of("sys/arch/xen/xen");
    Consumers consumers =
        Consumers.of(
            ConsumerTrees.SAMPLE,
            HeaderTree.of(
                Map.of(
                    folder.resolve("a.c"), ConsumerTrees.regular("int a;\n"),
                    folder.resolve("huge.c"), HeaderFile.lazy(FileMode.REGULAR, new Huge()),
                    folder.resolve("image.h"), ConsumerTrees.regular("a\0b"),
                    folder.resolve("link.c"),
                        HeaderFile.of(FileMode.SYMLINK, new byte[] {'a', '.', 'c'}),
                    folder.resolve("README"), ConsumerTrees.regular("text\n"),
                    ConsumerTrees.SAMPLE.prefix().resolve("xen.h"),
                        ConsumerTrees.regular("int x;\n"))));
    assertThat(consumers.files()).extracting(file -> file.path().name()).containsExactly("a.c");
    assertThat(consumers.skipped())
        .extracting(file -> file.path().name() + ": " + file.reason())
        .containsExactly(
            "huge.c: 52,428,800 bytes, more than the 8,388,608 that are looked into",
            "image.h: not text");
  }
}
