package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The JSON schemas of {@code docs/schema}, and what does not follow them. */
final class Schemas {

  static final Path SCHEMAS = Project.FOLDER.resolve("docs/schema");

  private static final ObjectMapper JSON = new ObjectMapper();

  static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private Schemas() {}

  /** Asserts that what a command printed is as the named part of the schema describes it. */
  static void assertDescribed(String definition, JsonNode output) {
    assertThat(errors(outputSchema(definition), output)).isEmpty();
    assertThat(errors(schema(read("output")), output)).isEmpty();
  }

  static Set<ValidationMessage> errors(JsonSchema schema, JsonNode document) {
    return schema.validate(document);
  }

  static JsonSchema schema(JsonNode schema) {
    return FACTORY.getSchema(schema);
  }

  static JsonSchema outputSchema(String definition) {
    ObjectNode whole = read("output").deepCopy();
    whole.remove("oneOf");
    return schema(whole.put("$ref", "#/$defs/" + definition));
  }

  static JsonNode read(String kind) {
    try {
      return JSON.readTree(SCHEMAS.resolve(kind + ".schema.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> stream(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements.stream();
  }
}
