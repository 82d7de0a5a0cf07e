package dev.xenvendor.impact;

import dev.xenvendor.cheader.CDefinition;
import dev.xenvendor.cheader.CDefinition.Enumeration;
import dev.xenvendor.cheader.CDefinition.Enumerator;
import dev.xenvendor.cheader.CDefinition.Macro;
import dev.xenvendor.cheader.CDefinition.Typedef;
import dev.xenvendor.cheader.CEnvironment;
import dev.xenvendor.cheader.CField;
import dev.xenvendor.cheader.CHeader;
import dev.xenvendor.cheader.CHeaderReader;
import dev.xenvendor.cheader.Target;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.vendor.InterfaceVersion;
import dev.xenvendor.vendor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a release's headers for what they give to their consumers on x86, tools included, at the
 * newest interface version.
 */
public final class InterfaceReader {

  private final SortedMap<HeaderPath, CHeader> headers = new TreeMap<>();
  private final ConstantMacros constants = new ConstantMacros();

  private InterfaceReader(HeaderTree tree) {
    List<HeaderPath> paths = tree.paths().stream().filter(InterfaceReader::isForX86).toList();
    CEnvironment everything = CEnvironment.xen().forTools();
    for (Target target : List.of(Target.X86_64, Target.I386)) {
      read(new CHeaderReader(tree, everything, target), paths)
          .forEach((path, header) -> headers.merge(path, header, CHeader::with));
    }
    headers.keySet().removeIf(path -> !tree.contains(path) || !isForX86(path));
    paths.forEach(p -> headers.putIfAbsent(p, new CHeader(p, List.of(), List.of())));
    headers.values().forEach(header -> header.all().forEach(this::define));
  }

  private static SortedMap<HeaderPath, CHeader> read(CHeaderReader reader, List<HeaderPath> paths) {
    try {
      return reader.readTogether(paths);
    } catch (StackOverflowError e) {
      // One header that is nested too deeply for the parser; it alone is given up.
      SortedMap<HeaderPath, CHeader> read = new TreeMap<>();
      paths.forEach(path -> read.put(path, reader.read(path)));
      return read;
    }
  }

  public static ReleaseInterface read(Version version, HeaderTree tree) {
    SortedMap<HeaderPath, HeaderInterface> read = new TreeMap<>();
    InterfaceReader reader = new InterfaceReader(tree);
    reader.headers.forEach((path, header) -> read.put(path, reader.names(header)));
    return new ReleaseInterface(version, InterfaceVersion.of(tree), read);
  }

  /** On another machine's headers, an x86 compiler sees what no consumer ever does. */
  private static boolean isForX86(HeaderPath path) {
    String name = path.value();
    return name.endsWith(".h") && (!name.contains("arch-") || name.contains("arch-x86"));
  }

  private void define(CDefinition definition) {
    if (definition instanceof Macro macro) {
      constants.define(macro);
    } else if (definition instanceof Enumeration enumeration) {
      values(enumeration).forEach(constants::define);
    }
  }

  /** The values of an enum's constants, as far as they can be known. */
  private SortedMap<String, Long> values(Enumeration enumeration) {
    SortedMap<String, Long> values = new TreeMap<>();
    Optional<Long> next = Optional.of(0L);
    for (Enumerator enumerator : enumeration.enumerators()) {
      Optional<Long> value =
          enumerator.value().isPresent() ? constants.value(enumerator.value().get()) : next;
      value.ifPresent(v -> values.put(enumerator.name(), v));
      value.ifPresent(v -> constants.define(enumerator.name(), v));
      next = value.map(v -> v + 1);
    }
    return values;
  }

  private HeaderInterface names(CHeader header) {
    SortedMap<String, Long> values = new TreeMap<>();
    SortedMap<String, List<String>> macros = new TreeMap<>();
    SortedMap<String, List<String>> types = new TreeMap<>();
    for (CDefinition definition : header.all().toList()) {
      switch (definition.kind()) {
        case MACRO -> add((Macro) definition, values, macros);
        case ENUM -> {
          values((Enumeration) definition).forEach(values::putIfAbsent);
          addType(definition, types);
        }
        case STRUCT, UNION, TYPEDEF -> addType(definition, types);
        default -> {}
      }
    }
    return new HeaderInterface(values, macros, types);
  }

  private void add(
      Macro macro, SortedMap<String, Long> values, SortedMap<String, List<String>> macros) {
    if (macro.parameters().isPresent()) {
      macros.putIfAbsent(macro.name(), constants.calls(macro));
    } else if (!isGuard(macro)) {
      constants
          .value(macro.body())
          .ifPresentOrElse(
              value -> values.putIfAbsent(macro.name(), value),
              () -> macros.putIfAbsent(macro.name(), constants.calls(macro)));
    }
  }

  /** Include guards and the like stand for nothing. */
  private static boolean isGuard(Macro macro) {
    return macro.body().isEmpty();
  }

  private static void addType(CDefinition type, SortedMap<String, List<String>> types) {
    // Handles of pointers to guest memory have made-up names, which no consumer spells out.
    boolean named = !type.name().isEmpty() && !type.name().startsWith("__guest_handle_");
    boolean otherName = type instanceof Typedef typedef && typedef.alias().isPresent();
    if (named) {
      List<String> fields = otherName ? List.of() : fields(type.fields());
      types.merge(type.spelling(), fields, InterfaceReader::longer);
    }
  }

  private static List<String> longer(List<String> some, List<String> others) {
    return others.size() > some.size() ? others : some;
  }

  private static List<String> fields(List<CField> fields) {
    List<String> names = new ArrayList<>();
    fields.stream()
        .flatMap(CField::withMembers)
        .flatMap(field -> field.name().stream())
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names;
  }
}
