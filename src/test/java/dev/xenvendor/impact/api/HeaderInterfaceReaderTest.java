package dev.xenvendor.impact.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public final class HeaderInterfaceReaderTest {

  /** The interface of a release with these headers, beside a bare {@code xen.h}. */
  static HeaderInterface read(String text) {
    return header(read(Map.of("page.h", text)), "page.h");
  }

  private static HeaderInterface header(ReleaseInterface release, String path) {
    return Objects.requireNonNull(release.headers().get(HeaderPath.of(path)));
  }

  public static ReleaseInterface read(Map<String, String> texts) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    files.put(HeaderPath.of("xen.h"), regular("/* nothing */\n"));
    texts.forEach((path, text) -> files.put(HeaderPath.of(path), regular(text)));
    return HeaderInterfaceReader.read(new Version("3.3.0"), HeaderTree.of(files));
  }

  /** A large tree is read in parts; the smallest part is one header. */
  @Test
  void aTreeThatIsReadInPartsHasTheSameInterface() {
    HeaderTree tree =
        HeaderTree.of(
            Map.of(
                HeaderPath.of("xen.h"), regular("typedef unsigned long word_t;\n"),
                HeaderPath.of("a.h"), regular("#include \"c.h\"\n#define A (C + 1)\n"),
                HeaderPath.of("b.h"), regular("#include \"a.h\"\nstruct b { word_t w[A]; };\n"),
                HeaderPath.of("c.h"), regular("#ifndef C\n#define C 6\n#endif\n")));
    ReleaseInterface whole = HeaderInterfaceReader.read(new Version("3.3.0"), tree);
    assertThat(HeaderInterfaceReader.read(new Version("3.3.0"), tree, 1)).isEqualTo(whole);
    assertThat(header(whole, "a.h").constants()).containsEntry("A", 7L);
    assertThat(header(whole, "b.h").types()).containsKey("struct b");
  }

  /** A tree need not take in the header that says which interface version is the newest. */
  @Test
  void isOfTheNewestInterfaceVersionWithoutTheHeaderThatNamesIt() {
    String header =
        """
        #if __XEN_INTERFACE_VERSION__ < 0x00030208
        #define barrier() mb()
        #endif
        #define PUSH(r) barrier()
        """;
    Map<String, String> compat =
        Map.of(
            "page.h",
            "#include \"xen-compat.h\"\n" + header,
            "xen-compat.h",
            """
            #define __XEN_LATEST_INTERFACE_VERSION__ 0x00030209
            #ifdef __XEN_TOOLS__
            #define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
            #endif
            """);
    assertThat(read(header).macros()).containsEntry("PUSH", List.of("barrier"));
    assertThat(header(read(compat), "page.h").macros()).isEqualTo(read(header).macros());
  }

  @Test
  void saysWhichHeadersMayGiveMore() {
    ReleaseInterface release =
        read(
            Map.of(
                "attribute.h",
                    "#define A 1\nstruct [[gnu::packed]] page { int n; };\n#define B 2\n",
                "gone.h",
                    "#include \"nowhere.h\"\n#ifdef NOWHERE\nstruct gone { int n; };\n#endif\n",
                "deep.h", "#define C 3\nint n[" + "(".repeat(300) + "1" + ")".repeat(300) + "];\n",
                "tools.h",
                    "#ifdef __XEN_TOOLS__\ntypedef int t;\n#endif\nstruct page { t n; };\n"));
    assertThat(release.unread())
        .extracting(one -> one.header() + ": " + one.reason())
        .containsExactly(
            "attribute.h: line 2: Syntax error",
            "deep.h: brackets are nested more than 256 deep at line 2",
            "gone.h: line 1: Unresolved inclusion: \"nowhere.h\"");
    assertThat(header(release, "attribute.h").constants()).containsOnlyKeys("A", "B");
  }

  private static HeaderFile regular(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "7; 7",
        "0x7FF0U; 32752",
        "010; 8",
        "(-1); -1",
        "~0UL; -1",
        "(1U << SHIFT); 32",
        "((uint64_t)1 << 40); 1099511627776",
        "1 + 2 * 3; 7",
        "(10 - 4 - 3); 3",
        "0xF0 | 0x0f & 3; 243",
        "1 << 2 >> 1; 2",
        "MAKE(6); 7",
        "GLUE(1, 2); 12",
        "UNSIGNED(SHIFT); 5",
        "THIRD; 12",
        "0xFFFF800000000000UL; -140737488355328",
      })
  void aConstantIsWorkedOut(String expression, long value) {
    String constants =
        """
        #define SHIFT 5
        #define MAKE(x) ((x) + 1)
        #define GLUE(a, b) a ## b
        #define UNSIGNED(x) PASTED(x)
        #define PASTED(x) x ## U
        enum order { FIRST, SECOND = 11, THIRD };
        """;
    assertThat(read(constants + "#define VALUE " + expression + "\n").constants())
        .containsEntry("VALUE", value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"text\"",
        "'E'",
        "((char *)8)",
        "1 / 0",
        "sizeof(long)",
        "unknown",
        "VALUE",
        "f(1)",
        "1 +",
        "(1",
        "1) 2",
        "1.5"
      })
  void whatIsNoConstantIsAMacro(String body) {
    HeaderInterface header = read("#define VALUE " + body + "\n");
    assertThat(header.constants()).isEmpty();
    assertThat(header.macros()).containsKey("VALUE");
  }

  @Test
  void aMacroTellsWhatItCountsOn() {
    HeaderInterface header =
        read(
            """
            #define PUSH(r) do { barrier(); (r)->x++; STEP(r); mb(); f(); } while (0)
            #define STEP(r) wmb()
            #define barrier()
            #define f() g(sizeof(int))
            """);
    assertThat(header.macros())
        .containsEntry("PUSH", List.of("mb"))
        .containsEntry("STEP", List.of("wmb"))
        .containsEntry("f", List.of("g"));
  }

  @Test
  void typesTellTheirFields() {
    HeaderInterface header =
        read(
            """
            struct page { int first; union { long a, b[2]; } u; struct { int deep; }; };
            typedef struct page page_t;
            typedef struct { int only; } bare_t;
            typedef unsigned int count_t;
            struct announced;
            typedef struct page __guest_handle_page;
            """);
    assertThat(header.types())
        .containsOnlyKeys("struct page", "page_t", "bare_t", "count_t")
        .containsEntry("struct page", List.of("first", "u", "a", "b", "deep"))
        .containsEntry("page_t", List.of())
        .containsEntry("bare_t", List.of("only"));
  }

  @Test
  void guestsToolsAndBothTargetsCount() {
    ReleaseInterface release =
        read(
            Map.of(
                "tools.h", "#ifdef __XEN_TOOLS__\n#define TOOLS 1\n#endif\n",
                "arch-x86/xen.h", "#ifdef __i386__\nstruct narrow { int a; };\n#endif\n",
                "arch-arm.h", "#define ARM 1\n",
                "xen-compat.h", "#define __XEN_LATEST_INTERFACE_VERSION__ 0x00030209\n",
                "COPYING", "#define NOT_A_HEADER\n"));
    assertThat(release.headers().keySet())
        .extracting(HeaderPath::value)
        .containsExactly("arch-x86/xen.h", "tools.h", "xen-compat.h", "xen.h");
    assertThat(header(release, "tools.h").constants()).containsKey("TOOLS");
    assertThat(header(release, "arch-x86/xen.h").types()).containsKey("struct narrow");
    assertThat(release.interfaceVersion()).contains("0x00030209");
  }

  @Test
  void aHeaderThatIsNoneLeavesTheOthersReadable() {
    ReleaseInterface release =
        read(Map.of("bad.h", "%%% }}} struct {{{\n", "good.h", "#define GOOD 1\n"));
    assertThat(header(release, "good.h").constants()).containsKey("GOOD");
    assertThat(release.headers()).containsKey(HeaderPath.of("bad.h"));
  }
}
