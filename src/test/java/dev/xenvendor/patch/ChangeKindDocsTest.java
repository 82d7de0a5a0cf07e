package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xenvendor.patch.file.ChangeKinds;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyChoice;
import dev.xenvendor.patch.schema.MappingType.Field;
import dev.xenvendor.testing.GoldenFiles;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is published about the kinds of change is made from the kinds: their part of the schema, and
 * their table in the page of formats. {@code mvn test -Dxenvendor.golden=write} writes both anew.
 */
final class ChangeKindDocsTest {

  private static final Path SCHEMA = Project.FOLDER.resolve("docs/schema/local-patch.schema.json");
  private static final Path FORMATS = Project.FOLDER.resolve("docs/formats.md");
  private static final String TABLE = "| kind | keys | what it does |\n| --- | --- | --- |\n";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  @Test
  void theSchemaIsTheKinds() throws IOException {
    String published = Files.readString(SCHEMA);
    ObjectNode schema = (ObjectNode) JSON.readTree(published);
    ObjectNode kinds = JSON.createObjectNode();
    for (ChangeKind<?> kind : ChangeKinds.ALL) {
      kinds.set(kind.name(), schema(kind));
    }
    ((ObjectNode) schema.at("/properties/change")).set("properties", kinds);
    assertPublished(SCHEMA, published, printed(schema));
  }

  @Test
  void theTableOfKindsIsTheKinds() throws IOException {
    String published = Files.readString(FORMATS);
    int begin = published.indexOf(TABLE);
    int end = published.indexOf("\n\n", begin) + 1;
    String rows = ChangeKinds.ALL.stream().map(this::row).collect(Collectors.joining());
    assertThat(begin).isPositive();
    assertPublished(
        FORMATS,
        published,
        published.substring(0, begin) + TABLE + rows + published.substring(end));
  }

  private String row(ChangeKind<?> kind) {
    return "| `" + kind.name() + "` | " + keys(kind) + " | " + kind.documentation() + " |\n";
  }

  private static String keys(ChangeKind<?> kind) {
    List<String> required = new ArrayList<>();
    List<String> optional = new ArrayList<>();
    for (Field<?, ?> field : kind.mapping().fields()) {
      (field.isRequired() ? required : optional).add(field.keys().words());
    }
    String all = String.join(", ", required);
    return optional.isEmpty() ? all : all + ", optionally " + String.join(", ", optional);
  }

  private static ObjectNode schema(ChangeKind<?> kind) throws JsonProcessingException {
    ObjectNode schema = JSON.createObjectNode();
    String what = kind.documentation();
    schema.put(
        "description", what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + '.');
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = JSON.createObjectNode();
    ArrayNode required = JSON.createArrayNode();
    ObjectNode together = JSON.createObjectNode();
    ArrayNode choices = JSON.createArrayNode();
    for (Field<?, ?> field : kind.mapping().fields()) {
      ArrayNode choice = JSON.createArrayNode();
      for (Key<?> key : field.keys().keys()) {
        properties.set(key.name(), schema(key));
        key.needs().ifPresent(other -> together.putArray(key.name()).add(other));
        choice.addObject().putArray("required").add(key.name());
        if (field.isRequired() && !(field.keys() instanceof KeyChoice)) {
          required.add(key.name());
        }
      }
      if (choice.size() > 1) {
        choices.addObject().set("oneOf", choice);
      }
    }
    putUnlessEmpty(schema, "required", required);
    putUnlessEmpty(schema, "dependentRequired", together);
    schema.set("properties", properties);
    putUnlessEmpty(schema, "allOf", choices);
    return schema;
  }

  private static ObjectNode schema(Key<?> key) throws JsonProcessingException {
    ObjectNode schema = JSON.createObjectNode();
    if (!key.description().isEmpty()) {
      schema.put("description", key.description());
    }
    schema.setAll((ObjectNode) JSON.readTree(key.type().schema()));
    return schema;
  }

  private static void putUnlessEmpty(ObjectNode schema, String name, JsonNode value) {
    if (!value.isEmpty()) {
      schema.set(name, value);
    }
  }

  private static String printed(ObjectNode schema) throws JsonProcessingException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE)
            .withSeparators(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
    return JSON.writer(printer).writeValueAsString(schema) + '\n';
  }

  private static void assertPublished(Path file, String published, String made) throws IOException {
    if (GoldenFiles.WRITE) {
      Files.writeString(file, made);
      return;
    }
    assertThat(published)
        .as("%s; if that is what is wanted: mvn test -Dxenvendor.golden=write", file)
        .isEqualTo(made);
  }
}
