import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
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

/**
 * Converts docs/formats.md to the manual page xenvendor-formats(5), in mdoc.
 *
 * <p>Usage: {@code java FormatsManual.java PROJECT TARGET DATE}
 */
final class FormatsManual extends AbstractVisitor {

  private final StringBuilder page = new StringBuilder();
  private final StringBuilder line = new StringBuilder();

  public static void main(String[] arguments) throws IOException {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    Node formats = parser.parse(Files.readString(Path.of(arguments[0], "docs/formats.md")));
    Path man5 = Files.createDirectories(Path.of(arguments[1], "man/man5"));
    String page = new FormatsManual(arguments[2]).of(formats);
    Files.writeString(man5.resolve("xenvendor-formats.5"), page);
  }

  private FormatsManual(String date) {
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

  private String of(Node document) {
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
    page.append(heading.getLevel() == 2 ? ".Sh " + title.toUpperCase(Locale.ROOT) : ".Ss " + title);
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
