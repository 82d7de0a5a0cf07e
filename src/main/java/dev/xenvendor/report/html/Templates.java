package dev.xenvendor.report.html;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import dev.xenvendor.report.format.ControlCharacters;
import dev.xenvendor.report.format.RepeatedOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The Mustache templates, style sheet and script of the page; resources beside this class. */
public final class Templates {

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .withCollector(new MapsAndLists())
          .withEscaper(text -> Escapers.HTML.escape(ControlCharacters.visible(text)))
          .withLoader(name -> new StringReader(resource(name + ".mustache")))
          .emptyStringIsFalse(true);

  private Templates() {}

  /**
   * Returns a template filled in; every value is escaped unless the template says otherwise.
   *
   * @param repeated what the commands in the template's sections {@code copyable} repeat
   */
  static String fill(String template, Fields fields, RepeatedOptions repeated) {
    RepeatedOptions escaped = new RepeatedOptions(Escapers.HTML.escape(repeated.words()));
    Mustache.Lambda copyable = (part, out) -> out.write(escaped.in(part.execute()));
    return COMPILER.loadTemplate(template).execute(fields.put("copyable", copyable).values());
  }

  /** Returns the text of a resource. */
  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Templates.class.getResourceAsStream(name), "no resource " + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads maps and lists; Mustache's own default also reads fields, by reflection. */
  private static final class MapsAndLists extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
