package dev.xenvendor.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that are the same in every run: short lines of few kinds, so that lines repeat. */
public final class RandomTexts {

  private final Random random;

  public RandomTexts(long seed) {
    random = new Random(seed);
  }

  /** Up to {@code most} lines, each one of {@code kinds}. */
  public List<String> lines(int most, int kinds) {
    List<String> lines = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      lines.add(line(kinds));
    }
    return lines;
  }

  /** The lines after some insertions, deletions, changes and moves of short runs. */
  public List<String> edited(List<String> lines, int edits, int kinds) {
    List<String> edited = new ArrayList<>(lines);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(edited.size() + 1);
      int end = Math.min(edited.size(), at + random.nextInt(4));
      List<String> run = edited.subList(at, end);
      switch (random.nextInt(4)) {
        case 0 -> run.clear();
        case 1 -> run.replaceAll(line -> line(kinds));
        case 2 -> edited.addAll(at, lines(3, kinds));
        default -> edited.addAll(random.nextInt(edited.size() + 1), List.copyOf(run));
      }
    }
    return edited;
  }

  /** A number from 0 to before {@code bound}. */
  public int upTo(int bound) {
    return random.nextInt(bound);
  }

  /** The lines as a text, now and then without an ending after the last one. */
  public byte[] text(List<String> lines) {
    String ending = random.nextInt(8) == 0 ? "" : "\n";
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + ending;
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private String line(int kinds) {
    return "line " + (char) ('a' + random.nextInt(kinds));
  }
}
