package dev.xenvendor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.PathSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckSettingsYamlTest {

  private static final String SHORTEST =
      """
      schema: 1
      name: xen
      upstream: {url: "https://example.org/xen.git", path: xen/include/public}
      prefix: sys/xen
      """;

  @Test
  void everythingThatTheDesignShowsIsAllowed() {
    String more =
        """
        cvs: {vendor-tag: XEN, release-tag: "xen-{version}"}
        baseline: 3.0.2
        consumers: ["sys/arch/xen/**/*.[ch]"]
        abi:
          targets: [i386, x86_64]
          interface-versions: ["0x00030201", 0x00030209]
          defines: {__NetBSD__: 1, __linux__: null, "CTASSERT(x)": "", linux: }
          headers: [sys/arch/xen/include/xenring.h]
          prelude: [sys/types.h, "#define FILE void"]
          include-dirs: {xen: sys/arch/xen/include}
          provided: [mb, rmb, x86_mfence]
          pairs:
            - {type: struct blkif_x86_32_request, target: x86_64, equals: struct blkif_request, of: i386}
        check:
          unknown-file: off
          undeclared-change: {severity: warning, allow: [{path: io/ring.h, reason: on its way}]}
          merge-record: {}
        """;
    Vendor vendor = read(SHORTEST + more);
    assertThat(vendor.cvs()).isEqualTo(new CvsTags("XEN", "xen-{version}"));
    assertThat(vendor.cvs().releaseTag(new Version("3.3.0"))).isEqualTo("xen-3-3-0");
    CheckSettings checks = vendor.checks();
    assertThat(checks.baseline()).contains(new Version("3.0.2"));
    assertThat(checks.isConsumer(HeaderPath.of("sys/arch/xen/xen/a.c"), vendor.prefix())).isTrue();
    assertThat(checks.isConsumer(HeaderPath.of("sys/xen/a.c"), vendor.prefix())).isFalse();
    assertThat(checks.abi())
        .isEqualTo(
            new AbiSettings(
                List.of("i386", "x86_64"),
                List.of("0x00030201", "0x00030209"),
                Map.of(
                    "__NetBSD__",
                    Optional.of("1"),
                    "__linux__",
                    Optional.empty(),
                    "CTASSERT(x)",
                    Optional.of(""),
                    "linux",
                    Optional.empty()),
                PathSet.of(List.of("sys/arch/xen/include/xenring.h"), List.of()),
                List.of("sys/types.h", "#define FILE void"),
                Map.of("xen", HeaderPath.of("sys/arch/xen/include")),
                Set.of("mb", "rmb", "x86_mfence"),
                List.of(
                    new AbiSettings.Pair(
                        "struct blkif_x86_32_request", "x86_64", "struct blkif_request", "i386"))));
    assertThat(checks.severity(Rule.UNKNOWN_FILE)).isEqualTo(Severity.OFF);
    assertThat(checks.severity(Rule.UNDECLARED_CHANGE)).isEqualTo(Severity.WARNING);
    assertThat(checks.severity(Rule.MERGE_RECORD)).isEqualTo(Severity.ERROR);
    assertThat(checks.of(Rule.UNDECLARED_CHANGE).allow()).hasSize(1);
  }

  @Test
  void allOfItMayBeEmptyOrMissing() {
    String more = "cvs: {}\nconsumers: []\nabi: {}\ncheck: {}\n";
    assertThat(read(SHORTEST + more)).isEqualTo(read(SHORTEST));
    assertThat(read(SHORTEST).checks().abi().targets()).containsExactly("i386", "x86_64");
  }

  /** YAML 1.1 reads the key as a boolean, which is why it has another name now. */
  @Test
  void aPairMayStillNameItsTargetByOn() {
    String pair = "abi: {pairs: [{type: a, %s: i386, equals: b, of: x86_64}]}\n";
    assertThat(read(SHORTEST + pair.formatted("on")))
        .isEqualTo(read(SHORTEST + pair.formatted("target")));
  }

  @Test
  void anAllowanceCoversWhatItNames() {
    String allow = "check: {unknown-file: {allow: [{path: 'io/*.h', name: mb, reason: known}]}}\n";
    Allowance allowance = read(SHORTEST + allow).checks().of(Rule.UNKNOWN_FILE).allow().get(0);
    Optional<HeaderPath> ring = Optional.of(HeaderPath.of("io/ring.h"));
    assertThat(allowance.covers(ring, Optional.of("mb"))).isTrue();
    assertThat(allowance.covers(ring, Optional.of("rmb"))).isFalse();
    assertThat(allowance.covers(ring, Optional.empty())).isFalse();
    assertThat(allowance.covers(Optional.empty(), Optional.of("mb"))).isFalse();
    assertThat(allowance.line()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "cvs: XEN                  | 6: a mapping is expected for 'cvs'",
        "cvs: {vendor: XEN}        | 7: unknown key 'vendor'",
        "cvs: {vendor-tag: X.1}    | 19: not a tag of CVS: 'X.1'",
        "cvs: {release-tag: xen}   | 20: not a pattern for tags: 'xen' (it must contain {version}"
            + " once)",
        "cvs: {release-tag: 'x.{version}'} | 20: not a tag of CVS: 'x.1'",
        "baseline: old             | 11: not a version: 'old'",
        "baseline: [3.0.2]         | 11: a single value is expected for 'baseline'",
        "consumers: sys            | 12: a list is expected for 'consumers'",
        "consumers: [/sys]         | 13: not a pattern for paths: '/sys'",
        "abi: {target: [i386]}     | 7: unknown key 'target', did you mean 'targets'?",
        "abi: {targets: i386}      | 16: a list is expected for 'targets'",
        "abi: {targets: [i368]}    | 17: 'i368' is no target, did you mean 'i386'? (i386, x86_64)",
        "abi: {targets: [amd64]}   | 17: 'amd64' is no target (i386, x86_64)",
        "abi: {interface-versions: [30209]} | 28: not an interface version: '30209' (hexadecimal",
        "abi: {interface-versions: [0x3020g]} | 28: not an interface version: '0x3020g'",
        "abi: {defines: [__NetBSD__]}  | 16: a mapping is expected for 'defines'",
        "abi: {defines: {a-b: 1}}  | 17: not a macro of C: 'a-b'",
        "abi: {defines: {__XEN_INTERFACE_VERSION__: 1}} | 17: __XEN_INTERFACE_VERSION__ is what",
        "abi: {headers: x.h}       | 16: a list is expected for 'headers'",
        "abi: {headers: [/x.h]}    | 17: not a pattern for paths: '/x.h'",
        "abi: {prelude: sys}       | 16: a list is expected for 'prelude'",
        "abi: {include-dirs: [a]}  | 21: a mapping is expected for 'include-dirs'",
        "abi: {include-dirs: {xen: ../a}} | 27: a path contains '..': ../a",
        "abi: {provided: [mb()]}   | 18: not a name in C: 'mb()'",
        "abi: {pairs: [{type: a, on: i386, equals: b}]} | 15: each of 'pairs' lacks the key 'of'",
        "abi: {pairs: [{type: a, equals: b, of: i386}]} | 15: each of 'pairs' lacks the key"
            + " 'target'",
        "abi: {pairs: [{type: a, on: i386, target: i386, equals: b, of: i386}]} | 25: 'on' is the"
            + " old name of 'target'",
        "abi: {pairs: [{type: a, target: arm, equals: b, of: i386}]} | 33: 'arm' is no target",
        "abi: {pairs: [{type: a, on: arm, equals: b, of: i386}]} | 29: 'arm' is no target",
        "check: {undeclared-changes: off} | 9: unknown key 'undeclared-changes', did you mean"
            + " 'undeclared-change'?",
        "check: {unknown-file: of} | 23: 'of' is no severity, did you mean 'off'? (error, warning,",
        "check: {unknown-file: {level: off}} | 24: unknown key 'level'",
        "check: {unknown-file: {allow: [{path: a}]}} | 32: each of 'allow' lacks the key 'reason'",
      })
  void aMistakeIsRefusedAtItsPlace(String line, String message) {
    Problem problem = catchThrowableOfType(Problem.class, () -> read(SHORTEST + line + "\n"));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT_FILE);
    assertThat(problem.text()).startsWith("vendor.yaml:5:" + message);
  }

  private static Vendor read(String text) {
    return VendorYaml.read("vendor.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
