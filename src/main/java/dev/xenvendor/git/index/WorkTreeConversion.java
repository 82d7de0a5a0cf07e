package dev.xenvendor.git.index;

import dev.xenvendor.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.Attributes;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Applies the attributes {@code ident} and {@code working-tree-encoding} to a file, which JGit does
 * not support.
 *
 * @see <a href="https://git-scm.com/docs/gitattributes">gitattributes</a>
 */
record WorkTreeConversion(boolean ident, Optional<Charset> encoding) {

  private static final Pattern EXPANDED = Pattern.compile("\\$Id:[^$\n]*\\$");

  /** One with blanks within is from another version control system, and stays. */
  private static final Pattern EXPANDABLE = Pattern.compile("\\$Id(?::(?:[^$\n][^$\n ]* ?)?)?\\$");

  static WorkTreeConversion of(Attributes attributes) {
    String encoding = attributes.getValue("working-tree-encoding");
    Attribute ident = attributes.get("ident");
    return new WorkTreeConversion(
        ident != null && ident.getState() == Attribute.State.SET,
        Optional.ofNullable(encoding)
            .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase("UTF-8"))
            .map(WorkTreeConversion::charset));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw Problem.repository("working-tree-encoding=" + name + " is not known")
          .hint("change it in .gitattributes")
          .because(e);
    }
  }

  boolean isNone() {
    return !ident && encoding.isEmpty();
  }

  byte[] toStored(byte[] inWorkTree) {
    byte[] decoded =
        encoding
            .map(from -> new String(inWorkTree, from).getBytes(StandardCharsets.UTF_8))
            .orElse(inWorkTree);
    return ident ? replaced(decoded, EXPANDED, "$Id$") : decoded;
  }

  /** Before line ends and filters are seen to. */
  byte[] expanded(byte[] stored, ObjectId blob) {
    return ident ? replaced(stored, EXPANDABLE, "$Id: " + blob.name() + " $") : stored;
  }

  /** After line ends were seen to. */
  byte[] encoded(byte[] text) {
    return encoding.map(to -> new String(text, StandardCharsets.UTF_8).getBytes(to)).orElse(text);
  }

  private static byte[] replaced(byte[] bytes, Pattern what, String by) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return what.matcher(text)
        .replaceAll(Matcher.quoteReplacement(by))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
