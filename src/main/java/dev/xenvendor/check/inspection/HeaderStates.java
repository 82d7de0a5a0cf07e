package dev.xenvendor.check.inspection;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Trunk's headers beside the release that they came from, both at their places in the tree. */
public final class HeaderStates {

  /** A state of the headers. */
  public enum State {
    /** As upstream published them. */
    PRISTINE,
    /** With the local patches, and nothing else. */
    PATCHED,
    TRUNK
  }

  private final Vendor vendor;
  private final Residue residue;
  private final Map<State, HeaderSet> sets = new EnumMap<>(State.class);
  private final Map<State, IncludeGraph> graphs = new EnumMap<>(State.class);

  private HeaderStates(Inspection tree, Residue residue) {
    this.vendor = tree.vendor();
    this.residue = residue;
    HeaderSet trunk = HeaderSet.ofTrunk(vendor, tree::files);
    HeaderTree published = vendor.included(residue.release().before());
    sets.put(State.TRUNK, trunk);
    sets.put(State.PATCHED, trunk.with(vendor, residue.release().tree()));
    sets.put(State.PRISTINE, trunk.with(vendor, published));
    sets.forEach((state, set) -> graphs.put(state, set.environment().includes(set.files())));
  }

  static Optional<HeaderStates> of(Inspection tree) {
    return tree.downstream().residue().map(residue -> new HeaderStates(tree, residue));
  }

  public HeaderSet set(State state) {
    return Objects.requireNonNull(sets.get(state));
  }

  public IncludeGraph graph(State state) {
    return Objects.requireNonNull(graphs.get(state));
  }

  /**
   * The headers of trunk that the compiler reads otherwise than those of another state, by
   * themselves or by what they lead to. About all others it says the same.
   */
  public List<HeaderPath> differing(State other) {
    if (set(State.TRUNK).files().files().equals(set(other).files().files())) {
      return List.of();
    }
    String prelude = set(State.TRUNK).environment().prelude();
    boolean all =
        differ(other, graph(State.TRUNK).reachedFrom(CTokens.of(prelude), Optional.empty()));
    return set(State.TRUNK).headers().stream()
        .filter(header -> set(other).files().contains(header))
        .filter(
            header ->
                all
                    || isOtherwise(header, other)
                    || differ(other, graph(State.TRUNK).reached(header)))
        .toList();
  }

  private boolean differ(State other, SortedSet<HeaderPath> headers) {
    return headers.stream().anyMatch(header -> isOtherwise(header, other));
  }

  /** Returns whether a header's own text, or where it leads to, is not that of the other state. */
  public boolean isOtherwise(HeaderPath header, State other) {
    IncludeGraph now = graph(State.TRUNK);
    IncludeGraph then = graph(other);
    return !set(other).files().contains(header)
        || !now.significant(header).equals(then.significant(header))
        || !now.reached(header).equals(then.reached(header));
  }

  /** The local patch that is to blame for a line of the patched headers. */
  public Optional<LocalPatch> patchAt(HeaderPath file, int line) {
    Optional<HeaderPath> header = file.below(vendor.prefix());
    if (header.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<LocalPatch>> owners = residue.release().owners(header.get());
    Optional<LocalPatch> owner =
        line >= 1 && line <= owners.size() ? owners.get(line - 1) : Optional.empty();
    return owner.or(
        () ->
            residue.release().results().stream()
                .filter(result -> result.changed().contains(header.get()))
                .map(PatchResult::patch)
                .filter(patch -> !patch.change().isHabit())
                .findFirst());
  }
}
