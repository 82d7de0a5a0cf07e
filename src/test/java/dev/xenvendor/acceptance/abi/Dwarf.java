package dev.xenvendor.acceptance.abi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a compiler's debugging information says of types, as {@code readelf} prints it. */
final class Dwarf {

  private static final Pattern ENTRY =
      Pattern.compile("<(\\p{XDigit}+)><(\\p{XDigit}+)>: Abbrev Number: \\d+ \\(DW_TAG_(\\w+)\\)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("<\\p{XDigit}+>\\s+DW_AT_(\\w+)\\s*: (.*)");

  /** One entry with those below it. */
  record Entry(String tag, Map<String, String> attributes, List<Entry> below) {

    Optional<String> name() {
      return Optional.ofNullable(attributes.get("name"));
    }

    long number(String attribute) {
      return Long.decode(attributes.getOrDefault(attribute, "0"));
    }

    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }

    List<Entry> members() {
      return below.stream().filter(entry -> entry.tag.equals("member")).toList();
    }

    boolean isStruct() {
      return tag.equals("structure_type") || tag.equals("union_type");
    }

    /** A member's first bit. */
    long position() {
      return number("data_member_location") * 8 + number("data_bit_offset");
    }
  }

  private final Map<String, Entry> entries = new HashMap<>();

  static Dwarf parse(String dump) {
    Dwarf dwarf = new Dwarf();
    List<Entry> open = new ArrayList<>();
    for (String line : dump.split("\n")) {
      Matcher start = ENTRY.matcher(line);
      Matcher attribute = ATTRIBUTE.matcher(line);
      if (start.find()) {
        Entry entry = new Entry(start.group(3), new HashMap<>(), new ArrayList<>());
        int depth = Integer.parseInt(start.group(1), 16);
        while (open.size() > depth) {
          open.remove(open.size() - 1);
        }
        if (!open.isEmpty()) {
          open.get(open.size() - 1).below.add(entry);
        }
        open.add(entry);
        dwarf.entries.put(start.group(2), entry);
      } else if (attribute.find() && !open.isEmpty()) {
        String value = attribute.group(2).strip().replaceFirst("^(\\([^)]*\\):? )+", "");
        open.get(open.size() - 1).attributes.put(attribute.group(1), value.strip());
      }
    }
    return dwarf;
  }

  /** The structs, unions and enums that have a tag and are complete, and typedefs. */
  Map<String, Entry> named(String tag) {
    Map<String, Entry> named = new HashMap<>();
    entries
        .values()
        .forEach(
            entry -> {
              if (entry.tag().equals(tag) && !entry.has("declaration")) {
                entry.name().ifPresent(name -> named.put(name, entry));
              }
            });
    return named;
  }

  /** The number of an entry's type, behind which its name may stand. */
  private static String reference(Entry entry) {
    return entry.attributes().getOrDefault("type", "").replaceFirst("^<0x(\\p{XDigit}+)>.*", "$1");
  }

  /** What an entry's type is once other names and qualifiers are taken off. */
  Optional<Entry> type(Entry entry) {
    Entry type = entry;
    do {
      String reference = reference(type);
      if (!entries.containsKey(reference)) {
        return Optional.empty();
      }
      type = entries.get(reference);
    } while (List.of("typedef", "const_type", "volatile_type").contains(type.tag()));
    return Optional.of(type);
  }

  /** The first bit of a field, by the way to it. */
  Optional<Long> position(Entry struct, String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    for (Entry member : struct.members()) {
      if (member.name().isEmpty()) {
        Optional<Long> inner = type(member).flatMap(type -> position(type, path));
        if (inner.isPresent()) {
          return inner.map(bit -> bit + member.position());
        }
      } else if (member.name().get().equals(first)) {
        return dot < 0
            ? Optional.of(member.position())
            : type(member)
                .flatMap(type -> position(type, path.substring(dot + 1)))
                .map(bit -> bit + member.position());
      }
    }
    return Optional.empty();
  }

  /** The ways to all fields, also those of structs without a name that are written in place. */
  List<String> paths(Entry struct) {
    List<String> paths = new ArrayList<>();
    for (Entry member : struct.members()) {
      member.name().ifPresent(paths::add);
      type(member)
          .filter(type -> type.isStruct() && type.name().isEmpty() && isInPlace(member))
          .ifPresent(
              type ->
                  paths(type)
                      .forEach(p -> paths.add(member.name().map(n -> n + '.' + p).orElse(p))));
    }
    return paths;
  }

  private boolean isInPlace(Entry member) {
    String reference = reference(member);
    return Optional.ofNullable(entries.get(reference)).filter(Entry::isStruct).isPresent();
  }
}
