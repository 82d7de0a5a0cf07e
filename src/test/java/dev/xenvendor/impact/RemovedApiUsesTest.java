package dev.xenvendor.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.impact.api.HeaderInterfaceReaderTest;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.impact.consumer.ConsumerTree;
import dev.xenvendor.impact.consumer.ConsumerTrees;
import dev.xenvendor.patch.PatchSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RemovedApiUsesTest {

  private static final String INCLUDE = "#include <xen3-public/page.h>\n";

  private static final String BEFORE =
      """
      #define PAGE_GONE 7
      #define page_gone(x) (x)
      enum order { FIRST, SECOND };
      struct old_page { int a; };
      typedef struct old_page old_page_t;
      struct page { int order, first_gone; };
      typedef struct page page_t;
      """;

  private static final String AFTER =
      """
      enum order { FIRST };
      struct page { int order; };
      typedef struct page page_t;
      """;

  private static List<String> usesOf(String code) {
    return uses(Map.of("page.h", BEFORE), Map.of("page.h", AFTER), Map.of("a.c", INCLUDE + code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = PAGE_GONE;",
        "switch (x) { case PAGE_GONE: ; }",
        "#define MINE (PAGE_GONE + 1)",
        "int f(void) { return page_gone(1); }",
        "int x = SECOND;",
        "struct old_page *p;",
        "static old_page_t pages[4];",
        "void f(const old_page_t *p);",
        "int f(struct page *p) { return p->first_gone; }",
        "int f(page_t p) { return p.first_gone; }",
      })
  void whatIsUsedAndGoneIsFound(String code) {
    assertThat(usesOf(code)).hasSize(1).first().asString().contains("a.c:2 uses ", "which ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* PAGE_GONE */ // old_page_t",
        "const char *s = \"PAGE_GONE\";",
        "#ifdef PAGE_GONE\n#endif",
        "#if defined(PAGE_GONE) && SECOND\n#endif",
        "#define PAGE_GONE 8\nint x = PAGE_GONE;",
        "int f(void) { int PAGE_GONE = 2; return PAGE_GONE; }",
        "enum mine { SECOND = 3 }; int x = SECOND;",
        "struct old_page { long b; }; struct old_page p;",
        "typedef long old_page_t; old_page_t x;",
        "static int page_gone(int x) { return x; }",
        "int f(struct mine *m) { return m->PAGE_GONE; }",
        "struct mine { int first_gone; }; int f(struct page *p, struct mine *m) "
            + "{ return m->first_gone; }",
        "int f(struct other *o) { return o->first_gone; }",
        "int f(struct page *p) { return p->order + FIRST; }",
        "int old_page;",
      })
  void whatOnlyLooksLikeItIsNot(String code) {
    assertThat(usesOf(code)).isEmpty();
  }

  @Test
  void aHeaderOfTheConsumersGivesItsMeaningToAll() {
    assertThat(
            uses(
                Map.of("page.h", BEFORE),
                Map.of("page.h", AFTER),
                Map.of("own.h", "#define PAGE_GONE 8\n", "a.c", INCLUDE + "int x = PAGE_GONE;\n")))
        .isEmpty();
  }

  @Test
  void namesOfAHeaderThatNoConsumerIncludesAreIgnored() {
    Map<String, String> before = Map.of("page.h", AFTER, "elf.h", "#define PT_LOAD 1\n");
    Map<String, String> consumer = Map.of("a.c", INCLUDE + "int x = PT_LOAD;\n");
    assertThat(uses(before, Map.of("page.h", AFTER), consumer)).isEmpty();
    Map<String, String> reached =
        Map.of(
            "page.h",
            "#include \"sub/all.h\"\n" + AFTER,
            "sub/all.h",
            "#include \"../elf.h\"\n",
            "elf.h",
            "#define PT_LOAD 1\n");
    assertThat(uses(reached, Map.of("page.h", AFTER), consumer)).hasSize(1);
  }

  @Test
  void includesOfHeadersThatWentOrMoved() {
    Map<String, String> before =
        Map.of("acm.h", "#define ACM_OK 0\n#define ACM_BAD 1\n", "gone.h", "#define G 1\n");
    Map<String, String> after = Map.of("xsm/acm.h", "#define ACM_OK 0\n#define ACM_BAD 1\n");
    String code =
        """
        #include <xen/xen3-public/acm.h>
        #include <xen3-public/gone.h>
        #include <machine/gone.h>
        """;
    assertThat(uses(before, after, Map.of("a.c", code)))
        .containsExactly(
            "a.c:1 includes acm.h, which 3.3.0 no longer has (now xsm/acm.h)",
            "a.c:2 includes gone.h, which 3.3.0 no longer has");
  }

  @Test
  void anotherNameOfTheSameHypercallReplacesIt() {
    assertThat(
            uses(
                Map.of("ops.h", "#define __HYPERVISOR_acm_op 27\n"),
                Map.of("ops.h", "#define __HYPERVISOR_xsm_op 27\n"),
                Map.of("a.c", "#include <xen3-public/ops.h>\nint x = __HYPERVISOR_acm_op;\n")))
        .containsExactly(
            "a.c:2 uses __HYPERVISOR_acm_op, which 3.3.0 no longer has"
                + " (now __HYPERVISOR_xsm_op)");
  }

  @Test
  void aBarrierThatTheRingMacrosNoLongerCall() {
    Map<String, String> before =
        Map.of("ring.h", "#define RING_PUSH(r) wmb()\n#define RING_CHECK(r) mb()\n");
    Map<String, String> after =
        Map.of("ring.h", "#define RING_PUSH(r) xen_wmb()\n#define RING_CHECK(r) xen_mb()\n");
    String user = "#include <xen3-public/ring.h>\nvoid f(void) {\n\tRING_PUSH(r);\n\tmb();\n}\n";
    String other = "#include <xen3-public/ring.h>\nvoid g(void) {\n\tmb();\n}\n";
    String own = "#define mb() fence()\n#define wmb() fence()\n";
    assertThat(uses(before, after, Map.of("a.c", user, "b.c", other, "own.h", own)))
        .containsExactly("a.c:4 uses mb(), which 3.3.0 no longer calls (now xen_mb)");
  }

  /** What one consumer uses of what the second release takes away, as {@code line: words}. */
  private static List<String> uses(
      Map<String, String> before, Map<String, String> after, Map<String, String> consumers) {
    InterfaceChange change =
        new InterfaceChange(
            HeaderInterfaceReaderTest.read(before), HeaderInterfaceReaderTest.read(after));
    ConsumerTree tree =
        new ConsumerTree(
            ConsumerTrees.SAMPLE,
            ConsumerTrees.tree(before),
            ConsumerTrees.tree(before),
            ConsumerTrees.consumers(consumers),
            PatchSet.NONE);
    return RemovedApiUses.of(tree, RemovedApiSearch.of(change)).stream()
        .map(use -> use.path().name() + ':' + use.line() + ' ' + use.what().told("3.3.0"))
        .toList();
  }
}
