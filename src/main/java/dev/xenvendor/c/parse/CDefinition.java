package dev.xenvendor.c.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One definition of a header at file level. A declaration of several names, such as {@code typedef
 * struct x { … } x_t;}, gives one definition for each, all at the same place.
 */
public sealed interface CDefinition {

  /** The kinds of definition. */
  enum Kind {
    STRUCT,
    UNION,
    ENUM,
    TYPEDEF,
    VARIABLE,
    FUNCTION,
    /** A struct, union or enum that is only announced. */
    FORWARD,
    MACRO,
    /** A macro at file level whose replacement declares something. */
    MACRO_USE
  }

  Kind kind();

  /** The name without {@code struct} and the like; of a macro use the macro's. */
  String name();

  Place place();

  /** The names of types, constants and macros that it cannot do without, its own left out. */
  Set<CName> uses();

  /** The names that come into being by it. */
  Set<CName> defines();

  /** This definition with what only shows under the conditions of the other one. */
  default CDefinition with(CDefinition other) {
    return this;
  }

  /** As C code would refer to it, as in {@code struct page}. */
  default String spelling() {
    return name();
  }

  /**
   * Returns whether it is the struct or typedef of a guest handle: a pointer with a name made by a
   * macro, which no consumer spells out.
   */
  default boolean isGuestHandle() {
    return name().startsWith("__guest_handle_");
  }

  /** It, and what it makes where it is the use of a macro. */
  default Stream<CDefinition> withMade() {
    return Stream.of(this);
  }

  /** The fields of the struct or union that is written in it. */
  default List<CField> fields() {
    return List.of();
  }

  /** Returns its fields, unless it only gives another name to a type that has one. */
  default List<CField> ownFields() {
    return fields();
  }

  /** A struct or union with its fields. */
  record Composite(Kind kind, String name, Place place, Set<CName> uses, List<CField> fields)
      implements CDefinition {

    @Override
    public Set<CName> defines() {
      return Set.of(CName.tag(name));
    }

    @Override
    public CDefinition with(CDefinition other) {
      Set<CName> allUses = new TreeSet<>(uses);
      allUses.addAll(other.uses());
      return new Composite(kind, name, place, allUses, CField.merge(fields, other.fields()));
    }

    @Override
    public String spelling() {
      return (kind == Kind.UNION ? "union " : "struct ") + name;
    }
  }

  /** A constant of an enum, with its value as written where it has one. */
  record Enumerator(String name, Optional<String> value) {}

  /** An enum; without a name where it has none. */
  record Enumeration(String name, Place place, Set<CName> uses, List<Enumerator> enumerators)
      implements CDefinition {

    @Override
    public Kind kind() {
      return Kind.ENUM;
    }

    @Override
    public Set<CName> defines() {
      Set<CName> defines = new TreeSet<>();
      enumerators.forEach(enumerator -> defines.add(CName.ordinary(enumerator.name())));
      if (!name.isEmpty()) {
        defines.add(CName.tag(name));
      }
      return defines;
    }

    @Override
    public String spelling() {
      return ("enum " + name).stripTrailing();
    }
  }

  /**
   * A name for a type.
   *
   * @param type as written, as in {@code struct page *}
   * @param alias the type that it is another name for; empty for a pointer, an array, a function, a
   *     built-in type and a struct without a name
   */
  record Typedef(
      String name,
      Place place,
      Set<CName> uses,
      String type,
      Optional<CName> alias,
      List<CField> fields)
      implements CDefinition {

    @Override
    public Kind kind() {
      return Kind.TYPEDEF;
    }

    @Override
    public CDefinition with(CDefinition other) {
      Set<CName> allUses = new TreeSet<>(uses);
      allUses.addAll(other.uses());
      return new Typedef(name, place, allUses, type, alias, CField.merge(fields, other.fields()));
    }

    @Override
    public List<CField> ownFields() {
      return alias.isPresent() ? List.of() : fields;
    }

    @Override
    public Set<CName> defines() {
      return Set.of(CName.ordinary(name));
    }
  }

  /** A variable or function, or a struct, union or enum that is only announced. */
  record Declaration(Kind kind, String name, Place place, Set<CName> uses, String type)
      implements CDefinition {

    @Override
    public Set<CName> defines() {
      return kind == Kind.FORWARD ? Set.of() : Set.of(CName.ordinary(name));
    }

    @Override
    public String spelling() {
      return kind == Kind.FORWARD ? type : name;
    }
  }

  /**
   * A macro.
   *
   * @param parameters empty for one that is used without parentheses
   * @param body with one blank for any white space, comments and line ends
   */
  record Macro(
      String name, Place place, Set<CName> uses, Optional<List<String>> parameters, String body)
      implements CDefinition {

    @Override
    public Kind kind() {
      return Kind.MACRO;
    }

    @Override
    public Set<CName> defines() {
      return Set.of(CName.macro(name));
    }
  }

  /**
   * A macro at file level.
   *
   * @param arguments as written, one blank for any white space
   * @param made what its replacement declares; nothing where the macro is not known
   */
  record MacroUse(
      String name, Place place, Set<CName> uses, List<String> arguments, List<CDefinition> made)
      implements CDefinition {

    @Override
    public Kind kind() {
      return Kind.MACRO_USE;
    }

    @Override
    public Set<CName> defines() {
      Set<CName> defines = new LinkedHashSet<>();
      made.forEach(definition -> defines.addAll(definition.defines()));
      return defines;
    }

    @Override
    public CDefinition with(CDefinition other) {
      return made.isEmpty() ? other : this;
    }

    @Override
    public Stream<CDefinition> withMade() {
      return Stream.concat(Stream.of(this), made.stream());
    }

    /** With its arguments. */
    @Override
    public String spelling() {
      return arguments.isEmpty() ? name : name + '(' + String.join(", ", arguments) + ')';
    }
  }
}
