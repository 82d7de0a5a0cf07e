package dev.xenvendor.cli.completion;

/** A word that fits, and what it means; the meaning may be empty. */
public record Candidate(String word, String meaning) {

  public static Candidate of(String word) {
    return new Candidate(word, "");
  }

  /** Returns the same with text before the word that is typed already. */
  Candidate after(String typed) {
    return new Candidate(typed + word, meaning);
  }
}
