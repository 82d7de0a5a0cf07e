package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Outcome;
import dev.xenvendor.c.compiler.CCompiler.Running;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The compiler with a header tree, which stays on disk until this is closed.
 *
 * <p>In compiler messages, {@code unit} is the text to compile and {@code prelude} the text that
 * the environment puts before it.
 */
final class HeaderCompiler implements AutoCloseable {

  static final String UNIT = "unit";

  /** Reads no more of an assembly text; those of headers are far smaller. */
  private static final int LIMIT = 64 << 20;

  private final CCompiler compiler;
  private final CompilerFiles files;

  /** Set once it did not do its work: it is not started again only to wait for it again. */
  private volatile Optional<Outcome.Broken> broken = Optional.empty();

  /**
   * @param environment with the roots and limits that all units share
   */
  HeaderCompiler(CCompiler compiler, HeaderTree tree, CEnvironment environment) {
    this.compiler = compiler.within(environment.limits());
    this.files = CompilerFiles.write(tree, environment);
  }

  /** Starts to look whether a text compiles. */
  Running check(CEnvironment environment, Target target, String unit) {
    String name = add(environment, unit);
    return start(environment, target, name, List.of("-fsyntax-only"));
  }

  /** Starts to translate a text to assembly. */
  AssemblyRun compile(CEnvironment environment, Target target, String unit) {
    String name = add(environment, unit);
    Path assembly = files.scratch(name + ".s");
    return new AssemblyRun(
        start(environment, target, name, List.of("-S", "-o", assembly.toString())), assembly);
  }

  /** A compiler at work on an assembly text. */
  record AssemblyRun(Running running, Path assembly) {

    Outcome await() {
      return running.await();
    }

    /** The data in what it made; empty where it made nothing. */
    byte[] data() {
      try (var in = Files.newInputStream(assembly)) {
        return AssemblyData.of(new String(in.readNBytes(LIMIT), StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        return new byte[0];
      }
    }
  }

  private String add(CEnvironment environment, String unit) {
    return files.addUnit(
        "#line 1 \"prelude\"\n" + environment.prelude() + "\n#line 1 \"" + UNIT + "\"\n" + unit);
  }

  private Running start(CEnvironment environment, Target target, String unit, List<String> mode) {
    List<String> options = new ArrayList<>(target.compilerOptions());
    // -w: only errors count.
    options.addAll(
        List.of("-ffreestanding", "-fno-asynchronous-unwind-tables", "-std=gnu99", "-w"));
    options.addAll(List.of("-fno-lto", "-fno-diagnostics-show-caret", IncludeTrace.OPTION));
    options.addAll(files.includeOptions());
    environment.undefined().forEach(name -> options.add("-U" + name));
    environment.macros().forEach((name, value) -> options.add("-D" + name + '=' + value));
    options.addAll(mode);
    options.addAll(List.of("-x", "c", unit));
    if (broken.isPresent()) {
      return broken::orElseThrow;
    }
    Running running = compiler.start(files.sources(), options, files.scratch(unit));
    return () -> noted(running.await());
  }

  private Outcome noted(Outcome outcome) {
    if (outcome instanceof Outcome.Finished finished) {
      return IncludeTrace.checked(finished, files::contains);
    }
    broken = Optional.of((Outcome.Broken) outcome);
    return outcome;
  }

  @Override
  public void close() {
    files.close();
  }
}
