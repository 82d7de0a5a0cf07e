package dev.xenvendor.resolution;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.GitId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds resolutions by the ids that people type. */
public final class ResolutionSearch {

  private static final Pattern TYPED = Pattern.compile("[0-9a-f]{4,40}");

  private final List<KeptResolution> all;
  private final List<GitId> damaged;

  public ResolutionSearch(KeptResolutions kept) {
    this.all = kept.all();
    this.damaged = kept.damaged().stream().flatMap(one -> one.id().stream()).toList();
  }

  /** The resolution that an id, or the beginning of one, names. */
  public KeptResolution required(String typed) {
    GitId id = id(typed);
    return all.stream()
        .filter(kept -> kept.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.repository("the resolution " + typed + " is damaged")
                    .hint("xenvendor resolutions forget " + typed));
  }

  /** The id that is typed, also of a resolution that is damaged. */
  public GitId id(String typed) {
    List<GitId> ids = new ArrayList<>(all.stream().map(KeptResolution::id).toList());
    ids.addAll(damaged);
    List<GitId> found =
        TYPED.matcher(typed).matches()
            ? ids.stream().filter(id -> id.hex().startsWith(typed)).distinct().toList()
            : List.of();
    if (found.size() > 1) {
      throw Problem.usage("several resolutions begin with " + typed)
          .hint("type more of the id: " + found.get(0).hex());
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                Problem.usage("there is no resolution '" + typed + "'")
                    .hint("xenvendor resolutions lists them with their ids"));
  }
}
