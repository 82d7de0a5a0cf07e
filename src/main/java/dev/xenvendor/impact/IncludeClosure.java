package dev.xenvendor.impact;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The headers that consumers include, and those that these include: a name of any other header can
 * stand in a consumer by chance only.
 */
final class IncludeClosure {

  /** What every other header of Xen's expects to be there before it. */
  private static final String PRESUPPOSED = "xen.h";

  private final Set<HeaderPath> known;
  private final Set<HeaderPath> reached = new HashSet<>();
  private final Deque<HeaderPath> waiting = new ArrayDeque<>();

  private IncludeClosure(HeaderTree headers, Collection<HeaderPath> others) {
    this.known = new HashSet<>(headers.paths());
    known.addAll(others);
  }

  /**
   * Follows the includes.
   *
   * @param others headers that the tree may no longer have
   * @return all of them where no consumer includes any that is known: their build has its own ways
   */
  static Set<HeaderPath> of(
      Consumers consumers, HeaderTree headers, Collection<HeaderPath> others) {
    IncludeClosure reach = new IncludeClosure(headers, others);
    consumers.files().forEach(reach::follow);
    if (!reach.reached.isEmpty()) {
      reach.find(PRESUPPOSED).filter(reach.reached::add).ifPresent(reach.waiting::add);
    }
    while (!reach.waiting.isEmpty()) {
      HeaderPath next = reach.waiting.remove();
      headers.get(next).map(file -> consumer(next, file)).ifPresent(reach::follow);
    }
    return reach.reached.isEmpty() ? reach.known : reach.reached;
  }

  private static ConsumerFile consumer(HeaderPath path, HeaderFile file) {
    return new ConsumerFile(path, file.bytes());
  }

  private void follow(ConsumerFile file) {
    Optional<HeaderPath> folder = file.path().parent();
    for (String included : file.includes().values()) {
      String beside = folder.map(f -> f + "/" + included).orElse(included);
      Optional<HeaderPath> header = Optional.of(normal(beside)).flatMap(this::find);
      header.or(() -> below(normal(included))).filter(reached::add).ifPresent(waiting::add);
    }
  }

  /** The header that an include may mean, whatever folders stand before it. */
  private Optional<HeaderPath> below(String included) {
    Optional<HeaderPath> header = find(included);
    int slash = included.indexOf('/');
    return header.isPresent() || slash < 0 ? header : below(included.substring(slash + 1));
  }

  private Optional<HeaderPath> find(String path) {
    return known.stream().filter(header -> header.value().equals(path)).findFirst();
  }

  /** Without {@code .} and {@code ..}; what leads out of the tree is not in it. */
  private static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
