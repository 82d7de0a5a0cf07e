package dev.xenvendor.patch.definition;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.CName;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.text.Directives;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operating system's own header that holds what was moved out of the vendor's. */
public final class MdHeader {

  private final HeaderPath path;

  /** An MD header by its path from the tree's root. */
  public MdHeader(HeaderPath path) {
    this.path = path;
  }

  /**
   * A new MD header.
   *
   * @param from the vendor's header that the definitions come from, seen from the tree's root
   * @param ident the ident line that the tree's headers begin with
   */
  public byte[] create(HeaderPath from, Optional<String> ident, List<MovedDefinitions> taken) {
    boolean crLf = taken.stream().anyMatch(t -> Lines.usesCrLf(t.text()));
    String guard = path.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    StringBuilder text = new StringBuilder();
    ident.ifPresent(line -> text.append(line).append("\n\n"));
    text.append("/*\n * Definitions that upstream does not carry, moved here from\n * ");
    text.append(from).append(", word for word.\n */\n\n");
    text.append("#ifndef _").append(guard).append("_\n#define _").append(guard).append("_\n\n");
    text.append("#include \"").append(MdHeaderPath.include(path, from)).append("\"\n\n");
    text.append("#endif /* _").append(guard).append("_ */\n");
    String endings = crLf ? text.toString().replace("\n", "\r\n") : text.toString();
    return append(endings.getBytes(StandardCharsets.UTF_8), taken);
  }

  /**
   * The header with definitions added at its end; those that it has already stay as they are.
   *
   * @throws IllegalArgumentException if it has one of them in another form
   */
  public byte[] with(byte[] header, List<MovedDefinitions> taken) {
    Set<CName> there = definedIn(header);
    return append(header, taken.stream().filter(t -> !has(header, there, t)).toList());
  }

  private static byte[] append(byte[] header, List<MovedDefinitions> missing) {
    TextLines lines = new TextLines(header);
    int end = new Directives(lines).guard().map(Directives.Guard::end).orElse(lines.size());
    List<String> added = new ArrayList<>();
    for (MovedDefinitions definition : missing) {
      if (!added.isEmpty()) {
        added.add("");
      }
      added.addAll(TextLines.of(definition.text()));
    }
    if (!added.isEmpty()) {
      added.add("");
      if (!lines.isBlank(end - 1)) {
        added.add(0, "");
      }
    }
    lines.insertLatin1(end, added);
    return lines.bytes();
  }

  private Set<CName> definedIn(byte[] header) {
    HeaderTree alone = HeaderTree.of(Map.of(path, HeaderFile.regular(header)));
    CHeader read = CHeaderReader.readAllViews(alone, path, CEnvironment.plain());
    return read.all()
        .flatMap(definition -> definition.defines().stream())
        .collect(Collectors.toSet());
  }

  private boolean has(byte[] header, Set<CName> there, MovedDefinitions taken) {
    Set<CName> both = new HashSet<>(taken.defines());
    both.retainAll(there);
    if (both.isEmpty()) {
      return false;
    }
    if (CTokens.of(header).find(CTokens.of(taken.text())).isEmpty()) {
      throw new IllegalArgumentException(
          Collections.min(both).text() + " is already in " + path + ", in another form");
    }
    return true;
  }
}
