package dev.xenvendor.update;

import dev.xenvendor.c.compiler.Layout;
import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.c.compiler.LayoutResult;
import dev.xenvendor.c.compiler.LayoutResult.Layouts;
import dev.xenvendor.c.compiler.NoCompiler;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Verifies with the C compiler that types have the same layout in two trees. */
public final class LayoutProof {

  /** The result. */
  public sealed interface Proof {

    /** Every type is laid out alike on every target. */
    record Equal() implements Proof {}

    /** It could not be told. */
    record NotProved(String reason) implements Proof {}

    /** It is not so, and how. */
    record Different(String how) implements Proof {}
  }

  private static final Set<Target> TARGETS = EnumSet.allOf(Target.class);

  private final LayoutProbe probe;
  private final CEnvironment environment;

  /** For trees seen from the root of the operating system's. */
  public LayoutProof(LayoutProbe probe, Vendor vendor) {
    this.probe = probe;
    this.environment = TreeEnvironment.of(vendor);
  }

  /**
   * Compares what a header defines, itself or by its includes.
   *
   * @param types as C code refers to them
   */
  public Proof compare(HeaderTree before, HeaderTree after, HeaderPath header, List<String> types) {
    return compare(before, List.of(header), after, List.of(header), types);
  }

  /**
   * Compares what headers define together.
   *
   * @param old what is included before
   * @param now what is included after
   */
  public Proof compare(
      HeaderTree before,
      List<HeaderPath> old,
      HeaderTree after,
      List<HeaderPath> now,
      List<String> types) {
    try {
      return compare(layouts(before, old, types), layouts(after, now, types), types);
    } catch (NoCompiler e) {
      return new Proof.NotProved(e.reason());
    }
  }

  private static Proof compare(
      Map<Target, LayoutResult> old, Map<Target, LayoutResult> now, List<String> types) {
    for (Target target : TARGETS) {
      Proof proof =
          compare(
              target,
              Objects.requireNonNull(old.get(target)),
              Objects.requireNonNull(now.get(target)),
              types);
      if (!(proof instanceof Proof.Equal)) {
        return proof;
      }
    }
    return new Proof.Equal();
  }

  private Map<Target, LayoutResult> layouts(
      HeaderTree tree, List<HeaderPath> headers, List<String> types) throws NoCompiler {
    StringBuilder code = new StringBuilder();
    headers.forEach(header -> code.append("#include \"").append(header).append("\"\n"));
    return probe.layouts(tree, environment, code.toString(), types, TARGETS);
  }

  private static Proof compare(
      Target target, LayoutResult before, LayoutResult after, List<String> types) {
    if (before instanceof LayoutResult.DoesNotCompile fails) {
      return new Proof.NotProved("the header did not compile before: " + fails.firstError());
    }
    if (after instanceof LayoutResult.DoesNotCompile fails) {
      return new Proof.Different(
          "it no longer compiles for " + target.word() + ": " + fails.firstError());
    }
    Layouts old = (Layouts) before;
    Layouts now = (Layouts) after;
    for (String type : types) {
      if (!old.of(type).equals(now.of(type))) {
        return new Proof.Different(
            type
                + " is "
                + now.of(type).map(LayoutProof::size).orElse("not defined")
                + " on "
                + target.word()
                + ", and was "
                + old.of(type).map(LayoutProof::size).orElse("not defined"));
      }
    }
    return new Proof.Equal();
  }

  private static String size(Layout layout) {
    return layout.size() + " bytes";
  }

  /** The targets, in words. */
  public static String targets() {
    return String.join(" and ", TARGETS.stream().map(Target::word).toList());
  }
}
