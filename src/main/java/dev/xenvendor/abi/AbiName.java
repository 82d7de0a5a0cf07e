package dev.xenvendor.abi;

import org.jspecify.annotations.Nullable;

/** A name that headers define, e.g. {@code struct page}. */
public record AbiName(Kind kind, String text) implements Comparable<AbiName> {

  /** The kinds of name. */
  public enum Kind {
    STRUCT("struct "),
    UNION("union "),
    ENUM("enum "),
    TYPEDEF(""),
    ENUMERATOR(""),
    MACRO("");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    public boolean isType() {
      return this != ENUMERATOR && this != MACRO;
    }
  }

  private static final String HYPERCALL = "__HYPERVISOR_";

  /** The addresses of the hypervisor begin as the numbers of the hypercalls do. */
  private static final String ADDRESS = "_VIRT_";

  /** Returns whether it is the number of a hypercall. */
  public boolean isHypercall() {
    return kind == Kind.MACRO && text.startsWith(HYPERCALL) && !text.contains(ADDRESS);
  }

  /** As C code refers to it. */
  public String spelling() {
    return kind.prefix + text;
  }

  // A record's own two are put together by Java when they are first called, and slower ever after.

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof AbiName other && kind == other.kind && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(AbiName other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return spelling();
  }
}
