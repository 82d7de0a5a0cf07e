package dev.xenvendor.c.compiler;

import static dev.xenvendor.c.parse.Headers.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.c.compiler.TrialCompile.Failure;
import dev.xenvendor.c.compiler.TrialCompile.Trial;
import dev.xenvendor.c.parse.Audience;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class TrialCompileTest {

  private static final HeaderPath GOOD = HeaderPath.of("good.h");
  private static final HeaderPath BAD = HeaderPath.of("bad.h");
  private static final HeaderPath NEEDY = HeaderPath.of("needy.h");
  private static final HeaderView VIEW =
      new HeaderView(Audience.GUESTS, Target.I386, Optional.empty());

  private static final HeaderTree TREE =
      tree(
          "good.h", "#define MAKE(t) struct t##_made { t n; }\ntypedef int good_t;\n",
          "bad.h", "\n#include \"good.h\"\nMAKE(gone_t);\n",
          "needy.h", "good_t needy;\n");

  private static TrialCompile trial() throws NoCompiler {
    SystemCompiler compiler = SystemCompiler.find(System.getenv());
    assumeThat(compiler.compiler()).as("a C compiler").isPresent();
    return new TrialCompile(compiler, TREE, CEnvironment.plain());
  }

  private static List<Trial> all() {
    return List.of(new Trial(GOOD, VIEW), new Trial(BAD, VIEW), new Trial(NEEDY, VIEW));
  }

  @Test
  void namesTheLineWhereAMacroIsUsedAndNotWhereItIsDefined() throws NoCompiler {
    try (TrialCompile trial = trial()) {
      Map<Trial, Failure> failures = trial.alone(all());
      assertThat(failures).containsOnlyKeys(new Trial(BAD, VIEW), new Trial(NEEDY, VIEW));
      Failure bad = failures.get(new Trial(BAD, VIEW));
      assertThat(bad).isNotNull();
      assertThat(bad.file()).contains(BAD);
      assertThat(bad.line()).isEqualTo(3);
      assertThat(bad.text()).contains("gone_t");
    }
  }

  @Test
  void saysWhatIsWrongWithThoseThatFailTogether() throws NoCompiler {
    try (TrialCompile trial = trial()) {
      Map<Trial, List<String>> complaints = trial.together(all(), Set.of());

      assertThat(complaints).containsOnlyKeys(new Trial(BAD, VIEW));
      assertThat(complaints.get(new Trial(BAD, VIEW)))
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains("gone_t");
    }
  }

  @Test
  void skipsOnlyWhatStopsTheCompiler() throws NoCompiler {
    HeaderPath fatal = HeaderPath.of("fatal.h");
    HeaderTree tree = TREE.with(tree("fatal.h", "#include \"nowhere.h\"\n").files());
    Trial first = new Trial(fatal, VIEW);
    Trial second = new Trial(BAD, VIEW);
    SystemCompiler compiler = SystemCompiler.find(System.getenv());
    assumeThat(compiler.compiler()).as("a C compiler").isPresent();
    try (TrialCompile trial = new TrialCompile(compiler, tree, CEnvironment.plain())) {
      assertThat(trial.together(List.of(first, second), Set.of())).containsOnlyKeys(first, second);
      assertThat(trial.together(List.of(first, second), Set.of(first))).containsOnlyKeys(first);
    }
  }

  private static SystemCompiler fake(Path folder, String script) throws IOException {
    Path file = folder.resolve("cc");
    Files.writeString(file, "#!/bin/sh\n" + script + '\n');
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    CCompiler compiler = CCompiler.find(Map.of("CC", file.toString())).orElseThrow();
    return new SystemCompiler(
        Optional.of(new CCompiler(compiler.command(), Duration.ofMillis(300), compiler.bytes())),
        "");
  }

  @Test
  void saysThatThereIsNoCompiler() {
    SystemCompiler none = new SystemCompiler(Optional.empty(), "no C compiler: none");
    assertThatThrownBy(() -> new TrialCompile(none, TREE, CEnvironment.plain()))
        .isInstanceOf(NoCompiler.class)
        .hasMessage("no C compiler: none");
  }

  @Test
  @Timeout(20)
  void doesNotWaitTwiceForACompilerThatHangs(@TempDir Path folder) throws IOException {
    SystemCompiler hangs = fake(folder, "sleep 60");
    assertThatThrownBy(() -> new TrialCompile(hangs, TREE, CEnvironment.plain()).alone(all()))
        .isInstanceOf(NoCompiler.class)
        .hasMessageContaining("did not finish");
  }

  @Test
  void trustsNoCompilerThatTakesEverything(@TempDir Path folder) throws IOException {
    SystemCompiler takesAll = fake(folder, "echo garbage");
    assertThatThrownBy(() -> new TrialCompile(takesAll, TREE, CEnvironment.plain()))
        .isInstanceOf(NoCompiler.class)
        .hasMessageContaining("is not a C compiler");
  }

  @Test
  void saysWhatAnOldCompilerSays(@TempDir Path folder) throws IOException {
    SystemCompiler old = fake(folder, "echo 'unknown option -m32' >&2; exit 1");
    assertThatThrownBy(() -> new TrialCompile(old, TREE, CEnvironment.plain()).alone(all()))
        .isInstanceOf(NoCompiler.class)
        .hasMessageContaining("unknown option -m32");
  }
}
