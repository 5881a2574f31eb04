package dev.gatehouse.desktop.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lesson from its file: front matter in YAML, then Markdown with {@code task} and {@code
 * quiz} blocks.
 */
public final class LessonReader {
  /** The file that makes a folder a lesson. */
  public static final String FILE_NAME = "lesson.md";

  private static final String FENCE = "---";

  /**
   * What came of reading a file.
   *
   * @param lesson the lesson, if nothing is wrong with it
   * @param problems what is wrong, by line
   */
  public record Reading(Optional<Lesson> lesson, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  private final Parser markdown =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
  private final Names names;

  /**
   * A reader that checks every name in a lesson.
   *
   * @param names the names a lesson may use
   */
  public LessonReader(Names names) {
    this.names = names;
  }

  /** Reads the lesson of a folder. A file that cannot be read is a problem, not an exception. */
  public Reading read(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    String slug = String.valueOf(folder.getFileName()).replace("/", "");
    try {
      return read(slug, file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      Problem problem = new Problem(file.toString(), 1, "this file cannot be read as UTF-8 text");
      return new Reading(Optional.empty(), List.of(problem));
    }
  }

  /**
   * Reads a lesson from text.
   *
   * @param slug the name of its folder
   * @param path how to name the file in problems
   * @param text the file's text
   */
  public Reading read(String slug, String path, String text) {
    Problems problems = new Problems(path);
    List<String> lines = text.lines().toList();
    int end =
        lines.isEmpty() || !lines.get(0).equals(FENCE)
            ? -1
            : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (end <= 0) {
      problems.add(1, "the file must begin with front matter between two lines of " + FENCE);
      return new Reading(Optional.empty(), problems.all());
    }
    YamlMap front = YamlMap.parse(String.join("\n", lines.subList(1, end)), 1, problems);
    // The front matter is blanked, not cut off, so that Markdown counts the file's own lines.
    String body = "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size()));
    Node document = markdown.parse(body);
    new LinkChecker(names, problems).check(document);
    Lesson lesson = lesson(slug, front, parts(document, problems));
    if (lesson.tasks().isEmpty()) {
      problems.add(end + 1, "a lesson needs at least one task");
    }
    List<Problem> found = problems.all();
    return new Reading(found.isEmpty() ? Optional.of(lesson) : Optional.empty(), found);
  }

  private static Lesson lesson(String slug, YamlMap front, List<Lesson.Part> parts) {
    front.only("title", "minutes", "needs", "teaches", "for");
    front.required("needs");
    front.required("teaches");
    front.required("for");
    int minutes = front.number("minutes");
    if (minutes < 5 || minutes > 15) {
      front.problem("minutes", "a lesson takes 5 to 15 minutes");
    }
    return new Lesson(
        slug,
        front.text("title"),
        minutes,
        front.texts("needs"),
        front.line("needs"),
        front.texts("teaches"),
        front.texts("for"),
        parts);
  }

  private List<Lesson.Part> parts(Node document, Problems problems) {
    List<Lesson.Part> parts = new ArrayList<>();
    Document prose = new Document();
    @Nullable Node node = document.getFirstChild();
    while (node != null) {
      @Nullable Node following = node.getNext();
      String language = node instanceof FencedCodeBlock block ? block.getInfo().strip() : "";
      if (node instanceof FencedCodeBlock block
          && (language.equals("task") || language.equals("quiz"))) {
        prose = finish(prose, parts);
        YamlMap map = YamlMap.parse(block.getLiteral(), lineOf(block), problems);
        if (language.equals("task")) {
          parts.add(new TaskReader(names).read("task-" + (1 + count(parts, Task.class)), map));
        } else {
          QuizReader.read("quiz-" + (1 + count(parts, Quiz.class)), map).ifPresent(parts::add);
        }
      } else {
        prose.appendChild(node);
      }
      node = following;
    }
    finish(prose, parts);
    return parts;
  }

  private static Document finish(Document prose, List<Lesson.Part> parts) {
    if (prose.getFirstChild() != null) {
      parts.add(new Lesson.Prose(prose));
    }
    return new Document();
  }

  private static long count(List<Lesson.Part> parts, Class<? extends Lesson.Part> type) {
    return parts.stream().filter(type::isInstance).count();
  }

  /** The line of the file on which a block begins, counted from 1. */
  private static int lineOf(FencedCodeBlock block) {
    return block.getSourceSpans().get(0).getLineIndex() + 1;
  }
}
