package dev.xenvendor.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.Features;
import dev.xenvendor.impact.api.HeaderInterfaceReaderTest;
import dev.xenvendor.impact.consumer.ConsumerTrees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BaselineUsesTest {

  private static final String OLD =
      """
      #define __HYPERVISOR_dom0_op 7
      #define __HYPERVISOR_physdev_op 19
      #define __HYPERVISOR_arch_0 48
      #define DOM0_SETTIME 17
      #define PHYSDEVOP_IRQ_STATUS_QUERY 5
      #define VIRQ_TIMER 0
      #define VIRQ_ARCH_0 16
      """;

  private static final String NEW =
      """
      #define __HYPERVISOR_platform_op 7
      #define __HYPERVISOR_physdev_op 33
      #define __HYPERVISOR_callback_op 30
      #define __HYPERVISOR_arch_0 48
      #define __HYPERVISOR_mca __HYPERVISOR_arch_0
      #define XENPF_settime 17
      #define XENPF_enter_acpi_sleep 51
      #define XENPF_INTERFACE_VERSION 3
      #define PHYSDEVOP_irq_status_query 5
      #define PHYSDEVOP_map_pirq 13
      #define CALLBACKOP_register 0
      #define CALLBACKTYPE_event 0
      #define VIRQ_MCA VIRQ_ARCH_0
      #define VIRQ_ARCH_0 16
      """;

  private static List<Feature> newer() {
    Features old = Features.of(HeaderInterfaceReaderTest.read(Map.of("xen.h", OLD)));
    return Features.of(HeaderInterfaceReaderTest.read(Map.of("xen.h", NEW))).newOver(old);
  }

  private static BaselineUses.Found find(String code) {
    return BaselineUses.of(ConsumerTrees.consumers(Map.of("a.c", code)), newer());
  }

  @Test
  void whatHasItsNumberAlreadyIsNotNewer() {
    assertThat(newer())
        .extracting(Feature::name)
        .containsExactlyInAnyOrder(
            "__HYPERVISOR_callback_op",
            "__HYPERVISOR_mca",
            "XENPF_enter_acpi_sleep",
            "PHYSDEVOP_map_pirq",
            "CALLBACKOP_register",
            "CALLBACKTYPE_event",
            "VIRQ_MCA");
  }

  @Test
  void whatRingsAreMadeOfIsNothingOfTheHypervisors() {
    assertThat(
            Features.of(HeaderInterfaceReaderTest.read(Map.of("io/x.h", "#define XENMEM_ring 1\n")))
                .all())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int f(void) { return HYPERVISOR_physdev_op(PHYSDEVOP_map_pirq, &op); }",
        "int f(void) { return HYPERVISOR_mca(&op); }",
        "int f(void) { return hypercall1(__HYPERVISOR_mca, &op); }",
        "static const int ops[] = { XENPF_enter_acpi_sleep };",
        "int f(int virq) { return virq == VIRQ_MCA; }",
        "int g(void) { return -ENOSYS; }\nint f(void) { op.cmd = XENPF_enter_acpi_sleep; }",
      })
  void aNewerCallWithoutAGuardIsFound(String code) {
    assertThat(find(code).unguarded()).hasSize(1);
    assertThat(find(code).guarded()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int f(void) { int e = h(PHYSDEVOP_map_pirq); return e == -ENOSYS ? 0 : e; }",
        "int f(void) { if (HYPERVISOR_xen_version(XENVER_version, 0) < 3) return 0;"
            + " return h(PHYSDEVOP_map_pirq); }",
        "int f(void) { if (xen_feature(XENFEAT_x)) h(VIRQ_MCA); }",
        "int f(void) { if (xen_major > 3) h(VIRQ_MCA); }",
        "#if __XEN_INTERFACE_VERSION__ >= 0x00030209\nint x = PHYSDEVOP_map_pirq;\n#endif",
      })
  void aGuardIsRecognised(String code) {
    assertThat(find(code).unguarded()).isEmpty();
    assertThat(find(code).guarded()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void f(void) { if (HYPERVISOR_mca(&op) < 0) panic(); }",
        "void f(void) { int rc;\n rc = HYPERVISOR_physdev_op(PHYSDEVOP_map_pirq, &m);\n"
            + " if (rc) return; }",
        "int f(void) { op.cmd = XENPF_enter_acpi_sleep;\n"
            + " int e = (int)HYPERVISOR_platform_op(&op); return e == -1 ? 0 : e; }",
        "void f(void) { switch (HYPERVISOR_mca(&op)) { case 0: break; } }",
        "void f(void) { if (!HYPERVISOR_mca(&op)) g(); }",
        "int f(void) { struct op o = { .cmd = XENPF_enter_acpi_sleep }; g(); long r ="
            + " HYPERVISOR_platform_op(&o); while (0 > r) r++; return 0; }",
      })
  void aResultThatIsComparedIsChecked(String code) {
    assertThat(find(code).unguarded()).isEmpty();
    assertThat(find(code).checked()).isEqualTo(1);
    assertThat(find(code).guarded()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void f(void) { int rc = HYPERVISOR_mca(&op); rc = 3; if (rc) g(); }",
        "int f(void) { return HYPERVISOR_mca(&op); }",
        "void f(void) { BUG_ON(HYPERVISOR_mca(&op)); }",
        "void f(void) { (void)HYPERVISOR_mca(&op); if (x < 0) g(); }",
        "void f(int rc) { if (rc) { HYPERVISOR_mca(&op); } }",
      })
  void aResultThatIsNotComparedIsNot(String code) {
    assertThat(find(code).unguarded()).hasSize(1);
    assertThat(find(code).minded()).isEmpty();
  }

  /** The mail's first way: find out at boot, and ask before each use. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "int have;\nvoid boot(void) { if (xen_version() > 3) have = 1; }\n"
            + "void f(void) { if (have) HYPERVISOR_mca(&op); }",
        "int have;\nvoid boot(void) { int v = HYPERVISOR_xen_version(XENVER_version, 0);"
            + " have = v >= 0x30003; }\n"
            + "int f(void) { if (!have) return 1; return HYPERVISOR_mca(&op); }",
        "int have;\nvoid boot(void) { have = HYPERVISOR_callback_op(0, 0) == 0; }\n"
            + "void f(void) { if (a && have) op.cmd = XENPF_enter_acpi_sleep; }",
        "int can(void) { return xen_version() > 3; }\n"
            + "void f(void) { if (can()) HYPERVISOR_mca(&op); }",
      })
  void aFlagThatAnotherFunctionSetsGuards(String code) {
    assertThat(find(code).unguarded()).isEmpty();
    assertThat(find(code).guarded()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int have;\nvoid boot(void) { have = 1; }\nvoid f(void) { if (have) HYPERVISOR_mca(&o); }",
        "void boot(void) { int v = xen_version(); v = 3; }\n"
            + "void f(int v) { if (v) HYPERVISOR_mca(&op); }",
        "int have;\nvoid boot(void) { have = xen_version(); }\n"
            + "void f(void) { HYPERVISOR_mca(&op); if (have) g(); }",
      })
  void aFlagThatSaysNothingOfTheHypervisorGuardsNothing(String code) {
    assertThat(find(code).unguarded()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#include <xen.h>\ntypedef struct { int a; } VIRQ_MCA;\nVIRQ_MCA x;",
        "typedef struct mca { int a; } __packed VIRQ_MCA, *PMCA;\nint f(void) { VIRQ_MCA x; }",
        "#define A 1\ntypedef union { struct { int b; } c; } VIRQ_MCA __attribute__((packed));\n"
            + "int f(VIRQ_MCA *x) { return 0; }",
        "typedef int (*VIRQ_MCA)(void);\nint f(void) { VIRQ_MCA *x; }",
      })
  void aTypedefOfItsOwnIsNoUse(String code) {
    assertThat(find(code).unguarded()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static inline int HYPERVISOR_mca(void *a) { return call(__HYPERVISOR_mca, a); }",
        "#define HYPERVISOR_mca(a) call(__HYPERVISOR_mca, a)",
        "#ifdef PHYSDEVOP_map_pirq\n#endif",
        "/* PHYSDEVOP_map_pirq */",
        "#define VIRQ_MCA 3\nint x = VIRQ_MCA;",
        "int f(void) { return h(XENPF_settime) + h(PHYSDEVOP_irq_status_query); }",
      })
  void aWrapperATestOrAnOldCallIsNone(String code) {
    assertThat(find(code).unguarded()).isEmpty();
    assertThat(find(code).guarded()).isZero();
  }

  @Test
  void subOperationsOfANewerHypercallAreNotListedAgain() {
    BaselineUses.Found found =
        find("int f(void) {\n\treturn HYPERVISOR_callback_op(CALLBACKOP_register, &e);\n}\n");
    assertThat(found.unguarded())
        .extracting(use -> use.line() + " " + use.what().name())
        .containsExactly("2 __HYPERVISOR_callback_op");
  }
}
