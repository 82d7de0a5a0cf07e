package dev.xenvendor.cli.command.conflict;

import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.conflict.Resolution;
import dev.xenvendor.conflict.resolve.ResolveSession;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.conflict.ResolveSessionLines;
import dev.xenvendor.report.format.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for one decision of a merge after the other, as {@code git add -p} asks for hunks. */
final class InteractiveResolve {

  /** An answer, by its key or its word. */
  private enum Answer {
    SUGGESTED('s', "take the suggestion", Resolution.SUGGESTED),
    LOCAL('l', "take local's text", Resolution.LOCAL),
    VENDOR('v', "take the vendor's text", Resolution.VENDOR),
    BASE('b', "take base's text", Resolution.BASE),
    BOTH('o', "take both texts, local's lines first", Resolution.BOTH),
    EDIT('e', "edit the file; without markers, it is resolved", null),
    SKIP('n', "skip it: it stays open", null),
    BACK('k', "go back to the previous one, and reopen it", null),
    QUIT('q', "quit; decisions so far remain", null),
    HELP('?', "print help", null);

    private final char key;
    private final String meaning;
    private final Optional<Resolution> taking;

    Answer(char key, String meaning, @org.jspecify.annotations.Nullable Resolution taking) {
      this.key = key;
      this.meaning = meaning;
      this.taking = Optional.ofNullable(taking);
    }

    private static Optional<Answer> of(String typed) {
      return Arrays.stream(values())
          .filter(
              one -> typed.equals(String.valueOf(one.key)) || typed.equalsIgnoreCase(one.name()))
          .findFirst();
    }
  }

  private final Context context;
  private final GitWorkspace workspace;
  private final ResolveSession session;
  private final Style style;
  private final BufferedReader answers;

  InteractiveResolve(Context context, GitWorkspace workspace, ResolveSession session) {
    this.context = context;
    this.workspace = workspace;
    this.session = session;
    this.style = context.options().style(context.console());
    this.answers =
        new BufferedReader(new InputStreamReader(context.console().in(), StandardCharsets.UTF_8));
  }

  /** Asks until all is decided, or there is no further answer. */
  void run() {
    boolean goesOn = true;
    while (goesOn) {
      Optional<OpenDecision> due = session.due();
      if (due.isEmpty()) {
        break;
      }
      print(ResolveSessionLines.decision(due.get(), style));
      goesOn = ask(due.get());
    }
    print("\n" + ResolveSessionLines.left(session.left(), style));
  }

  /** Returns false where that is to be the end. */
  private boolean ask(OpenDecision due) {
    Set<Answer> possible = possible(due);
    while (true) {
      print(
          style.bold(
              "(%d/%d) Take [%s]? ".formatted(session.position(), session.size(), keys(possible))));
      Optional<String> typed = read();
      Optional<Answer> answer = typed.flatMap(Answer::of).filter(possible::contains);
      if (typed.isEmpty() || answer.filter(Answer.QUIT::equals).isPresent()) {
        return false;
      }
      if (answer.isEmpty() || answer.get() == Answer.HELP) {
        print(help(possible));
      } else if (isCarriedOut(answer.get(), due)) {
        return true;
      }
    }
  }

  private static Set<Answer> possible(OpenDecision due) {
    Set<Answer> possible = EnumSet.of(Answer.SKIP, Answer.BACK, Answer.QUIT, Answer.HELP);
    if (due.isEditable()) {
      possible.add(Answer.EDIT);
    }
    for (Answer answer : Answer.values()) {
      answer.taking.filter(due.choices()::contains).ifPresent(taking -> possible.add(answer));
    }
    return possible;
  }

  private static String keys(Set<Answer> possible) {
    return possible.stream().map(one -> String.valueOf(one.key)).collect(Collectors.joining(","));
  }

  private static String help(Set<Answer> possible) {
    return possible.stream()
        .map(one -> one.key + " - " + one.meaning + "\n")
        .collect(Collectors.joining());
  }

  /** Returns whether another decision is due now. What is refused is asked again. */
  private boolean isCarriedOut(Answer answer, OpenDecision due) {
    try {
      return answer.taking.isPresent() ? take(answer.taking.get()) : moves(answer, due);
    } catch (Problem refused) {
      print("error: " + refused.text() + "\n");
      refused.hint().map(style::commands).ifPresent(hint -> print("hint: " + hint + "\n"));
      return false;
    }
  }

  private boolean take(Resolution taking) {
    print(ResolveSessionLines.taken(session.take(taking), style));
    return true;
  }

  private boolean moves(Answer answer, OpenDecision due) {
    switch (answer) {
      case SKIP -> session.skip();
      case BACK -> {
        if (!session.back()) {
          print("This is the first one.\n");
          return false;
        }
      }
      default -> edit(due);
    }
    return true;
  }

  private void edit(OpenDecision due) {
    if (workspace.edit(workspace.root().resolve(due.conflict().path().value()))) {
      session.takeEdited(due);
    } else {
      print("The editor failed; nothing is decided.\n");
    }
  }

  private Optional<String> read() {
    try {
      return Optional.ofNullable(answers.readLine()).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(String text) {
    context.console().print(text);
  }
}
