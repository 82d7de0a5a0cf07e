package dev.xenvendor.impact.consumer;

import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CToken;
import dev.xenvendor.impact.consumer.RequestedVersions.Asked;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The interface versions that C code defines. */
final class DefinedVersions {

  private final ConsumerTree tree;
  private final BuildFiles settings;
  private final Map<String, String> macros = new HashMap<>();

  DefinedVersions(ConsumerTree tree, BuildFiles settings) {
    this.tree = tree;
    this.settings = settings;
    tree.consumers().files().forEach(file -> defines(file).forEach(d -> learn(d.operands())));
  }

  private void learn(List<CToken> operands) {
    if (operands.size() == 2) {
      macros.putIfAbsent(operands.get(0).text(), operands.get(1).text());
    }
  }

  /**
   * Those that hold for every consumer that includes a header of the tree's own, or an edited one.
   */
  List<Asked> inHeaders() {
    List<Asked> asked = in(ConsumerFile::isHeader);
    asked.addAll(inEditedHeaders());
    return asked;
  }

  /** Those that hold for one file of code. */
  List<Asked> inSources() {
    return in(file -> !file.isHeader());
  }

  private List<Asked> in(Predicate<ConsumerFile> wanted) {
    return tree.consumers().files().stream()
        .filter(wanted)
        .flatMap(file -> asked(file).stream())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** A definition in the vendor's own headers is no request, unless the tree put it in. */
  private List<Asked> inEditedHeaders() {
    List<Asked> edited = new ArrayList<>();
    tree.headers()
        .files()
        .forEach(
            (path, file) -> {
              if (file.mode().isFile() && path.value().endsWith(".h") && isEdited(path, file)) {
                List<String> published =
                    asked(consumer(path, tree.published())).stream().map(Asked::version).toList();
                HeaderPath inTree = tree.vendor().prefix().resolve(path);
                asked(new ConsumerFile(inTree, file.bytes())).stream()
                    .filter(one -> !published.contains(one.version()))
                    .forEach(edited::add);
              }
            });
    return edited;
  }

  private boolean isEdited(HeaderPath path, HeaderFile file) {
    return tree.published().contains(path)
        && tree.published().get(path).filter(file::equals).isEmpty();
  }

  private static ConsumerFile consumer(HeaderPath path, HeaderTree headers) {
    return new ConsumerFile(path, headers.get(path).map(HeaderFile::bytes).orElse(new byte[0]));
  }

  private static List<CDirective> defines(ConsumerFile file) {
    return file.tokens().directives().stream()
        .filter(directive -> directive.word().equals("define"))
        .toList();
  }

  private List<Asked> asked(ConsumerFile file) {
    List<Asked> asked = new ArrayList<>();
    for (CDirective define : defines(file)) {
      List<CToken> operands = define.operands();
      if (operands.size() == 2 && operands.get(0).text().equals(InterfaceVersion.MACRO)) {
        int line = file.tokens().line(define.range().start());
        VersionValue.of(operands.get(1).text(), this::value)
            .ifPresent(version -> asked.add(new Asked(version, file.path(), line)));
      }
    }
    return asked;
  }

  private String value(String name) {
    return macros.getOrDefault(name, settings.value(name));
  }
}
