package dev.xenvendor.acceptance.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.abi.AbiDifference;
import dev.xenvendor.abi.AbiName;
import dev.xenvendor.abi.AbiReader;
import dev.xenvendor.abi.Meaning.Constant;
import dev.xenvendor.abi.Meaning.Member;
import dev.xenvendor.abi.Meaning.Shape;
import dev.xenvendor.abi.NameChange;
import dev.xenvendor.abi.TreeAbi;
import dev.xenvendor.abi.ViewAbi;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.c.compiler.SystemCompiler;
import dev.xenvendor.c.parse.Audience;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of Xen's headers is what the compiler's own debugging information says. */
@NeedsXenGit
final class RealXenAbiTest {

  @TempDir Path folder;

  private static HeaderTree headers(String tag) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    XenGit.headers(tag)
        .forEach(
            (path, text) -> {
              if (!path.startsWith("foreign/")) {
                byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                files.put(HeaderPath.of(path), HeaderFile.regular(bytes));
              }
            });
    return HeaderTree.of(files);
  }

  private static TreeAbi read(HeaderTree headers) {
    SystemCompiler compiler = SystemCompiler.find(System.getenv());
    assumeThat(compiler.compiler()).as("a C compiler").isPresent();
    return new AbiReader(compiler).read(headers);
  }

  @ParameterizedTest
  @CsvSource({
    "3.1.0-branched, I386",
    "3.1.0-branched, X86_64",
    "3.3.0-branched, I386",
    "3.3.0-branched, X86_64",
    "RELEASE-4.2.0, I386",
    "RELEASE-4.21.0, X86_64"
  })
  void agreesWithTheDebuggingInformation(String tag, Target target) throws IOException {
    HeaderTree headers = headers(tag);
    TreeAbi read = read(headers);
    ViewAbi tools = Objects.requireNonNull(read.views().get(HeaderView.ofTools(target)));
    assertThat(tools.unmeasured()).isEmpty();
    Dwarf dwarf = dwarf(headers, target, tools.failed().keySet());

    List<String> wrong = new ArrayList<>();
    compareStructs(dwarf, tools, wrong);
    compareEnumerators(dwarf, tools, wrong);
    assertThat(wrong).isEmpty();
  }

  private Dwarf dwarf(HeaderTree headers, Target target, Set<HeaderPath> failed)
      throws IOException {
    for (Map.Entry<HeaderPath, HeaderFile> header : headers.files().entrySet()) {
      Path file = folder.resolve(header.getKey().value());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, header.getValue().bytes());
    }
    // A header that only compiles where others include it is among what these include.
    String includes =
        headers.paths().stream()
            .filter(path -> path.value().endsWith(".h") && target.mayUse(path))
            .filter(path -> !failed.contains(path) && !path.value().equals("arch-x86/hvm/save.h"))
            .map(path -> "#include \"" + path + "\"\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("unit.c"), CEnvironment.xen().prelude() + includes);
    Files.createDirectories(folder.resolve("sys"));
    Files.writeString(folder.resolve("sys/types.h"), "typedef long ssize_t;\n");
    run(
        "gcc",
        "-I.",
        target == Target.I386 ? "-m32" : "-m64",
        "-w",
        "-ffreestanding",
        "-std=gnu99",
        "-D__XEN_TOOLS__=1",
        "-gdwarf-5",
        "-fno-eliminate-unused-debug-types",
        "-c",
        "unit.c");
    return Dwarf.parse(run("readelf", "--wide", "--debug-dump=info", "unit.o"));
  }

  private String run(String... command) {
    Run run = Programs.execute(folder, Map.of(), List.of(command));
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  private static void compareStructs(Dwarf dwarf, ViewAbi read, List<String> wrong) {
    Map<String, Dwarf.Entry> structs = new TreeMap<>();
    dwarf.named("structure_type").forEach((name, entry) -> structs.put("struct " + name, entry));
    dwarf.named("union_type").forEach((name, entry) -> structs.put("union " + name, entry));
    dwarf
        .named("typedef")
        .forEach(
            (name, entry) ->
                dwarf
                    .type(entry)
                    .filter(type -> type.isStruct() && type.name().isEmpty())
                    .ifPresent(type -> structs.put(name, type)));
    Map<String, Shape> shapes = new TreeMap<>();
    read.entries()
        .forEach(
            (name, entry) -> {
              if (entry.meaning() instanceof Shape shape && name.kind() != AbiName.Kind.ENUM) {
                shapes.put(name.spelling(), shape);
              }
            });
    structs.remove("struct __va_list_tag"); // the compiler's own
    structs.keySet().removeIf(name -> name.startsWith("__guest_handle_"));
    assertThat(structs.size()).isGreaterThan(200);
    structs.forEach(
        (name, entry) -> {
          Shape shape = shapes.get(name);
          if (shape == null) {
            wrong.add(name + " was not read");
          } else {
            compare(name, dwarf, entry, shape, wrong);
          }
        });
  }

  private static void compare(
      String name, Dwarf dwarf, Dwarf.Entry entry, Shape shape, List<String> wrong) {
    if (shape.size().orElse(-1) != entry.number("byte_size")) {
      wrong.add(name + " is " + entry.number("byte_size") + ", was read as " + shape.size());
    }
    Set<String> paths = new TreeSet<>();
    for (Member member : shape.members()) {
      paths.add(member.path());
      Optional<Long> position = dwarf.position(entry, member.path());
      if (position.filter(bit -> bit == member.position().orElse(-1)).isEmpty()) {
        wrong.add(name + '.' + member + " is at bit " + position);
      }
    }
    // One of a name that other names refer to is told of there.
    if (!shape.members().isEmpty()) {
      dwarf.paths(entry).stream()
          .filter(path -> !paths.contains(path))
          .forEach(path -> wrong.add(name + '.' + path + " was not read"));
    }
  }

  private static void compareEnumerators(Dwarf dwarf, ViewAbi read, List<String> wrong) {
    dwarf
        .named("enumerator")
        .forEach(
            (name, entry) -> {
              BigInteger value =
                  new BigInteger(entry.attributes().getOrDefault("const_value", "0"));
              Optional<Constant> found =
                  Optional.ofNullable(
                          read.entries().get(new AbiName(AbiName.Kind.ENUMERATOR, name)))
                      .map(enumerator -> (Constant) enumerator.meaning());
              if (found.filter(constant -> constant.value().equals(value)).isEmpty()) {
                wrong.add(name + " is " + value + ", was read as " + found);
              }
            });
  }

  @Test
  void tellsWhatChangedFrom31To33() {
    AbiDifference difference =
        AbiDifference.between(read(headers("3.1.0-branched")), read(headers("3.3.0-branched")));
    Map<NameChange.Kind, Long> structs =
        difference.changes().stream()
            .filter(change -> change.views().stream().anyMatch(RealXenAbiTest::isTools))
            .filter(
                change ->
                    change.name().kind() == AbiName.Kind.STRUCT
                        || change.name().kind() == AbiName.Kind.UNION)
            .collect(Collectors.groupingBy(NameChange::kind, Collectors.counting()));
    assertThat(structs)
        .containsEntry(NameChange.Kind.ADDED, 76L)
        .containsEntry(NameChange.Kind.REMOVED, 4L)
        .containsEntry(NameChange.Kind.CHANGED, 38L);
    assertThat(difference.changes())
        .filteredOn(change -> change.name().text().equals("CALLBACKTYPE_sysenter"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.details()).hasSize(1);
              assertThat(change.details().get(0).before()).contains("3");
              assertThat(change.details().get(0).after()).contains("5");
            });
  }

  private static boolean isTools(HeaderView view) {
    return view.audience() == Audience.TOOLS;
  }
}
