package dev.xenvendor.impact.api;

import dev.xenvendor.impact.api.Feature.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Xen's naming of hypercalls, their sub-operations and their flags. The headers do not say which
 * constant belongs to which hypercall; the prefixes of the names do.
 */
public final class Hypercalls {

  /**
   * Constants that are named alike because one hypercall takes them.
   *
   * @param numbers those that share a space of numbers, where others are numbered with them
   */
  private record Family(String prefix, String hypercall, String numbers, Kind kind) {

    static Family operations(String prefix, String hypercall) {
      return new Family(prefix, hypercall, prefix, Kind.OPERATION);
    }

    static Family flags(String prefix, String hypercall) {
      return new Family(prefix, hypercall, prefix, Kind.FLAG);
    }
  }

  private static final String HYPERCALL = "__HYPERVISOR_";

  /** Not numbers of their own: those that an architecture may use, and old numbers kept. */
  private static final Predicate<String> PLACEHOLDER =
      Pattern.compile("(arch_\\d+|.*_compat|[A-Z].*)").asMatchPredicate();

  private static final List<Family> FAMILIES =
      List.of(
          Family.operations("ACMOP_", "xsm_op"),
          Family.operations("CALLBACKOP_", "callback_op"),
          Family.operations("CONSOLEIO_", "console_io"),
          // What platform_op was called first; it kept its numbers.
          new Family("DOM0_", "platform_op", "XENPF_", Kind.OPERATION),
          Family.operations("EVTCHNOP_", "event_channel_op"),
          Family.operations("FLASK_", "xsm_op"),
          Family.operations("GNTTABOP_", "grant_table_op"),
          Family.operations("HVMOP_", "hvm_op"),
          Family.operations("KEXEC_CMD_", "kexec_op"),
          Family.operations("MMUEXT_", "mmuext_op"),
          Family.operations("PHYSDEVOP_", "physdev_op"),
          Family.operations("SCHEDOP_", "sched_op"),
          Family.operations("TMEM_", "tmem_op"),
          Family.operations("VCPUOP_", "vcpu_op"),
          Family.operations("XENMEM_", "memory_op"),
          Family.operations("XENNMI_", "nmi_op"),
          Family.operations("XENOPROF_", "xenoprof_op"),
          Family.operations("XENPF_", "platform_op"),
          Family.operations("XENPMU_", "xenpmu_op"),
          Family.operations("XENVER_", "xen_version"),
          Family.operations("XEN_ARGO_OP_", "argo_op"),
          Family.operations("XEN_DMOP_", "dm_op"),
          Family.operations("XEN_DOMCTL_", "domctl"),
          Family.operations("XEN_HYPFS_OP_", "hypfs_op"),
          Family.operations("XEN_MC_", "mca"),
          Family.operations("XEN_SYSCTL_", "sysctl"),
          Family.flags("CALLBACKF_", "callback_op"),
          Family.flags("CALLBACKTYPE_", "callback_op"),
          Family.flags("GNTCOPY_", "grant_table_op"),
          Family.flags("GNTMAP_", "grant_table_op"),
          Family.flags("GTF_", "grant_table_op"),
          Family.flags("HVM_PARAM_", "hvm_op"),
          Family.flags("MAP_PIRQ_TYPE_", "physdev_op"),
          Family.flags("MMU_", "mmu_update"),
          Family.flags("SHUTDOWN_", "sched_op"),
          Family.flags("UVMF_", "update_va_mapping"),
          Family.flags("VCPU_SSHOTTMR_", "vcpu_op"),
          Family.flags("VIRQ_", "event_channel_op"),
          Family.flags("VMASST_TYPE_", "vm_assist"),
          Family.flags("XENMEMF_", "memory_op"),
          Family.flags("XEN_FW_", "platform_op"));

  /** Families whose sub-operations are in capitals, as flags are elsewhere. */
  private static final Set<String> IN_CAPITALS = Set.of("FLASK_", "MMUEXT_");

  /** Named like sub-operations, but the last of them, or arguments of one. */
  private static final Predicate<String> NO_OPERATION =
      Pattern.compile(
              "last_op|LAST|resource_.*|rsrc_.*|no_gfns|access_(?!op$).*|altp2m_.*"
                  + "|(sharing|paging)_op_.*|vmtrace_(?!op$).*|cpu_(featureset|policy)_.*")
          .asMatchPredicate();

  /** Families whose sub-operations were in capitals once. */
  private static final Set<String> ONCE_IN_CAPITALS = Set.of("DOM0_", "PHYSDEVOP_");

  /** The hypercalls that only Xen's own tools call, and no guest's kernel. */
  private static final Set<String> FOR_TOOLS =
      Set.of("dm_op", "domctl", "hypfs_op", "sysctl", "tmem_op", "xsm_op");

  private Hypercalls() {}

  static boolean isForTools(String hypercall) {
    return FOR_TOOLS.contains(hypercall);
  }

  /** Returns what a constant asks of the hypervisor, if it is of that kind. */
  public static Optional<Feature> feature(String name, long number) {
    if (name.startsWith(HYPERCALL)) {
      String call = name.substring(HYPERCALL.length());
      return PLACEHOLDER.test(call)
          ? Optional.empty()
          : Optional.of(new Feature(Kind.HYPERCALL, name, call, HYPERCALL, number));
    }
    return FAMILIES.stream()
        .filter(family -> name.startsWith(family.prefix) && isMember(family, name))
        .findFirst()
        .map(f -> new Feature(f.kind, name, f.hypercall, f.numbers, number));
  }

  private static boolean isMember(Family family, String name) {
    String rest = name.substring(family.prefix.length());
    if (rest.isEmpty() || NO_OPERATION.test(rest) || rest.startsWith("ARCH_")) {
      return false;
    }
    return family.kind == Kind.FLAG
        || IN_CAPITALS.contains(family.prefix)
        || Character.isLowerCase(rest.charAt(0));
  }

  /**
   * The space that the number of a constant is taken from, however the constant is spelled: an
   * older release may have named its sub-operations in capitals.
   */
  static Optional<String> numbersOf(String name) {
    if (name.startsWith(HYPERCALL)) {
      boolean isPlaceholder = name.startsWith(HYPERCALL + "arch_");
      return isPlaceholder ? Optional.empty() : Optional.of(HYPERCALL);
    }
    return FAMILIES.stream()
        .filter(f -> name.startsWith(f.prefix))
        .filter(f -> isMember(f, name) || ONCE_IN_CAPITALS.contains(f.prefix))
        .findFirst()
        .map(Family::numbers);
  }
}
