package dev.xenvendor.check.inspection;

import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.profile.AbiSettings;
import dev.xenvendor.profile.InterfaceVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The views in which the profile compiles the headers. */
public final class HeaderViews {

  private HeaderViews() {}

  /** Guests of each interface version that the release knows, and tools, on each target. */
  public static List<HeaderView> of(Inspection tree) {
    List<HeaderView> views = new ArrayList<>();
    for (Target target : targets(tree.vendor().checks().abi())) {
      versions(tree).forEach(version -> views.add(HeaderView.ofGuests(target, version)));
      views.add(HeaderView.ofTools(target));
    }
    return views;
  }

  /** Returns which of all the views are meant, for messages; nothing where it is all of them. */
  public static String where(List<HeaderView> all, Collection<HeaderView> views) {
    List<String> titles = all.stream().filter(views::contains).map(HeaderView::title).toList();
    return titles.size() == all.size() ? "" : " for " + String.join(", ", titles);
  }

  public static List<Target> targets(AbiSettings settings) {
    return settings.targets().stream().flatMap(word -> Target.ofWord(word).stream()).toList();
  }

  /**
   * The interface versions to look at: those that the profile names, else the newest and those that
   * consumers ask for. One that is newer than the headers is refused by them.
   */
  public static List<String> versions(Inspection tree) {
    List<String> named = tree.vendor().checks().abi().interfaceVersions();
    Set<String> versions = new LinkedHashSet<>(named);
    if (named.isEmpty()) {
      versions.add(InterfaceVersion.LATEST_MACRO);
      versions.addAll(tree.askedVersions().versions());
    }
    Optional<Long> latest = InterfaceVersion.of(tree.headers()).map(Long::decode);
    versions.removeIf(
        version ->
            !version.equals(InterfaceVersion.LATEST_MACRO)
                && latest.filter(newest -> isBeyond(version, newest, named)).isPresent());
    return versions.isEmpty() ? List.of(InterfaceVersion.LATEST_MACRO) : List.copyOf(versions);
  }

  /** The newest need not be read twice. */
  private static boolean isBeyond(String version, long newest, List<String> named) {
    long number = Long.decode(version);
    return number > newest || (named.isEmpty() && number == newest);
  }
}
