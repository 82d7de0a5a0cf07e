package dev.xenvendor.abi;

import dev.xenvendor.c.compiler.HeaderSurveyor;
import dev.xenvendor.c.compiler.HeaderSurveyor.Look;
import dev.xenvendor.c.compiler.HeaderSurveyor.Sight;
import dev.xenvendor.c.compiler.Survey;
import dev.xenvendor.c.compiler.SystemCompiler;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what a header tree promises. */
public final class AbiReader {

  /** The macro by which whoever includes the headers says how old they may be. */
  public static final String VERSION = InterfaceVersion.MACRO;

  /** The newest that a release knows. */
  public static final String LATEST = InterfaceVersion.LATEST_MACRO;

  private final SystemCompiler compiler;
  private final CEnvironment environment;
  private final String version;
  private final List<View> views;

  /** In every view, and for guests at the newest interface version of each release. */
  public AbiReader(SystemCompiler compiler) {
    this(compiler, CEnvironment.xen(), LATEST, View.all());
  }

  private AbiReader(
      SystemCompiler compiler, CEnvironment environment, String version, List<View> views) {
    this.compiler = compiler;
    this.environment = environment;
    this.version = version;
    this.views = List.copyOf(views);
  }

  /** For headers that need something else before them. */
  public AbiReader in(CEnvironment other) {
    return new AbiReader(compiler, other, version, views);
  }

  /** For guests of an interface version, as in {@code 0x00030201}. */
  public AbiReader atVersion(String other) {
    return new AbiReader(compiler, environment, other, views);
  }

  /** For headers of which only the texts are compared, as without a compiler. */
  public AbiReader textsOnly(String reason) {
    return new AbiReader(new SystemCompiler(Optional.empty(), reason), environment, version, views);
  }

  public AbiReader views(List<View> others) {
    return new AbiReader(compiler, environment, version, others);
  }

  /** All headers of a tree, seen from their own root. */
  public Interface read(HeaderTree tree) {
    return read(tree, tree.paths().stream().filter(HeaderSet::isHeader).toList());
  }

  /** Headers where they stand in the operating system's tree. */
  public Interface read(HeaderSet headers) {
    return in(headers.environment()).read(headers.files(), headers.headers());
  }

  /**
   * Headers that are to be compared with others: in a view where those do not compile by
   * themselves, these are not looked at by themselves either.
   */
  public Interface readBeside(Interface others, HeaderSet headers) {
    return in(headers.environment())
        .read(
            headers.files(),
            true,
            view -> {
              Contents beside = others.views().get(view);
              return headers.headers().stream()
                  .filter(header -> beside == null || !beside.notAlone().contains(header))
                  .toList();
            });
  }

  private Interface read(HeaderTree tree, List<HeaderPath> headers) {
    return read(tree, false, view -> headers);
  }

  private Interface read(
      HeaderTree tree, boolean compile, Function<View, List<HeaderPath>> headers) {
    List<Look> looks =
        views.stream().map(view -> new Look(sight(view), headers.apply(view), compile)).toList();
    List<Survey> surveys = new HeaderSurveyor(compiler).survey(tree, looks);
    Items items = new Items(tree);
    List<Contents> read = surveys.parallelStream().map(items::of).toList();
    SortedMap<View, Contents> contents = new TreeMap<>();
    for (int i = 0; i < views.size(); i++) {
      contents.put(views.get(i), read.get(i));
    }
    return new Interface(contents);
  }

  private Sight sight(View view) {
    // Tools are given the newest, whatever they ask for.
    CEnvironment seen =
        view.audience() == Audience.TOOLS
            ? environment.forTools()
            : environment.define(VERSION, version);
    return new Sight(seen, view.target());
  }
}
