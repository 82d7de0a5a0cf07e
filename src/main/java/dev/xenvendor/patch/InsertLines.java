package dev.xenvendor.patch;

import java.util.List;
import java.util.Optional;

/** Lines at a place that every release has. */
public record InsertLines(PatchFiles files, Anchor anchor, List<String> lines)
    implements FileChange {

  public InsertLines {
    if (lines.stream().allMatch(String::isBlank)) {
      throw new IllegalArgumentException("lines must hold more than blank lines");
    }
    lines.forEach(line -> TextLines.requireOneLine("each of lines", line));
    if (!Directives.areBalanced(lines) && anchor.isAtGuard()) {
      // Made again, they would stand at another guard, or at another end of it.
      throw new IllegalArgumentException("lines must end every conditional that they begin");
    }
    if (anchor.isHiddenBy(lines)) {
      // Made again, they would stand before their own line.
      throw new IllegalArgumentException("lines must not hold the line that they go before");
    }
    lines = List.copyOf(lines);
  }

  @Override
  public String kind() {
    return "insert-lines";
  }

  @Override
  public String summary() {
    String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    return (anchor.isBefore() ? "before " : "after ")
        + anchor.words()
        + ": '"
        + first.strip()
        + "'";
  }

  @Override
  public String shortName() {
    return anchor.equals(Anchor.AFTER_INCLUDE_GUARD) ? "lines-at-guard" : "lines";
  }

  @Override
  public boolean mayBeMissing() {
    return namedFiles().isEmpty();
  }

  @Override
  public FileEdit edit(FileInTree file) {
    TextLines text = new TextLines(file.text());
    Optional<Integer> place = anchor.in(text);
    if (place.isEmpty()) {
      return new FileEdit.NotConcerned(anchor.missing());
    }
    LineBlock block = new LineBlock(lines);
    if (anchor.isBefore()) {
      block.putBefore(text, place.get());
    } else {
      block.putAfter(text, place.get());
    }
    return FileEdit.of(file.text(), text.bytes());
  }
}
