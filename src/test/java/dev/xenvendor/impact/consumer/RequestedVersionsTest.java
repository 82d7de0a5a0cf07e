package dev.xenvendor.impact.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What code asks the headers for, wherever it says so. */
final class RequestedVersionsTest {

  private static final String COMPAT =
      """
      #define __XEN_LATEST_INTERFACE_VERSION__ 0x00030209
      #ifndef __XEN_INTERFACE_VERSION__
      #define __XEN_INTERFACE_VERSION__ 0x00000000
      #endif
      """;

  private static final String XEN =
      """
      #include "xen-compat.h"
      #define __HYPERVISOR_sched_op_compat 6
      #define __HYPERVISOR_sched_op 29
      #if __XEN_INTERFACE_VERSION__ < 0x00030101
      #undef __HYPERVISOR_sched_op
      #define __HYPERVISOR_sched_op __HYPERVISOR_sched_op_compat
      #define OLD_NAME 1
      #else
      #define NEW_NAME 1
      #endif
      """;

  private static final Map<String, String> HEADERS = Map.of("xen-compat.h", COMPAT, "xen.h", XEN);

  private static RequestedVersions asked(
      Map<String, String> headers, Map<String, String> consumers, Map<String, String> builds) {
    HeaderTree published = ConsumerTrees.tree(HEADERS);
    ConsumerTree tree =
        new ConsumerTree(
            ConsumerTrees.SAMPLE,
            ConsumerTrees.tree(headers),
            published,
            ConsumerTrees.consumers(consumers),
            PatchSet.NONE);
    return RequestedVersions.of(tree, ConsumerTrees.tree(builds));
  }

  private static List<String> versions(Map<String, String> consumers, Map<String, String> builds) {
    return List.copyOf(asked(HEADERS, consumers, builds).versions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sys/arch/i386/conf/XEN3_DOM0 | options \t`__XEN_INTERFACE_VERSION__=0x00030205 # 3.1",
        "sys/arch/i386/conf/XEN3_DOM0 | options \"__XEN_INTERFACE_VERSION__=0x00030205\"",
        "sys/arch/xen/conf/std.xen | makeoptions CPPFLAGS+=\"-D__XEN_INTERFACE_VERSION__=0x30205\"",
        "Makefile | CFLAGS += -D__XEN_INTERFACE_VERSION__=0x00030205 -O2",
        "a/Config.mk | V := 0x00030205%nDEFS = -D__XEN_INTERFACE_VERSION__=$(V)",
        "CMakeLists.txt | add_definitions(-D__XEN_INTERFACE_VERSION__=0x00030205)",
        "meson.build | add_project_arguments('-D__XEN_INTERFACE_VERSION__=0x00030205')",
      })
  void aBuildFileSaysItForAll(String path, String text) {
    String file = text.replace("%n", "\n").replace("`", "");
    assertThat(BuildFiles.isOne(HeaderPath.of(path))).isTrue();
    assertThat(versions(Map.of("a.c", "int x;"), Map.of(path, file))).containsExactly("0x00030205");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "#options \"__XEN_INTERFACE_VERSION__=0x00030205\"",
        "X = y # -D__XEN_INTERFACE_VERSION__=0x00030205",
        "if __XEN_INTERFACE_VERSION__ == 0x00030205",
        "CFLAGS += -DMY__XEN_INTERFACE_VERSION__=0x00030205",
        "CFLAGS += -D__XEN_INTERFACE_VERSION__=$(NOBODY)",
      })
  void withoutARequestHeadersUseTheOldestVersion(String line) {
    RequestedVersions asked = asked(HEADERS, Map.of("a.c", "int x;"), Map.of("conf/A", line));
    assertThat(asked.byDefault()).isTrue();
    assertThat(asked.asked()).isEmpty();
    assertThat(asked.versions()).containsExactly(RequestedVersions.NONE);
  }

  @Test
  void aHeaderOfTheTreesOwnSaysItForAll() {
    String header =
        """
        #define XEN_OLD 0x00030201
        #ifndef __XEN_INTERFACE_VERSION__
        #define __XEN_INTERFACE_VERSION__ XEN_OLD
        #endif
        """;
    RequestedVersions asked = asked(HEADERS, Map.of("a.h", header, "a.c", "int x;"), Map.of());
    assertThat(asked.byDefault()).isFalse();
    assertThat(asked.asked())
        .containsExactly(
            new RequestedVersions.Asked("0x00030201", HeaderPath.of("sys/arch/xen/xen/a.h"), 3));
  }

  @Test
  void aFileOfCodeSaysItForItselfOnly() {
    String code = "#define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__\n";
    assertThat(versions(Map.of("a.c", code), Map.of()))
        .containsExactly(RequestedVersions.NONE, "__XEN_LATEST_INTERFACE_VERSION__");
  }

  @Test
  void aHeaderThatTheTreeEditedSaysIt() {
    Map<String, String> edited =
        Map.of(
            "xen-compat.h",
            "#define __XEN_INTERFACE_VERSION__ 0x00030208\n" + COMPAT,
            "xen.h",
            XEN);
    RequestedVersions asked = asked(edited, Map.of("a.c", "int x;"), Map.of());
    assertThat(asked.versions()).containsExactly("0x00030208");
  }

  @Test
  void withoutConsumersOrInterfaceVersionsNothingIsSaid() {
    assertThat(asked(HEADERS, Map.of(), Map.of()).known()).isFalse();
    Map<String, String> older = Map.of("xen.h", "#define __HYPERVISOR_sched_op 6\n");
    assertThat(asked(older, Map.of("a.c", "int x;"), Map.of()).known()).isFalse();
  }

  @Test
  void consequencesAreListedByName() {
    OlderInterface older =
        OlderInterface.of(
            ConsumerTrees.tree(HEADERS), CEnvironment.plain(), RequestedVersions.NONE);
    assertThat(older.names().stream().map(OlderInterface.Name::told))
        .containsExactly(
            "__HYPERVISOR_sched_op is 6, not 29",
            "NEW_NAME is not there",
            "OLD_NAME is still there as 1");
  }
}
