import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Converts the documentation for packages: every page to HTML, and docs/formats.md to the manual
 * page xenvendor-formats(5).
 *
 * <p>Usage: {@code java Documentation.java PROJECT TARGET DATE}
 */
final class Documentation {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .attributeProviderFactory(context -> Documentation::nameHeading)
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
    Node formats = PARSER.parse(Files.readString(docs.resolve("formats.md")));
    Path man5 = Files.createDirectories(target.resolve("man/man5"));
    Files.writeString(man5.resolve("xenvendor-formats.5"), new Manual(arguments[2]).of(formats));
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

  /** Writes a page of mdoc from the nodes of a document. */
  private static final class Manual extends AbstractVisitor {

    private final StringBuilder page = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    Manual(String date) {
      String[] parts = date.split("-");
      String month =
          Month.of(Integer.parseInt(parts[1])).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      page.append(".Dd ")
          .append(month)
          .append(' ')
          .append(Integer.parseInt(parts[2]))
          .append(", ")
          .append(parts[0])
          .append('\n');
      page.append(".Dt XENVENDOR-FORMATS 5\n.Os\n.Sh NAME\n.Nm xenvendor-formats\n");
      page.append(".Nd files, JSON output and exit codes of xenvendor\n.Sh DESCRIPTION\n");
    }

    String of(Node document) {
      document.accept(this);
      return page.append(".Sh SEE ALSO\n.Xr xenvendor 1\n").toString();
    }

    @Override
    public void visit(Heading heading) {
      if (heading.getLevel() == 1) {
        return;
      }
      visitChildren(heading);
      String title = line.toString();
      line.setLength(0);
      page.append(
          heading.getLevel() == 2 ? ".Sh " + title.toUpperCase(Locale.ROOT) : ".Ss " + title);
      page.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
      visitChildren(paragraph);
      boolean first = page.toString().matches("(?s).*\n\\.(Sh|Ss|It)[^\n]*\n");
      page.append(first || paragraph.getParent() instanceof ListItem ? "" : ".Pp\n");
      sentences();
    }

    private void sentences() {
      for (String sentence : line.toString().split("(?<=[.!?:]) +(?=[A-Z])")) {
        StringBuilder out = new StringBuilder();
        for (String word : sentence.strip().split(" ")) {
          if (!out.isEmpty() && out.length() + word.length() > 77) {
            flush(out);
          }
          out.append(out.isEmpty() ? "" : " ").append(word);
        }
        flush(out);
      }
      line.setLength(0);
    }

    private void flush(StringBuilder out) {
      if (!out.isEmpty()) {
        page.append(out.charAt(0) == '.' || out.charAt(0) == '\'' ? "\\&" : "").append(out);
        page.append('\n');
        out.setLength(0);
      }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      literal(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
      literal(code.getLiteral());
    }

    private void literal(String text) {
      page.append(".Bd -literal -offset indent\n");
      text.stripTrailing()
          .lines()
          .forEach(
              each -> {
                String safe = escaped(each);
                page.append(safe.startsWith(".") || safe.startsWith("'") ? "\\&" : "")
                    .append(safe)
                    .append('\n');
              });
      page.append(".Ed\n");
    }

    @Override
    public void visit(BulletList list) {
      list(list, "-bullet");
    }

    @Override
    public void visit(OrderedList list) {
      list(list, "-enum");
    }

    private void list(Node list, String kind) {
      page.append(".Bl ").append(kind).append('\n');
      visitChildren(list);
      page.append(".El\n");
    }

    @Override
    public void visit(ListItem item) {
      page.append(".It\n");
      visitChildren(item);
    }

    /** A table is a list: the first cell of a row is the term, the others explain it. */
    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock) {
        page.append(".Bl -tag -width Ds\n");
        visitChildren(block);
        page.append(".El\n");
      } else {
        visitChildren(block);
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        row(row);
      } else {
        visitChildren(node);
      }
    }

    private void row(TableRow row) {
      if (row.getFirstChild() instanceof TableCell first && first.isHeader()) {
        return;
      }
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        visitChildren(cell);
        if (cell.getPrevious() == null) {
          page.append(".It ").append(line.toString().replace("\"", "\\(dq")).append('\n');
          line.setLength(0);
        } else if (!line.isEmpty()) {
          boolean goesOn = cell.getNext() != null && line.length() < 12;
          line.append(goesOn ? ":" : "");
          sentences();
        }
      }
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
    }

    @Override
    public void visit(Code code) {
      line.append("\\fB").append(escaped(code.getLiteral())).append("\\fP");
    }

    @Override
    public void visit(Text text) {
      line.append(escaped(text.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak end) {
      line.append(' ');
    }

    private static String escaped(String text) {
      StringBuilder safe = new StringBuilder();
      for (char c : text.toCharArray()) {
        safe.append(
            switch (c) {
              case '\\' -> "\\e";
              case '`' -> "\\(ga";
              case '^' -> "\\(ha";
              case '~' -> "\\(ti";
              case '\'' -> "\\(aq";
              default -> c < 128 ? String.valueOf(c) : "\\[u%04X]".formatted((int) c);
            });
      }
      // Lint takes the name of a system in a sentence for one that should be a macro.
      return safe.toString().replace("BSD", "\\&BSD");
    }
  }
}
