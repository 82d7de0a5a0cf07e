package dev.xenvendor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VendorYamlTest {

  private static final String SHORTEST =
      """
      schema: 1
      name: xen
      upstream: {url: "https://example.org/xen.git", path: xen/include/public}
      prefix: sys/xen
      """;

  @Test
  void everyKeyIsRead() {
    Vendor vendor =
        read(
            """
            schema: 1
            name: kvm2
            local: NetBSD
            upstream: {url: "https://example.org/kvm.git", path: include, tag: "KVM_{version}"}
            license: {file: COPYING}
            prefix: sys/kvm/
            include: ["**/*.h", COPYING]
            exclude: ["foreign/**"]
            branch: vendor/kvm
            tag: "kvm-{version}-headers"
            """);
    assertThat(vendor.name()).isEqualTo("kvm2");
    assertThat(vendor.localName()).contains("NetBSD");
    assertThat(vendor.upstream())
        .isEqualTo(
            new Upstream(
                "https://example.org/kvm.git",
                HeaderPath.of("include"),
                UpstreamTags.of(List.of("KVM_{version}"))));
    assertThat(vendor.license()).contains(HeaderPath.of("COPYING"));
    assertThat(vendor.prefix()).isEqualTo(HeaderPath.of("sys/kvm"));
    assertThat(vendor.branch()).isEqualTo("vendor/kvm");
    assertThat(vendor.tag(new Version("1.0"))).isEqualTo("kvm-1.0-headers");
    assertThat(List.of("a.h", "io/a.h", "COPYING"))
        .allMatch(path -> vendor.files().test(HeaderPath.of(path)));
    assertThat(List.of("foreign/a.h", "README", "io/COPYING"))
        .noneMatch(path -> vendor.files().test(HeaderPath.of(path)));
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Vendor vendor = read(SHORTEST);
    assertThat(vendor.localName()).isEmpty();
    assertThat(vendor.license()).isEmpty();
    assertThat(vendor.branch()).isEqualTo("upstream/xen");
    assertThat(vendor.tag(new Version("3.3.0"))).isEqualTo("upstream/xen/3.3.0");
    assertThat(vendor.files().test(HeaderPath.of("any/file"))).isTrue();
    assertThat(vendor.title(new Version("3.3.0"))).isEqualTo("Xen 3.3.0");
    assertThat(vendor.recordPath()).hasToString("vendor/xen/merged.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema", "name", "upstream", "prefix"})
  void aKeyThatMustBeThereIsAskedFor(String key) {
    String without = SHORTEST.replaceAll("(?m)^" + key + ":.*\n", "");
    assertThat(problem(without)).matches("vendor.yaml:1:1: the file lacks the key '" + key + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "url: \"https://example.org/xen.git\", url",
    "path: xen/include/public, path",
  })
  void theUpstreamIsAskedForBothItsKeys(String part, String key) {
    String without = SHORTEST.replace(part, "").replace("{, ", "{").replace(", }", "}");
    assertThat(problem(without))
        .isEqualTo("vendor.yaml:3:11: 'upstream' lacks the key '" + key + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "schema: 2          | 1:9: schema 2 was made by a newer xenvendor; this one reads schema 1",
        "schema: one        | 1:9: schema 'one' is not supported (this program reads schema 1)",
        "name: Xen          | 2:7: not a vendor's name: 'Xen'",
        "name: 9xen         | 2:7: not a vendor's name: '9xen'",
        "name: xen/../x     | 2:7: not a vendor's name: 'xen/../x'",
        "prefix: /sys       | 4:9: a path has an empty part: /sys",
        "prefix: ../sys     | 4:9: a path contains '..': ../sys",
        "prefix: a/.git/b   | 4:9: a path reaches into git's own folder: a/.git/b",
        "prefix: ''         | 4:9: a path is empty",
        "branch: a b        | 5:9: not a branch's name: 'a b'",
        "branch: a..b       | 5:9: not a branch's name: 'a..b'",
        "branch: a//b       | 5:9: not a branch's name: 'a//b'",
        "branch: -a         | 5:9: not a branch's name: '-a'",
        "branch: a/.b       | 5:9: not a branch's name: 'a/.b'",
        "branch: a.lock     | 5:9: not a branch's name: 'a.lock'",
        "tag: xen           | 5:6: not a pattern for tags: 'xen' (it must contain {version} once)",
        "tag: '{version}/{version}' | 5:6: not a pattern for tags: '{version}/{version}'",
        "include: ['/a']    | 5:11: not a pattern for paths: '/a'",
        "exclude: ['a', ''] | 5:16: not a pattern for paths: ''",
        "include: a         | 5:10: a list is expected for 'include'",
        "license: COPYING   | 5:10: a mapping is expected for 'license'",
        "license: {files: C} | 5:11: unknown key 'files', did you mean 'file'?",
        "perfix: a          | 5:1: unknown key 'perfix', did you mean 'prefix'?",
        "name: [a]          | 2:7: a single value is expected for 'name'",
      })
  void aWrongValueIsRefusedAtItsPlace(String line, String message) {
    String key = line.substring(0, line.indexOf(':'));
    String text =
        SHORTEST.contains(key + ":")
            ? SHORTEST.replaceAll("(?m)^" + key + ":.*$", line)
            : SHORTEST + line + "\n";
    assertThat(problem(text)).startsWith("vendor.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource({
    "upstream/xen/3.3.0, 3.3.0",
    "upstream/xen/3.3.0-rc1, 3.3.0-rc1",
    "upstream/xen/, ",
    "upstream/xen/latest, ",
    "upstream/kvm/3.3.0, ",
    "3.3.0, ",
  })
  void aTagOfTheVendorNamesItsVersion(String tag, String version) {
    assertThat(read(SHORTEST).versionOfTag(tag).map(Version::text))
        .isEqualTo(java.util.Optional.ofNullable(version));
  }

  @Test
  void aProfileWithOtherValuesIsStillOneAndSaysTheRestAsBefore() {
    String text =
        new ProfileText("# why\n" + SHORTEST + "include:\n  - a\n  - b\nbranch: old # note\n")
            .with("prefix", "sys/other folder")
            .with("include", List.of("io/*.h", "COPYING"))
            .with("local", "My: BSD")
            .toString();
    assertThat(text).startsWith("# why\nschema: 1\nname: xen\n").contains("\nbranch: old # note\n");
    Vendor vendor = read(text);
    assertThat(vendor.prefix()).hasToString("sys/other folder");
    assertThat(vendor.localName()).contains("My: BSD");
    assertThat(vendor.branch()).isEqualTo("old");
    assertThat(vendor.files().test(HeaderPath.of("io/ring.h"))).isTrue();
    assertThat(vendor.files().test(HeaderPath.of("a"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include:\n- a\n- b",
        "include: # some\n- a\n\n# why\n- b",
        "include:\n  - a\n\n  - b",
        "include:\n- a\n-\n  b",
        "include: [\n  a,\n  b\n]",
        "include: [a]",
      })
  void aListIsReplacedHoweverItIsWritten(String list) {
    String text =
        new ProfileText(SHORTEST + list + "\n\n# note\nbranch: old\n")
            .with("include", List.of("c"))
            .toString();
    assertThat(text).isEqualTo(SHORTEST + "include:\n  - c\n\n# note\nbranch: old\n");
  }

  private static Vendor read(String text) {
    return VendorYaml.read("vendor.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String problem(String text) {
    Problem problem = catchThrowableOfType(Problem.class, () -> read(text));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT_FILE);
    return problem.text();
  }
}
