package dev.xenvendor.c.parse;

import dev.xenvendor.profile.InterfaceVersion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The audience and the target for which headers are read or compiled.
 *
 * @param version the interface version that guests request, as in {@code 0x00030201}; empty for
 *     guests that request none, and for tools, which always get the newest
 */
public record HeaderView(Audience audience, Target target, Optional<String> version)
    implements Comparable<HeaderView> {

  private static final Comparator<HeaderView> ORDER =
      Comparator.comparing(HeaderView::audience)
          .thenComparing(HeaderView::target)
          .thenComparing(view -> view.version.orElse(""));

  public static HeaderView ofTools(Target target) {
    return new HeaderView(Audience.TOOLS, target, Optional.empty());
  }

  public static HeaderView ofGuests(Target target, String version) {
    return new HeaderView(Audience.GUESTS, target, Optional.of(version));
  }

  /** Guests that ask for the newest interface version, and tools, on every target. */
  public static List<HeaderView> all() {
    return all(InterfaceVersion.LATEST_MACRO);
  }

  /** Guests that ask for an interface version, and tools, on every target. */
  public static List<HeaderView> all(String version) {
    return Stream.concat(
            targets().map(target -> ofGuests(target, version)), targets().map(HeaderView::ofTools))
        .toList();
  }

  private static Stream<Target> targets() {
    return Arrays.stream(Target.values());
  }

  /** An environment with what the view defines in it. */
  public CEnvironment in(CEnvironment environment) {
    return audience == Audience.TOOLS
        ? environment.forTools()
        : version
            .map(asked -> environment.define(InterfaceVersion.MACRO, asked))
            .orElse(environment);
  }

  /** As in {@code guests of 0x00030201 on i386}. */
  public String title() {
    String asked =
        version
            .filter(each -> !each.equals(InterfaceVersion.LATEST_MACRO))
            .map(each -> " of " + each)
            .orElse("");
    return audience.word() + asked + " on " + target.word();
  }

  @Override
  public int compareTo(HeaderView other) {
    return ORDER.compare(this, other);
  }
}
