package dev.xenvendor.report.check;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML document; what XML cannot hold, it shows as U+FFFD. */
final class Xml {

  private final XMLStreamWriter out;
  private int depth;
  private boolean afterElement;

  private Xml(XMLStreamWriter out) {
    this.out = out;
  }

  /** A document with one element inside another on lines of their own, ended by a line feed. */
  static String document(String root, Consumer<Xml> body) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      new Xml(writer).element(root, body);
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.append('\n').toString();
  }

  /** An element; its attributes are the first that the body writes. */
  Xml element(String name, Consumer<Xml> body) {
    return doing(
        () -> {
          newLine();
          out.writeStartElement(name);
          depth++;
          afterElement = false;
          body.accept(this);
          depth--;
          if (afterElement) {
            newLine();
          }
          out.writeEndElement();
          afterElement = true;
        });
  }

  /** Line ends would become blanks when the attribute is read, so it is written on one line. */
  Xml attribute(String name, Object value) {
    String text = legal(value.toString()).replaceAll("[\n\r\t]", " ");
    return doing(() -> out.writeAttribute(name, text));
  }

  Xml text(String text) {
    return doing(() -> out.writeCharacters(legal(text)));
  }

  private void newLine() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints().map(c -> isLegal(c) ? c : '\uFFFD').forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** The characters of XML 1.0, section 2.2. */
  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** A step of writing. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  private Xml doing(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
