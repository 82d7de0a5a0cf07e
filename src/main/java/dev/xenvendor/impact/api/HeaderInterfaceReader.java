package dev.xenvendor.impact.api;

import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.parse.Audience;
import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Enumeration;
import dev.xenvendor.c.parse.CDefinition.Enumerator;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CField;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.ConstantValues;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a release's headers for what they give to their consumers on x86: first at the newest
 * interface version with all that tools see, then what only guests of old interface versions get.
 */
public final class HeaderInterfaceReader {

  private static final List<HeaderView> VIEWS =
      Stream.of(Audience.TOOLS, Audience.GUESTS)
          .flatMap(
              audience ->
                  Stream.of(Target.X86_64, Target.I386)
                      .map(target -> new HeaderView(audience, target, Optional.empty())))
          .toList();

  /**
   * How much is parsed together. The Xen headers of any release are less than a quarter of it. The
   * parser takes some forty bytes of memory for each byte of a header that only defines macros.
   */
  private static final int BYTES_AT_ONCE = 4 << 20;

  private final SortedMap<HeaderPath, Builder> headers = new TreeMap<>();

  /** Why headers may give more than what was seen. */
  private final Map<HeaderPath, String> unread = new HashMap<>();

  /** The names of one header, as far as they were seen; whatever is seen first holds. */
  private record Builder(
      SortedMap<String, Long> constants,
      SortedMap<String, List<String>> macros,
      SortedMap<String, List<String>> types) {

    Builder() {
      this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    boolean has(String name) {
      return constants.containsKey(name) || macros.containsKey(name);
    }

    HeaderInterface built(SortedMap<HeaderPath, Integer> includes, Optional<String> unread) {
      return new HeaderInterface(constants, macros, types, includes, unread);
    }
  }

  private HeaderInterfaceReader() {}

  public static ReleaseInterface read(Version version, HeaderTree tree) {
    return read(version, tree, BYTES_AT_ONCE);
  }

  static ReleaseInterface read(Version version, HeaderTree tree, int bytesAtOnce) {
    List<HeaderPath> paths = tree.paths().stream().filter(HeaderInterfaceReader::isForX86).toList();
    HeaderInterfaceReader reader = new HeaderInterfaceReader();
    paths.forEach(path -> reader.headers.put(path, new Builder()));
    for (List<HeaderPath> group : groups(tree, paths, bytesAtOnce)) {
      List<CHeaderReader> views = CHeaderReader.views(tree, CEnvironment.xen(), VIEWS);
      for (int i = 0; i < views.size(); i++) {
        SortedMap<HeaderPath, CHeader> seen = views.get(i).readTogether(group);
        reader.add(seen);
        if (VIEWS.get(i).audience() == Audience.TOOLS) {
          reader.noteUnread(seen.values());
        }
      }
    }
    IncludeGraph graph = CEnvironment.plain().includes(tree);
    SortedMap<HeaderPath, HeaderInterface> read = new TreeMap<>();
    reader.headers.forEach(
        (path, builder) ->
            read.put(
                path,
                builder.built(
                    includes(path, graph), Optional.ofNullable(reader.unread.get(path)))));
    return new ReleaseInterface(version, InterfaceVersion.of(tree), read);
  }

  /**
   * Splits the headers, in their order, into groups of at least so many bytes; the last may be
   * smaller.
   */
  private static List<List<HeaderPath>> groups(
      HeaderTree tree, List<HeaderPath> paths, int bytesAtOnce) {
    List<List<HeaderPath>> groups = new ArrayList<>();
    long size = bytesAtOnce;
    for (HeaderPath path : paths) {
      if (size >= bytesAtOnce) {
        groups.add(new ArrayList<>());
        size = 0;
      }
      groups.get(groups.size() - 1).add(path);
      size += tree.get(path).orElseThrow().bytes().length;
    }
    return groups;
  }

  /** Returns the other headers of the release that each includes, those of x86 alone. */
  private static SortedMap<HeaderPath, Integer> includes(HeaderPath path, IncludeGraph graph) {
    SortedMap<HeaderPath, Integer> includes = new TreeMap<>(graph.included(path));
    includes.keySet().removeIf(included -> !isForX86(included));
    return includes;
  }

  /** On another machine's headers, an x86 compiler sees what no consumer ever does. */
  private static boolean isForX86(HeaderPath path) {
    String name = path.value();
    return name.endsWith(".h") && (!name.contains("arch-") || name.contains("arch-x86"));
  }

  private void add(SortedMap<HeaderPath, CHeader> seen) {
    List<CDefinition> all = seen.values().stream().flatMap(CHeader::all).toList();
    ConstantValues constants = new ConstantValues(all, unknown(seen));
    constants
        .unknown()
        .ifPresent(why -> seen.keySet().forEach(path -> unread.putIfAbsent(path, why)));
    MacroCalls calls = new MacroCalls(all);
    seen.forEach(
        (path, header) -> {
          Builder builder = headers.get(path);
          if (builder != null) {
            header.all().forEach(definition -> add(definition, constants, calls, builder));
          }
        });
  }

  /** To tools every declaration is C; some lack types for guests, and are not for them. */
  private void noteUnread(Collection<CHeader> seen) {
    for (CHeader header : seen) {
      header
          .unread()
          .or(header::missingInclude)
          .ifPresent(why -> unread.putIfAbsent(header.path(), why.inHeader()));
    }
  }

  /** The macros that no view before this one had: what it is in the first view counts. */
  private List<Macro> unknown(SortedMap<HeaderPath, CHeader> seen) {
    List<Macro> unknown = new ArrayList<>();
    seen.forEach(
        (path, header) -> {
          Builder builder = headers.get(path);
          if (builder != null) {
            header
                .all()
                .filter(Macro.class::isInstance)
                .map(Macro.class::cast)
                .filter(macro -> !builder.has(macro.name()))
                .forEach(unknown::add);
          }
        });
    return unknown;
  }

  private static void add(
      CDefinition definition, ConstantValues constants, MacroCalls calls, Builder builder) {
    switch (definition.kind()) {
      case MACRO -> add((Macro) definition, constants, calls, builder);
      case ENUM -> {
        for (Enumerator enumerator : ((Enumeration) definition).enumerators()) {
          constants
              .ofEnumerator(enumerator.name())
              .ifPresent(value -> builder.constants.putIfAbsent(enumerator.name(), value));
        }
        addType(definition, builder);
      }
      case STRUCT, UNION, TYPEDEF -> addType(definition, builder);
      default -> {}
    }
  }

  private static void add(
      Macro macro, ConstantValues constants, MacroCalls calls, Builder builder) {
    boolean isGuard = macro.parameters().isEmpty() && macro.body().isEmpty();
    if (isGuard || builder.has(macro.name())) {
      return;
    }
    constants
        .of(macro)
        .ifPresentOrElse(
            value -> builder.constants.put(macro.name(), value),
            () -> builder.macros.put(macro.name(), calls.of(macro)));
  }

  private static void addType(CDefinition type, Builder builder) {
    if (!type.name().isEmpty() && !type.isGuestHandle()) {
      builder.types.merge(type.spelling(), fields(type.ownFields()), HeaderInterfaceReader::union);
    }
  }

  /** A struct's fields may differ by target and audience. */
  private static List<String> union(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private static List<String> fields(List<CField> fields) {
    return fields.stream()
        .flatMap(CField::withMembers)
        .flatMap(field -> field.name().stream())
        .distinct()
        .toList();
  }
}
