package dev.xenvendor.c.include;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.profile.AbiSettings;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MissingIncludeTest {

  private static final AbiSettings ABI = AbiSettings.DEFAULT;

  private static HeaderTree tree(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    texts.forEach(
        (path, text) ->
            files.put(
                HeaderPath.of(path), HeaderFile.regular(text.getBytes(StandardCharsets.UTF_8))));
    return HeaderTree.of(files);
  }

  private static Set<HeaderPath> paths(String... paths) {
    return Stream.of(paths).map(HeaderPath::of).collect(Collectors.toSet());
  }

  @Test
  void whatAHeaderIncludesAndTheTreeLeavesOutIsMissing() {
    HeaderTree taken =
        tree(
            Map.of(
                "memory.h",
                "\n  # include  \"physdev.h\" // new\r\n",
                "io/ring.h",
                "#include \"../xen.h\"\n#include \"./ring-more.h\"\n"));
    Set<HeaderPath> published =
        paths("memory.h", "physdev.h", "io/ring.h", "io/ring-more.h", "xen.h");
    assertThat(MissingInclude.in(taken, published, ABI))
        .containsExactly(
            new MissingInclude(HeaderPath.of("io/ring.h"), 1, HeaderPath.of("xen.h")),
            new MissingInclude(HeaderPath.of("io/ring.h"), 2, HeaderPath.of("io/ring-more.h")),
            new MissingInclude(HeaderPath.of("memory.h"), 2, HeaderPath.of("physdev.h")));
  }

  @Test
  void aNameContinuedOnTheNextLineIsTheSameName() {
    HeaderTree taken = tree(Map.of("xen.h", "\n#include \"phys\\\r\ndev.\\\nh\"\n"));
    assertThat(MissingInclude.in(taken, paths("xen.h", "physdev.h"), ABI))
        .containsExactly(new MissingInclude(HeaderPath.of("xen.h"), 2, HeaderPath.of("physdev.h")));
  }

  @Test
  void aNameMayHoldOtherLettersThanAsciis() {
    HeaderTree taken = tree(Map.of("xen.h", "#include \"größe.h\"\n"));
    assertThat(MissingInclude.in(taken, paths("xen.h", "größe.h"), ABI))
        .containsExactly(new MissingInclude(HeaderPath.of("xen.h"), 1, HeaderPath.of("größe.h")));
  }

  @Test
  void otherIncludesAreNotUpstreams() {
    HeaderTree taken =
        tree(
            Map.of(
                "xen.h",
                """
                #include "arch-arm.h"
                #include <errno.h>
                #include "mine.h"
                #include MACRO
                """,
                "own.h",
                "#include \"physdev.h\"\n"));
    assertThat(MissingInclude.in(taken, paths("xen.h", "arch-arm.h", "errno.h", "physdev.h"), ABI))
        .isEmpty();
  }

  @Test
  void whatAMissingHeaderIncludesIsMissingToo() {
    HeaderTree release =
        tree(Map.of("a.h", "#include \"b.h\"\n", "b.h", "#include \"c.h\"\n", "c.h", "\n"));
    HeaderTree taken = release.only(path -> path.value().equals("a.h"));
    assertThat(MissingInclude.included(MissingInclude.inRelease(taken, release, ABI)))
        .containsExactly(HeaderPath.of("b.h"), HeaderPath.of("c.h"));
  }

  @Test
  void whatIsRecordedOfAReleaseTellsTheSame() {
    SortedMap<HeaderPath, SortedMap<HeaderPath, Integer>> includes = new TreeMap<>();
    includes.put(HeaderPath.of("a.h"), new TreeMap<>(Map.of(HeaderPath.of("b.h"), 3)));
    includes.put(HeaderPath.of("b.h"), new TreeMap<>(Map.of(HeaderPath.of("c.h"), 1)));
    includes.put(HeaderPath.of("c.h"), new TreeMap<>(Map.of(HeaderPath.of("a.h"), 1)));
    includes.put(HeaderPath.of("d.h"), new TreeMap<>(Map.of(HeaderPath.of("e.h"), 1)));
    assertThat(MissingInclude.recorded(includes, HeaderPath.of("a.h")::equals, ABI))
        .containsExactly(
            new MissingInclude(HeaderPath.of("a.h"), 3, HeaderPath.of("b.h")),
            new MissingInclude(HeaderPath.of("b.h"), 1, HeaderPath.of("c.h")));
  }

  @Test
  void headersOfMachinesThatNothingIsCompiledForAreNotMissing() {
    HeaderTree taken =
        tree(
            Map.of(
                "xen.h",
                """
                #include "arch-x86/xen.h"
                #include "arch-x86/xen-x86_32.h"
                #include "arch-x86/xen-x86_64.h"
                """));
    Set<HeaderPath> published =
        paths("xen.h", "arch-x86/xen.h", "arch-x86/xen-x86_32.h", "arch-x86/xen-x86_64.h");
    assertThat(MissingInclude.in(taken, published, targets("x86_64")))
        .extracting(MissingInclude::line)
        .containsExactly(1, 3);
    assertThat(MissingInclude.in(taken, published, targets())).isEmpty();
    SortedMap<HeaderPath, SortedMap<HeaderPath, Integer>> includes = new TreeMap<>();
    includes.put(HeaderPath.of("xen.h"), new TreeMap<>(Map.of(HeaderPath.of("arch-x86.h"), 1)));
    assertThat(MissingInclude.recorded(includes, taken::contains, targets())).isEmpty();
    assertThat(MissingInclude.recorded(includes, taken::contains, targets("i386"))).hasSize(1);
  }

  private static AbiSettings targets(String... targets) {
    return new AbiSettings(
        List.of(targets),
        ABI.interfaceVersions(),
        ABI.defines(),
        ABI.headers(),
        ABI.prelude(),
        ABI.includeDirs(),
        ABI.provided(),
        ABI.pairs());
  }
}
