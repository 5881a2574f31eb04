package dev.gatehouse.desktop.lesson;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * A lesson: one idea in 5 to 15 minutes.
 *
 * @param slug the name of its folder, for example {@code 05-basic}; it identifies the lesson
 * @param title for people to read
 * @param minutes how long it takes
 * @param needs the slugs of the lessons to read before
 * @param needsLine the line of the file on which they are named
 * @param teaches what the student can do afterwards, a sentence each
 * @param audience whom it is for, for example {@code student}
 * @param parts what it consists of, in order
 */
public record Lesson(
    String slug,
    String title,
    int minutes,
    List<String> needs,
    int needsLine,
    List<String> teaches,
    List<String> audience,
    List<Part> parts) {
  public Lesson {
    needs = List.copyOf(needs);
    teaches = List.copyOf(teaches);
    audience = List.copyOf(audience);
    parts = List.copyOf(parts);
  }

  /** A piece of a lesson: something to read, to do or to answer. */
  public sealed interface Part permits Prose, Task, Quiz {}

  /**
   * Something to read.
   *
   * @param document parsed Markdown
   */
  public record Prose(Node document) implements Part {
    private boolean linksTo(String id) {
      Set<String> targets = new HashSet<>();
      document.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Link link) {
              targets.add(link.getDestination());
            }
          });
      return targets.contains("check:" + id) || targets.contains("rule:" + id);
    }
  }

  /** Whether one of its tasks looks at this check or rule, or its text leads there. */
  public boolean isAbout(String id) {
    return tasks().stream().anyMatch(task -> task.isAbout(id))
        || partsOf(Prose.class).anyMatch(prose -> prose.linksTo(id));
  }

  /** The tasks in order. */
  public List<Task> tasks() {
    return partsOf(Task.class).toList();
  }

  /** The quizzes in order. */
  public List<Quiz> quizzes() {
    return partsOf(Quiz.class).toList();
  }

  private <P extends Part> Stream<P> partsOf(Class<P> type) {
    return parts.stream().filter(type::isInstance).map(type::cast);
  }
}
