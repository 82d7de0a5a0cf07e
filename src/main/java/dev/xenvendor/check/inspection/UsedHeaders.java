package dev.xenvendor.check.inspection;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The vendor headers whose names one of the tree's own headers uses, even if it does not include
 * them: consumers include these first.
 */
public final class UsedHeaders {

  private final HeaderSet set;
  private final Map<HeaderView, Map<String, HeaderPath>> definitions = new ConcurrentHashMap<>();

  public UsedHeaders(HeaderSet set) {
    this.set = set;
  }

  /** Those that a header uses in a view. */
  public List<HeaderPath> of(HeaderPath own, HeaderView view) {
    Map<String, HeaderPath> headers = definitions.computeIfAbsent(view, this::definitions);
    CTokens text = CTokens.of(set.files().get(own).map(HeaderFile::bytes).orElse(new byte[0]));
    Set<HeaderPath> used = new TreeSet<>();
    for (int token = 0; token < text.size(); token++) {
      if (text.kind(token) == Kind.IDENTIFIER) {
        Optional.ofNullable(headers.get(text.spelling(token))).ifPresent(used::add);
      }
    }
    return List.copyOf(used);
  }

  private Map<String, HeaderPath> definitions(HeaderView view) {
    Map<String, HeaderPath> definitions = new HashMap<>();
    List<HeaderPath> headers = set.headers().stream().filter(view.target()::mayUse).toList();
    new CHeaderReader(set.files(), set.environment(), view)
        .readTogether(headers)
        .forEach(
            (path, header) -> {
              if (headers.contains(path)) {
                header.all().map(CDefinition::name).forEach(n -> definitions.putIfAbsent(n, path));
              }
            });
    return definitions;
  }
}
