package dev.xenvendor.c.compiler;

import static dev.xenvendor.c.parse.Headers.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.c.compiler.Layout.Field.BitField;
import dev.xenvendor.c.compiler.Layout.Field.Flexible;
import dev.xenvendor.c.compiler.Layout.Field.Whole;
import dev.xenvendor.c.compiler.LayoutResult.DoesNotCompile;
import dev.xenvendor.c.compiler.LayoutResult.Layouts;
import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LayoutProbeTest {

  private static final Set<Target> BOTH = EnumSet.allOf(Target.class);

  private static final HeaderTree TREE =
      tree(
          "page.h",
          """
          #include <stdint.h>
          struct request {
            uint8_t operation;
            uint64_t id;
            union { uint16_t one; struct { uint8_t low, high; }; };
            struct { long n; } inner;
          };
          typedef struct request request_t;
          typedef uint64_t aligned4_t __attribute__((aligned(4)));
          struct x86_32_request {
            uint8_t operation;
            aligned4_t id;
          };
          struct packed_request { uint8_t operation; uint64_t id; } __attribute__((packed));
          struct packed_x86_32_request {
            uint8_t operation;
            uint8_t gap[3];
            uint64_t id;
          } __attribute__((packed));
          struct plain_request { uint8_t operation; uint8_t gap[3]; uint64_t id; };
          struct odd { unsigned a:3, b:5; int n; int more[]; };
          #define DEFINE_PAIR(name) struct name##_pair { struct name a, b; }
          DEFINE_PAIR(request);
          """);

  private static LayoutProbe real() {
    Optional<CCompiler> compiler = CCompiler.find(System.getenv());
    assumeThat(compiler).as("a C compiler").isPresent();
    return new LayoutProbe(new SystemCompiler(compiler, ""));
  }

  private static Map<Target, LayoutResult> ask(LayoutProbe probe, String... types)
      throws NoCompiler {
    return probe.layouts(TREE, CEnvironment.plain(), "#include \"page.h\"\n", List.of(types), BOTH);
  }

  private static <T> T as(Class<T> type, @Nullable Object result) {
    assertThat(result).isInstanceOf(type);
    return type.cast(Objects.requireNonNull(result));
  }

  private static Layout layout(Map<Target, LayoutResult> results, Target target, String type) {
    return as(Layouts.class, results.get(target)).of(type).orElseThrow();
  }

  @Test
  void measuresAStructOnEachTarget() throws NoCompiler {
    Map<Target, LayoutResult> results = ask(real(), "struct request", "request_t");
    Layout small = layout(results, Target.I386, "struct request");
    Layout large = layout(results, Target.X86_64, "struct request");
    assertThat(small.fields())
        .contains(
            new Whole("operation", 0, 1),
            new Whole("id", 4, 8),
            new Whole("one", 12, 2),
            new Whole("high", 13, 1),
            new Whole("inner.n", 16, 4));
    assertThat(small.alignment()).isEqualTo(4);
    assertThat(large.field("id")).contains(new Whole("id", 8, 8));
    assertThat(large.size()).isEqualTo(32);
    assertThat(layout(results, Target.X86_64, "request_t").agreesWith(large)).isTrue();
    assertThat(small.agreesWith(large)).isFalse();
  }

  @Test
  void seesThatAStructHasTheLayoutOfTheOtherTarget() throws NoCompiler {
    Map<Target, LayoutResult> results =
        ask(real(), "struct x86_32_request", "struct packed_request");
    Layout there = layout(results, Target.I386, "struct x86_32_request");
    Layout here = layout(results, Target.X86_64, "struct x86_32_request");
    assertThat(here.agreesWith(there)).isTrue();
    assertThat(here.size()).isEqualTo(12);
    assertThat(layout(results, Target.X86_64, "struct packed_request").size()).isEqualTo(9);
  }

  @Test
  void letsAPackedStructMirrorOneThatIsAligned() throws NoCompiler {
    Map<Target, LayoutResult> results =
        ask(real(), "struct packed_x86_32_request", "struct plain_request");
    Layout mirror = layout(results, Target.X86_64, "struct packed_x86_32_request");
    Layout mirrored = layout(results, Target.I386, "struct plain_request");
    assertThat(mirror.alignment()).isEqualTo(1);
    assertThat(mirror.agreesWith(mirrored)).isTrue();
    assertThat(mirror.agreesWith(layout(results, Target.X86_64, "struct plain_request"))).isFalse();
  }

  @Test
  void letsAMirrorNameTheGaps() throws NoCompiler {
    Map<Target, LayoutResult> results = ask(real(), "struct request", "struct plain_request");
    Layout named = layout(results, Target.I386, "struct plain_request");
    Layout gap = new Layout(named.size(), 4, List.of(named.fields().get(0), named.fields().get(2)));
    assertThat(named.agreesWith(gap)).isTrue();
    assertThat(gap.agreesWith(named)).isFalse();
  }

  @Test
  void tellsWhatHasNoPlaceOrSize() throws NoCompiler {
    Layout odd = layout(ask(real(), "struct odd"), Target.X86_64, "struct odd");
    assertThat(odd.fields())
        .containsExactly(
            new BitField("a", "3", 0),
            new BitField("b", "5", 3),
            new Whole("n", 4, 4),
            new Flexible("more", 8));
    assertThat(odd.size()).isEqualTo(8);
  }

  @Test
  void measuresWhatAMacroMade() throws NoCompiler {
    Layout pair = layout(ask(real(), "struct request_pair"), Target.I386, "struct request_pair");
    assertThat(pair.field("b")).contains(new Whole("b", 20, 20));
  }

  @Test
  void measuresNumbersAsMembersOfStructs() throws NoCompiler {
    assertThat(layout(ask(real(), "uint64_t"), Target.I386, "uint64_t").alignment()).isEqualTo(4);
  }

  @Test
  void leavesOutTypesThatAreNotThere() throws NoCompiler {
    @Nullable LayoutResult result = ask(real(), "struct gone", "request_t").get(Target.I386);
    assertThat(as(Layouts.class, result).of("struct gone")).isEmpty();
    assertThat(as(Layouts.class, result).of("request_t")).isPresent();
  }

  @Test
  void saysWhyHeadersDoNotCompile() throws NoCompiler {
    @Nullable LayoutResult result =
        real()
            .layouts(
                tree("page.h", "int first;\nstruct page { gone_t n; };\n"),
                CEnvironment.plain(),
                "#include \"page.h\"\n",
                List.of("struct page"),
                BOTH)
            .get(Target.X86_64);
    assertThat(as(DoesNotCompile.class, result).messages())
        .anyMatch(message -> message.contains("page.h:2:") && message.contains("gone_t"));
  }

  @Test
  void compilesAConsumerForEachTarget() throws NoCompiler {
    CEnvironment environment =
        CEnvironment.plain()
            .withRoots(List.of(IncludeRoot.named("xen", Optional.empty())))
            .define("EXTRA", "1");
    String unit = "#include <xen/page.h>\nint size[sizeof(long) == 8 ? EXTRA : -1];\n";
    Map<Target, LayoutResult> results = real().layouts(TREE, environment, unit, List.of(), BOTH);
    assertThat(results.get(Target.X86_64)).isInstanceOf(Layouts.class);
    assertThat(as(DoesNotCompile.class, results.get(Target.I386)).messages())
        .anyMatch(message -> message.startsWith("unit:2:"));
  }

  @Test
  void saysThatThereIsNoCompiler() {
    LayoutProbe none = LayoutProbe.system(Map.of("PATH", "/nowhere"));
    assertThatThrownBy(() -> ask(none, "request_t"))
        .isInstanceOf(NoCompiler.class)
        .hasMessageContainingAll("no C compiler", "CC");
    LayoutProbe wrong = LayoutProbe.system(Map.of("PATH", "/bin", "CC", "no-such-cc -m64"));
    assertThatThrownBy(() -> ask(wrong, "request_t"))
        .isInstanceOf(NoCompiler.class)
        .hasMessageContainingAll("no-such-cc");
  }

  private static LayoutProbe fake(Path folder, String script, Duration patience)
      throws IOException {
    Path file = folder.resolve("cc");
    Files.writeString(file, "#!/bin/sh\n" + script + '\n');
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    CCompiler compiler = CCompiler.find(Map.of("CC", file.toString())).orElseThrow();
    return new LayoutProbe(
        new SystemCompiler(
            Optional.of(new CCompiler(compiler.command(), patience, compiler.bytes())), ""));
  }

  @Test
  @Timeout(20)
  void stopsACompilerThatHangs(@TempDir Path folder) throws IOException {
    LayoutProbe probe = fake(folder, "sleep 60", Duration.ofMillis(200));
    assertThatThrownBy(() -> ask(probe, "request_t"))
        .isInstanceOf(NoCompiler.class)
        .hasMessageContainingAll("did not finish");
  }

  @Test
  void refusesWhatIsNoObjectFile(@TempDir Path folder) throws IOException {
    for (String script :
        List.of(
            "echo hello",
            "exit 0",
            "echo xenvendor:000001 > xenvendor-unit-1.c.o",
            "head -c 100000 /dev/urandom")) {
      // A program that may still run cannot be written over.
      Path own = Files.createTempDirectory(folder, "compiler");
      LayoutProbe probe = fake(own, script, Duration.ofSeconds(10));
      assertThatThrownBy(() -> ask(probe, "request_t")).isInstanceOf(NoCompiler.class);
    }
  }

  @Test
  void reportsACompilerThatFailsWithoutAWord(@TempDir Path folder) throws IOException, NoCompiler {
    LayoutProbe probe = fake(folder, "exit 3", Duration.ofSeconds(10));
    assertThat(as(DoesNotCompile.class, ask(probe, "request_t").get(Target.I386)).messages())
        .singleElement()
        .asString()
        .contains("status 3");
  }

  @Test
  void readsWhateverTheTreeIsCalled() throws NoCompiler {
    HeaderTree deep = TREE.under(HeaderPath.of("sys/xen3-public"));
    CEnvironment environment =
        CEnvironment.plain()
            .withRoots(
                List.of(
                    IncludeRoot.named("xen", Optional.of(HeaderPath.of("sys/xen3-public"))),
                    IncludeRoot.at(HeaderPath.of("sys"))));
    String unit = "#include <xen/page.h>\n";
    var results = real().layouts(deep, environment, unit, List.of("struct packed_request"), BOTH);
    assertThat(layout(results, Target.I386, "struct packed_request").size()).isEqualTo(9);
  }
}
