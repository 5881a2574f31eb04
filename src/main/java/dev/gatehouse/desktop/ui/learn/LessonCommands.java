package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.LessonTitle;
import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** What the palette offers of the lessons, before any of them was read too. */
final class LessonCommands {
  private final WindowContext context;
  private final Consumer<Throwable> failed;
  private List<LessonTitle> titles = List.of();

  /**
   * Begins to look for titles when the server runs: not while the program starts.
   *
   * @param failed told if they cannot be read
   */
  LessonCommands(WindowContext context, Consumer<Throwable> failed) {
    this.context = context;
    this.failed = failed;
    context.server().running().addListener((observable, before, now) -> look(now));
  }

  private void look(boolean running) {
    if (running && titles.isEmpty()) {
      context.background().call(LessonTitle::bundled, found -> titles = found, failed);
    }
  }

  /**
   * The commands.
   *
   * @param read the lessons that were read; those that ship with the program if there are none
   */
  List<Command> of(List<Lesson> read) {
    Stream<LessonTitle> known =
        read.isEmpty()
            ? titles.stream()
            : read.stream().map(lesson -> new LessonTitle(lesson.slug(), lesson.title()));
    return known.map(this::opening).toList();
  }

  private Command opening(LessonTitle lesson) {
    return new Command(
        "Lesson",
        lesson.title(),
        Feather.BOOK_OPEN,
        () -> context.navigator().open(new Subject.Lesson(lesson.slug())));
  }
}
