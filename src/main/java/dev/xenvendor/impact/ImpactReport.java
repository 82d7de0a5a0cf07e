package dev.xenvendor.impact;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.impact.api.UnreadHeader;
import dev.xenvendor.impact.consumer.Consumers;
import dev.xenvendor.impact.consumer.RequestedInterfaces;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The benefits and costs of an update, and the calls that an old hypervisor lacks.
 *
 * @param interfaces the interface versions that consumers ask for
 * @param update what was asked about; empty where only the baseline was
 * @param missing includes in the new release's headers of what {@code include} leaves out, where
 *     the vendor branch holds the release
 * @param baseline empty where the profile names none
 * @param unread headers of these releases that may give more than is known
 */
public record ImpactReport(
    Vendor vendor,
    Consumers consumers,
    RequestedInterfaces interfaces,
    Optional<Update> update,
    List<MissingInclude> missing,
    Optional<Baseline> baseline,
    List<UnreadHeader> unread) {

  /**
   * From one release to another.
   *
   * @param since in which release each new name and header came, where there are releases between
   * @param uses the uses of API that the update removes
   */
  public record Update(
      InterfaceChange change,
      SortedMap<String, Version> since,
      List<ConsumerUse<RemovedApi>> uses) {

    public Version from() {
      return change.before().version();
    }

    public Version to() {
      return change.after().version();
    }

    /** The uses that no longer compile. */
    public long breaking() {
      return uses.stream().filter(use -> use.what().breaks()).count();
    }
  }

  /**
   * The oldest hypervisor that the tree must run on.
   *
   * @param configured the profile's, where another one was asked about
   * @param uses of what it lacks, unguarded
   * @param since the first release that has it, by the constant's name
   * @param minded uses of what it lacks by code that is prepared for that
   * @param guarded how many uses are guarded
   * @param checked how many uses compare the answer
   * @param allowed what requiring it, and not the profile's, would allow to use
   * @param spared how many of the guarded uses would then need no guard
   */
  public record Baseline(
      Version version,
      Optional<Version> configured,
      List<ConsumerUse<Feature>> uses,
      SortedMap<String, Version> since,
      List<GuardedUse> minded,
      int guarded,
      int checked,
      List<Feature> allowed,
      int spared) {

    /** The first release that has something which is used. */
    public Optional<Version> since(Feature feature) {
      return Optional.ofNullable(since.get(feature.name()));
    }
  }
}
