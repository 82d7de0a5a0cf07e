package dev.xenvendor.acceptance.report;

import static dev.xenvendor.acceptance.fixture.Schemas.FACTORY;
import static dev.xenvendor.acceptance.fixture.Schemas.SCHEMAS;
import static dev.xenvendor.acceptance.fixture.Schemas.assertDescribed;
import static dev.xenvendor.acceptance.fixture.Schemas.errors;
import static dev.xenvendor.acceptance.fixture.Schemas.outputSchema;
import static dev.xenvendor.acceptance.fixture.Schemas.read;
import static dev.xenvendor.acceptance.fixture.Schemas.schema;
import static dev.xenvendor.acceptance.fixture.Schemas.stream;
import static dev.xenvendor.acceptance.report.SchemaStory.INPUTS;
import static dev.xenvendor.acceptance.report.SchemaStory.Input;
import static dev.xenvendor.acceptance.report.SchemaStory.OUTPUTS;
import static dev.xenvendor.acceptance.report.SchemaStory.Output;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import dev.xenvendor.acceptance.fixture.Golden;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.testing.Cddl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas in docs/schema describe the files that are written and the JSON that is printed. */
final class SchemaTest {

  @BeforeAll
  static void runEveryCommand(@TempDir Path folder) throws IOException {
    SchemaStory.tellTheStory(folder);
  }

  @ParameterizedTest
  @MethodSource("dev.xenvendor.acceptance.report.SchemaStory#outputs")
  void outputIsAsDescribed(Output output) {
    assertDescribed(output.definition(), output.json());
  }

  @ParameterizedTest
  @MethodSource("dev.xenvendor.acceptance.report.SchemaStory#outputs")
  void outputWithAnotherKeyIsNotAsDescribed(Output output) {
    ObjectNode changed = output.json().deepCopy();
    changed.put("somethingNew", true);
    assertThat(errors(outputSchema(output.definition()), changed)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.xenvendor.acceptance.report.SchemaStory#outputs")
  void outputWithoutOneOfItsKeysIsNotAsDescribed(Output output) {
    String first = output.json().fieldNames().next();
    ObjectNode changed = output.json().deepCopy();
    changed.remove(first);
    assertThat(errors(outputSchema(output.definition()), changed)).isNotEmpty();
  }

  @Test
  void everyKindOfOutputWasSeen() {
    Set<String> described =
        stream(read("output").get("oneOf"))
            .map(each -> each.get("$ref").asText().replace("#/$defs/", ""))
            .filter(name -> !name.startsWith("cvs-")) // not every machine has cvs: see its tests
            .collect(Collectors.toSet());
    assertThat(OUTPUTS).extracting(Output::definition).containsAll(described);
  }

  /** {@code output.cddl} is written by hand, and the schema of the output is made from it. */
  @Test
  void outputSchemaIsMadeFromTheDescription() throws IOException {
    ObjectNode made = Cddl.jsonSchema(Files.readString(SCHEMAS.resolve("output.cddl")));
    Golden.assertSame(SCHEMAS.resolve("output.schema.json"), made.toPrettyString() + "\n");
  }

  @Test
  void everyRuleIsDescribed() {
    String[] rules = Stream.of(Rule.values()).map(Rule::word).toArray(String[]::new);
    assertThat(stream(read("output").at("/$defs/rule/enum")).map(JsonNode::asText))
        .containsExactly(rules);
    assertThat(read("vendor").at("/properties/check/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(rules);
  }

  @ParameterizedTest
  @MethodSource("dev.xenvendor.acceptance.report.SchemaStory#inputs")
  void fileIsAsDescribed(Input input) {
    assertThat(errors(schema(read(input.kind())), input.content())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.xenvendor.acceptance.report.SchemaStory#oneInputOfEachKind")
  void fileWithAnUnknownKeyIsNotAsDescribed(Input input) {
    ObjectNode changed = input.content().deepCopy();
    changed.put("prefiks", "sys");
    assertThat(errors(schema(read(input.kind())), changed)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.xenvendor.acceptance.report.SchemaStory#oneInputOfEachKind")
  void fileWithoutARequiredKeyIsNotAsDescribed(Input input) {
    JsonNode schema = read(input.kind());
    for (JsonNode required : schema.get("required")) {
      ObjectNode changed = input.content().deepCopy();
      changed.remove(required.asText());
      assertThat(errors(schema(schema), changed)).as("%s", required).isNotEmpty();
    }
  }

  @Test
  void everyKindOfFileWasSeen() {
    assertThat(INPUTS)
        .extracting(Input::kind)
        .contains("vendor", "manifest", "interface", "merged", "local-patch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vendor", "manifest", "interface", "merged", "local-patch", "output"})
  void schemaIsItselfValid(String kind) {
    JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
    assertThat(errors(meta, read(kind))).isEmpty();
  }
}
