package dev.xenvendor.c.token;

import dev.xenvendor.tree.HeaderPath;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The result of checking that a header is well formed as text: conditionals, brackets and comments
 * are closed, and no name is defined twice where both definitions are compiled. Needs no compiler
 * and reads no other file; it reports nothing that is uncertain.
 *
 * @param faults what is not well formed, in the order of the lines
 * @param conditionals every conditional, by its opening directive
 */
public record HeaderStructure(List<StructureFault> faults, List<Conditional> conditionals) {

  public HeaderStructure {
    faults = List.copyOf(faults);
    conditionals = List.copyOf(conditionals);
  }

  /** Returns whether a file is C, by its name. */
  public static boolean isC(HeaderPath path) {
    String name = path.value();
    return name.endsWith(".h") || name.endsWith(".c");
  }

  public static HeaderStructure of(byte[] text) {
    return new StructureScan(CTokens.of(text)).structure();
  }

  /** The faults that none of the other versions of this header has. */
  public List<StructureFault> faultsBeyond(Collection<HeaderStructure> others) {
    Set<String> known = new HashSet<>();
    others.forEach(other -> other.faults().forEach(fault -> known.add(fault.key())));
    return faults.stream().filter(fault -> !known.contains(fault.key())).toList();
  }
}
