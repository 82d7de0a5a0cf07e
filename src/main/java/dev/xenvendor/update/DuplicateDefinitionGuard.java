package dev.xenvendor.update;

import dev.xenvendor.c.token.CKeywords;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.PathGlob;
import dev.xenvendor.tree.PathSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses a relocation whose definitions one of the tree's own headers, which consumers include
 * directly, already has.
 */
final class DuplicateDefinitionGuard {

  private final Vendor vendor;
  private final TrunkView trunk;

  DuplicateDefinitionGuard(Vendor vendor, TrunkView trunk) {
    this.vendor = vendor;
    this.trunk = trunk;
  }

  /**
   * Refuses a relocation whose definitions stand elsewhere already.
   *
   * @param mdHeader where they would go
   * @throws Problem if another of the tree's own headers has one of them
   */
  void requireNone(LocalPatch patch, RelocateDefinitions relocation, HeaderPath mdHeader) {
    headers()
        .forEach(
            (path, file) -> {
              if (!path.equals(mdHeader)) {
                defined(relocation, file)
                    .ifPresent(
                        name -> {
                          throw problem(patch, mdHeader, path, name);
                        });
              }
            });
  }

  /** Refuses a relocation into a header that neither the vendor's includes nor consumers do. */
  void requireIncluded(LocalPatch patch, RelocateDefinitions relocation, HeaderPath mdHeader) {
    if (relocation.include().isEmpty() && !vendor.checks().abi().headers().test(mdHeader)) {
      throw patch
          .problem(" has no include, and abi.headers does not name " + mdHeader)
          .hint(
              "if only consumers include it, add it to abi.headers in "
                  + vendor.configFolder()
                  + "/vendor.yaml; otherwise give the patch an include");
    }
  }

  private static Problem problem(
      LocalPatch patch, HeaderPath mdHeader, HeaderPath other, String name) {
    return patch
        .problem(
            " would write "
                + name
                + " into "
                + mdHeader
                + ", and "
                + other
                + ", one of abi.headers, already defines it")
        .hint("remove one of the two from the tree, or the patch: " + patch.place());
  }

  private Map<HeaderPath, HeaderFile> headers() {
    PathSet wanted = vendor.checks().abi().headers();
    Map<HeaderPath, HeaderFile> headers = new TreeMap<>();
    for (PathGlob glob : wanted.include()) {
      HeaderTree files =
          glob.folder().map(folder -> trunk.tree(folder).under(folder)).orElseGet(trunk::tree);
      headers.putAll(files.only(wanted).files());
    }
    return headers;
  }

  /** The first that a header defines, whatever interface version it is for. */
  private static Optional<String> defined(RelocateDefinitions relocation, HeaderFile file) {
    CTokens text = CTokens.of(file.bytes());
    for (int token = 0; token < text.size(); token++) {
      Optional<String> found = spelling(text, token).filter(relocation::moves);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns what a struct or a typedef defines whose name stands here, as C code refers to it. */
  private static Optional<String> spelling(CTokens text, int token) {
    if (text.kind(token) != Kind.IDENTIFIER || text.inDirective(token)) {
      return Optional.empty();
    }
    int before = text.significantBefore(token - 1);
    int after = text.significant(token + 1);
    if (before < 0 || after >= text.size()) {
      return Optional.empty();
    }
    if (text.isPunctuator(after, '{') && CKeywords.isTag(text.spelling(before))) {
      return Optional.of(text.spelling(before) + ' ' + text.spelling(token));
    }
    return text.isPunctuator(after, ';') && beginsWithTypedef(text, before)
        ? Optional.of(text.spelling(token))
        : Optional.empty();
  }

  private static boolean beginsWithTypedef(CTokens text, int from) {
    for (int at = from; at >= 0 && !text.inDirective(at); at = text.significantBefore(at - 1)) {
      if (text.isPunctuator(at, ';') || text.isPunctuator(at, '{')) {
        return false;
      }
      if (text.is(at, Kind.IDENTIFIER, "typedef")) {
        return true;
      }
    }
    return false;
  }
}
