import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Converts every page of the documentation to HTML for packages.
 *
 * <p>Usage: {@code java HtmlPages.java PROJECT TARGET}
 */
final class HtmlPages {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .attributeProviderFactory(context -> HtmlPages::nameHeading)
          .build();

  /** A link to another page, relative to it. */
  private static final Pattern LINK = Pattern.compile("href=\"([^:\"]*)\\.md(#[^\"]*)?\"");

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; --line: #8886; --shade: #8882; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      pre { background: var(--shade); padding: .7rem; overflow-x: auto; }
      code { font-family: ui-monospace, monospace; font-size: .92em; }
      img { max-width: 100%%; height: auto; }
      table { border-collapse: collapse; display: block; overflow-x: auto; }
      td, th { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
      @media print {
        body { font-size: 10pt; max-width: none; margin: 0; }
        nav { display: none; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        table { display: table; }
      }
      </style>
      </head>
      <body>
      %s%s</body>
      </html>
      """;

  /** The way back from a page of docs to the README, which lists them. */
  private static final String CONTENTS =
      "<nav><a href=\"../index.html#documentation\">Documentation</a></nav>\n";

  public static void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path html = Files.createDirectories(target.resolve("doc"));
    page(project.resolve("README.md"), html.resolve("index.html"), "");
    Path docs = project.resolve("docs");
    try (Stream<Path> files = Files.walk(docs)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = docs.relativize(file).toString();
        Path copy = html.resolve("docs").resolve(name.replaceFirst("\\.md$", ".html"));
        Files.createDirectories(copy.getParent());
        if (name.endsWith(".md")) {
          page(file, copy, CONTENTS);
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
  }

  /** Gives a heading the name that links in the documentation have for it. */
  private static void nameHeading(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading) {
      StringBuilder title = new StringBuilder();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text text) {
              title.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
              title.append(code.getLiteral());
            }
          });
      String name = title.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "");
      attributes.put("id", name.replace(' ', '-'));
    }
  }

  private static void page(Path markdown, Path html, String head) throws IOException {
    String text = Files.readString(markdown);
    String title = text.lines().findFirst().orElse("").replaceFirst("^# ", "");
    String body = LINK.matcher(HTML.render(PARSER.parse(text))).replaceAll("href=\"$1.html$2\"");
    Files.writeString(html, PAGE.formatted(title, head, body), StandardCharsets.UTF_8);
  }
}
