package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.CdtParser.TooMuch;
import dev.xenvendor.c.parse.ParserFiles.Source;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;

/**
 * Reads the definitions of headers, as the compiler for one target sees them in one environment.
 *
 * <p>The unit is the prelude and an include of the header, as a consumer would write it. An error
 * in a header becomes a {@link CProblem} of that header.
 */
public final class CHeaderReader {

  /** Beside the headers, so that the prelude finds them; no header has this name. */
  static final HeaderPath UNIT = HeaderPath.of("xenvendor-unit.c");

  private static final List<HeaderView> VIEWS =
      Arrays.stream(Audience.values())
          .flatMap(
              audience ->
                  Arrays.stream(Target.values())
                      .map(target -> new HeaderView(audience, target, Optional.empty())))
          .toList();

  private final CEnvironment environment;
  private final ParserFiles files;
  private final Map<String, String> macros;

  public CHeaderReader(HeaderTree tree, CEnvironment environment, Target target) {
    this(new ParserFiles(tree, environment), environment, target);
  }

  public CHeaderReader(HeaderTree tree, CEnvironment environment, HeaderView view) {
    this(tree, view.in(environment), view.target());
  }

  private CHeaderReader(ParserFiles files, CEnvironment environment, Target target) {
    this.environment = environment;
    this.files = files;
    this.macros = new LinkedHashMap<>(target.macros());
    macros.keySet().removeAll(environment.undefined());
    macros.putAll(environment.macros());
  }

  /**
   * Returns one header as guests and tools see it on any target. The attributes in it that the tree
   * provides are defined as empty.
   */
  public static CHeader readAllViews(HeaderTree tree, HeaderPath header, CEnvironment around) {
    byte[] text = tree.get(header).map(HeaderFile::bytes).orElse(new byte[0]);
    CEnvironment environment = around.withAttributesOf(CTokens.of(text));
    List<CHeaderReader> views = views(tree, environment, VIEWS);
    List<CHeaderReader> different = different(views, header);
    Map<CHeaderReader, CHeader> read = read(different, header);
    // What is wrong may come from before the header, and be wrong in one view only.
    if (read.values().stream().anyMatch(one -> !one.problems().isEmpty())) {
      read.putAll(read(views.stream().filter(view -> !read.containsKey(view)).toList(), header));
    }
    return views.stream()
        .flatMap(view -> Optional.ofNullable(read.get(view)).stream())
        .reduce(CHeader::with)
        .orElseThrow();
  }

  /** The views without those to which a header looks the same as to another one. */
  private static List<CHeaderReader> different(List<CHeaderReader> views, HeaderPath header) {
    CHeaderReader any = views.get(0);
    MacroDependence dependence = any.files.dependence(any.unit(List.of(header)), header);
    List<CHeaderReader> different = new ArrayList<>();
    for (CHeaderReader view : views) {
      if (different.stream().allMatch(other -> dependence.on(view.macrosUnlike(other)))) {
        different.add(view);
      }
    }
    return different;
  }

  private Set<String> macrosUnlike(CHeaderReader other) {
    Set<Map.Entry<String, String>> both = new HashSet<>(macros.entrySet());
    both.retainAll(other.macros.entrySet());
    return Stream.of(macros, other.macros)
        .flatMap(all -> all.entrySet().stream())
        .filter(macro -> !both.contains(macro))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Map<CHeaderReader, CHeader> read(List<CHeaderReader> views, HeaderPath header) {
    return views.parallelStream()
        .collect(Collectors.toConcurrentMap(Function.identity(), view -> view.read(header)));
  }

  /** Returns a reader for each view; what they read, they read once. */
  public static List<CHeaderReader> views(
      HeaderTree tree, CEnvironment environment, List<HeaderView> views) {
    ParserFiles files = new ParserFiles(tree, environment);
    return views.stream()
        .map(view -> new CHeaderReader(files, view.in(environment), view.target()))
        .toList();
  }

  /** One header, after the prelude and nothing else. */
  public CHeader read(HeaderPath header) {
    return read(header, environment.limits().parserTime());
  }

  private CHeader read(HeaderPath header, Duration patience) {
    String name = ParserFiles.name(header);
    try {
      CHeader read = readUnit(unit(List.of(header)), name::equals, patience).get(name);
      if (read != null) {
        return read;
      }
    } catch (TooMuch e) {
      return unread(header, CProblem.Kind.UNREAD, e.reason());
    }
    return files.open(name).isPresent()
        ? new CHeader(header, List.of(), List.of())
        : unread(header, CProblem.Kind.INCLUDE, "there is no such header");
  }

  /**
   * Returns many headers at once, which is much faster than one by one: each after the prelude and
   * all the headers before it, so that one which lacks an include may still be understood.
   *
   * @return those that are in the tree, and every other header that they include
   */
  public SortedMap<HeaderPath, CHeader> readTogether(Collection<HeaderPath> headers) {
    SortedMap<HeaderPath, CHeader> read = new TreeMap<>();
    Duration patience = patience(headers);
    try {
      readUnit(unit(headers), name -> ParserFiles.header(name).isPresent(), patience)
          .values()
          .forEach(header -> read.put(header.path(), header));
    } catch (TooMuch e) {
      // One of them is too much for the parser; it alone is given up.
      Duration each = patience.dividedBy(headers.size());
      headers.forEach(header -> read.put(header, read(header, each)));
    }
    read.remove(UNIT);
    // The parser does not report a header without content.
    headers.stream()
        .filter(header -> files.open(ParserFiles.name(header)).isPresent())
        .forEach(header -> read.putIfAbsent(header, new CHeader(header, List.of(), List.of())));
    return read;
  }

  /** The time for one unit is enough for a megabyte of headers. */
  private Duration patience(Collection<HeaderPath> headers) {
    long bytes = headers.stream().mapToLong(header -> files.size(header)).sum();
    return environment.limits().parserTime().multipliedBy(1 + (bytes >> 20));
  }

  /** All that a text has available once the prelude is before it, wherever it is defined. */
  public List<CDefinition> visibleTo(String text) {
    try {
      return readUnit(unit(text), name -> !name.isEmpty(), environment.limits().parserTime())
          .values()
          .stream()
          .flatMap(CHeader::all)
          .toList();
    } catch (TooMuch e) {
      return List.of();
    }
  }

  private static CHeader unread(HeaderPath header, CProblem.Kind kind, String message) {
    return new CHeader(header, List.of(), List.of(new CProblem(kind, header, 1, message)));
  }

  private String unit(Collection<HeaderPath> headers) {
    StringBuilder includes = new StringBuilder();
    headers.forEach(header -> includes.append("#include \"").append(header).append("\"\n"));
    return unit(includes.toString());
  }

  private String unit(String text) {
    return environment.prelude() + '\n' + text;
  }

  private Map<String, CHeader> readUnit(String unit, Predicate<String> wanted, Duration patience)
      throws TooMuch {
    files.refuseEndlessMacros(unit);
    Source source = new Source(ParserFiles.name(UNIT), unit);
    IASTTranslationUnit parsed = new CdtParser(files).parse(source, macros, patience);
    try {
      return headers(parsed, source, unit, wanted);
    } catch (StackOverflowError e) {
      throw new TooMuch("too deeply nested for the C parser"); // what it parsed is walked here
    }
  }

  private Map<String, CHeader> headers(
      IASTTranslationUnit parsed, Source source, String unit, Predicate<String> wanted) {
    Map<String, CHeader> headers = new TreeMap<>();
    CdtFile.of(parsed)
        .forEach(
            (name, file) -> {
              if (wanted.test(name)) {
                CTokens tokens = name.equals(source.name()) ? CTokens.of(unit) : files.tokens(name);
                HeaderPath path = ParserFiles.header(name).orElse(HeaderPath.of(name.substring(1)));
                CHeader header = file.read(path, tokens);
                headers.put(
                    name,
                    files
                        .refusal(path)
                        .map(reason -> unread(path, CProblem.Kind.UNREAD, reason).with(header))
                        .orElse(header));
              }
            });
    return headers;
  }
}
