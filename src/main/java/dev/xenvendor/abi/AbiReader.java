package dev.xenvendor.abi;

import dev.xenvendor.c.compiler.HeaderSurveyor;
import dev.xenvendor.c.compiler.HeaderSurveyor.Request;
import dev.xenvendor.c.compiler.SystemCompiler;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.release.Progress;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the interface of a header tree. */
public final class AbiReader {

  private final SystemCompiler compiler;
  private final CEnvironment environment;
  private final List<HeaderView> views;
  private final Progress progress;

  /** In every view; guests ask for the newest interface version. */
  public AbiReader(SystemCompiler compiler) {
    this(compiler, CEnvironment.xen(), HeaderView.all(), Progress.NONE);
  }

  private AbiReader(
      SystemCompiler compiler,
      CEnvironment environment,
      List<HeaderView> views,
      Progress progress) {
    this.compiler = compiler;
    this.environment = environment;
    this.views = List.copyOf(views);
    this.progress = progress;
  }

  /** For headers that need something else before them. */
  public AbiReader in(CEnvironment other) {
    return new AbiReader(compiler, other, views, progress);
  }

  /** For headers of which only the texts are compared, as without a compiler. */
  public AbiReader textsOnly(String reason) {
    return new AbiReader(
        new SystemCompiler(Optional.empty(), reason), environment, views, Progress.NONE);
  }

  /** For guests of an interface version, as in {@code 0x00030201}, and for tools. */
  public AbiReader atVersion(String version) {
    return views(HeaderView.all(version));
  }

  public AbiReader views(List<HeaderView> others) {
    return new AbiReader(compiler, environment, others, progress);
  }

  /** Tells of each view that is read, from several threads. */
  AbiReader reporting(Progress told) {
    return new AbiReader(compiler, environment, views, told);
  }

  int viewCount() {
    return views.size();
  }

  /** All headers of a tree, seen from their own root. */
  public TreeAbi read(HeaderTree tree) {
    return read(tree, tree.paths().stream().filter(HeaderSet::isHeader).toList());
  }

  /** Headers at their place in the operating system's tree. */
  public TreeAbi read(HeaderSet headers) {
    return in(headers.environment()).read(headers.files(), headers.headers());
  }

  /**
   * Headers that are to be compared with others: in a view where those do not compile by
   * themselves, these are not read by themselves either.
   */
  public TreeAbi readBeside(TreeAbi others, HeaderSet headers) {
    return in(headers.environment())
        .read(
            headers.files(),
            true,
            view -> {
              ViewAbi beside = others.views().get(view);
              return headers.headers().stream()
                  .filter(header -> beside == null || !beside.notAlone().contains(header))
                  .toList();
            });
  }

  private TreeAbi read(HeaderTree tree, List<HeaderPath> headers) {
    return read(tree, false, view -> headers);
  }

  private TreeAbi read(
      HeaderTree tree, boolean compile, Function<HeaderView, List<HeaderPath>> headers) {
    List<Request> requests =
        views.stream().map(view -> new Request(view, headers.apply(view), compile)).toList();
    AbiEntries entries = new AbiEntries(tree);
    List<ViewAbi> read =
        new HeaderSurveyor(compiler, () -> progress.advance(1))
            .survey(tree, environment, requests, entries::of);
    SortedMap<HeaderView, ViewAbi> contents = new TreeMap<>();
    for (int i = 0; i < views.size(); i++) {
      contents.put(views.get(i), read.get(i));
    }
    return new TreeAbi(contents);
  }
}
