package dev.xenvendor.impact.api;

import dev.xenvendor.profile.Version;
import java.util.Optional;

/**
 * A feature that a guest can request of the hypervisor, named by its constant.
 *
 * @param name the name of the constant
 * @param hypercall the hypercall that requests it, without its prefix
 * @param numbers the number space of the constant
 */
public record Feature(Kind kind, String name, String hypercall, String numbers, long number) {

  /** Returns whether only Xen's own tools ask for it, and no guest's kernel. */
  public boolean isForTools() {
    return Hypercalls.isForTools(hypercall);
  }

  /** The kinds of feature. */
  public enum Kind {
    HYPERCALL("hypercall"),
    OPERATION("sub-operation"),
    FLAG("flag");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Its name in reports. */
    public String word() {
      return word;
    }
  }

  /**
   * A use of it in words.
   *
   * @param since the first release that has it, where that is known
   */
  public String told(Optional<Version> since) {
    String what = kind == Kind.HYPERCALL ? "a hypercall" : "a " + kind.word() + " of " + hypercall;
    return "uses " + name + ", " + what + since.map(v -> ", which came with " + v).orElse("");
  }

  /** A feature that had another name before. */
  public record Renamed(String before, Feature now) {}
}
