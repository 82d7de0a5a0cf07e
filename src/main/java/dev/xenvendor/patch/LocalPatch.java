package dev.xenvendor.patch;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.problem.FilePlace;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A declared local change: what, why, what upstream said, and for which releases.
 *
 * @param place the place of the change in its file; of a proposal, its id
 */
public record LocalPatch(
    String id,
    String description,
    Optional<String> author,
    Optional<Forwarded> forwarded,
    List<Discussion> discussion,
    Optional<LocalDate> lastUpdate,
    VersionRange releases,
    Change change,
    FilePlace place) {

  /** Returns a proposed patch, which has no author yet. */
  public static LocalPatch proposed(String id, String description, Change change) {
    return new LocalPatch(
        id,
        description,
        Optional.empty(),
        Optional.of(Forwarded.NO),
        List.of(),
        Optional.empty(),
        VersionRange.EVERY,
        change,
        FilePlace.of(id));
  }

  public LocalPatch seenIn(CEnvironment environment) {
    return with(change.seenIn(environment));
  }

  /** The same patch with another change. */
  public LocalPatch with(Change other) {
    return new LocalPatch(
        id, description, author, forwarded, discussion, lastUpdate, releases, other, place);
  }

  /** The same patch for the releases before one. */
  public LocalPatch endingBefore(Version release) {
    return with(releases.endingBefore(release));
  }

  /** The same patch for the releases up to one. */
  public LocalPatch endingWith(Version release) {
    return with(releases.endingWith(release));
  }

  /** The same patch for the releases from one on. */
  public LocalPatch startingWith(Version release) {
    return with(releases.startingWith(release));
  }

  private LocalPatch with(VersionRange other) {
    return new LocalPatch(
        id, description, author, forwarded, discussion, lastUpdate, other, change, place);
  }

  /** Returns the problem that something is wrong with the declaration, to follow the id. */
  public Problem problem(String what) {
    return Problem.inputFile(place, "the patch " + id + what);
  }

  public boolean isFor(Version release) {
    return releases.contains(release);
  }

  /** The first sentence of the description. */
  public String summary() {
    return description.strip().lines().findFirst().orElse("");
  }

  /** Returns what upstream said last; what was said last where no entry names upstream. */
  public Optional<Discussion> lastWord() {
    return discussion.stream()
        .filter(said -> said.says().startsWith("upstream:"))
        .reduce((first, second) -> second)
        .or(() -> discussion.stream().reduce((first, second) -> second));
  }
}
