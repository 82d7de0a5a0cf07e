package dev.xenvendor.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToolKeysTest {

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
          prelude: [sys/types.h, "#define FILE void"]
          include-dirs: {xen: sys/arch/xen/include}
          provided: [mb, rmb, x86_mfence]
          pairs:
            - {type: struct blkif_x86_32_request, on: x86_64, equals: struct blkif_request, of: i386}
        check:
          unknown-file: off
          undeclared-change: {severity: warning, allow: [{path: io/ring.h, reason: on its way}]}
          merge-record: {}
        """;
    assertThat(read(SHORTEST + more).name()).isEqualTo("xen");
  }

  @Test
  void allOfItMayBeEmpty() {
    String more = "cvs: {}\nconsumers: []\nabi: {targets: [], pairs: []}\ncheck: {}\n";
    assertThat(read(SHORTEST + more).name()).isEqualTo("xen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "cvs: XEN                  | 6: a mapping is expected for 'cvs'",
        "cvs: {vendor: XEN}        | 7: unknown key 'vendor'",
        "cvs: {vendor-tag: X.1}    | 19: not a tag of CVS: 'X.1'",
        "cvs: {release-tag: xen}   | 20: not a pattern for tags: 'xen' (it must hold {version} once)",
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
        "abi: {prelude: sys}       | 16: a list is expected for 'prelude'",
        "abi: {include-dirs: [a]}  | 21: a mapping is expected for 'include-dirs'",
        "abi: {include-dirs: {xen: ../a}} | 27: a path leaves its tree by '..': ../a",
        "abi: {provided: [mb()]}   | 18: not a name in C: 'mb()'",
        "abi: {pairs: [{type: a, on: i386, equals: b}]} | 15: each of 'pairs' lacks the key 'of'",
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
