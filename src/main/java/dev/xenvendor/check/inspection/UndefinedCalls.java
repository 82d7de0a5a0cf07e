package dev.xenvendor.check.inspection;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.token.CKeywords;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.check.inspection.UndefinedName.Use;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions that macros call but that no supported consumer defines. */
public final class UndefinedCalls {

  /** The macros of {@code <stdarg.h>}, which every guest has. */
  private static final Set<String> ARGUMENT_LISTS =
      Set.of("va_arg", "va_copy", "va_end", "va_start");

  private static final Set<String> NO_CALL_BEHIND = Set.of(".", "->", "##", "struct", "union");

  private UndefinedCalls() {}

  /**
   * Returns the functions that macros call but that no supported consumer defines.
   *
   * @param guests the views of guests
   * @param provided what the tree defines elsewhere
   */
  public static List<UndefinedName> undefined(
      HeaderSet set, List<HeaderPath> looked, List<HeaderView> guests, Set<String> provided) {
    Map<String, UndefinedName> first = new LinkedHashMap<>();
    Map<String, Set<String>> versions = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    List<List<UndefinedName>> found =
        guests.parallelStream().map(guest -> undefined(set, looked, guest, provided)).toList();
    for (int i = 0; i < guests.size(); i++) {
      String version = guests.get(i).version().orElse("");
      all.add(version);
      for (UndefinedName name : found.get(i)) {
        first.putIfAbsent(name.identity(), name);
        versions.computeIfAbsent(name.identity(), seenBy -> new LinkedHashSet<>()).add(version);
      }
    }
    List<UndefinedName> undefined = new ArrayList<>();
    first.forEach(
        (identity, name) -> {
          Set<String> missing = versions.getOrDefault(identity, Set.of());
          String seen = missing.equals(all) ? "" : " for guests of " + String.join(", ", missing);
          undefined.add(
              new UndefinedName(
                  name.use(),
                  name.file(),
                  name.line(),
                  name.name(),
                  name.in(),
                  seen,
                  name.meant()));
        });
    return undefined;
  }

  private static List<UndefinedName> undefined(
      HeaderSet set, List<HeaderPath> looked, HeaderView guest, Set<String> provided) {
    List<HeaderPath> headers = looked.stream().filter(guest.target()::mayUse).toList();
    Map<HeaderPath, CHeader> read =
        new CHeaderReader(set.files(), set.environment(), guest).readTogether(headers);
    Set<String> known = new HashSet<>(provided);
    known.addAll(ARGUMENT_LISTS);
    read.values().stream().flatMap(CHeader::all).map(CDefinition::name).forEach(known::add);
    List<UndefinedName> undefined = new ArrayList<>();
    read.forEach(
        (file, header) -> {
          header.refusal().ifPresent(reason -> undefined.add(unread(file, reason)));
          header.definitions().stream()
              .filter(definition -> definition instanceof Macro)
              .map(definition -> (Macro) definition)
              .forEach(
                  macro ->
                      calls(macro).stream()
                          .filter(name -> !known.contains(name) && !CKeywords.isKeyword(name))
                          .filter(name -> !name.startsWith("__builtin_"))
                          .forEach(name -> undefined.add(called(file, macro, name))));
        });
    return undefined;
  }

  private static UndefinedName unread(HeaderPath file, String reason) {
    return new UndefinedName(Use.UNREAD, file, 1, "", reason, "", Optional.empty());
  }

  private static UndefinedName called(HeaderPath file, Macro macro, String name) {
    return new UndefinedName(
        Use.CALLED, file, macro.place().line(), name, macro.name(), "", Optional.empty());
  }

  /** Returns the names in a macro's body that a parenthesis follows. */
  private static Set<String> calls(Macro macro) {
    Set<String> calls = new LinkedHashSet<>();
    CTokens body = CTokens.of(macro.body());
    String before = "";
    for (int token = body.significant(0); token < body.size(); ) {
      int next = body.significant(token + 1);
      boolean call = next < body.size() && body.isPunctuator(next, '(');
      String name = body.spelling(token);
      if (name.equals("__attribute__") && call) {
        next = body.significant(body.closing(next).orElse(next) + 1); // it holds words of its own
      } else if (call
          && body.kind(token) == Kind.IDENTIFIER
          && !NO_CALL_BEHIND.contains(before)
          && !macro.parameters().filter(names -> names.contains(name)).isPresent()) {
        calls.add(name);
      }
      before = name;
      token = next;
    }
    return calls;
  }
}
