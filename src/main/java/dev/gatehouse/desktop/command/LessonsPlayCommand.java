package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.LessonChecker;
import dev.gatehouse.desktop.lesson.LessonPlayer;
import dev.gatehouse.desktop.lesson.LessonReader;
import dev.gatehouse.desktop.lesson.NamesOfServer;
import dev.gatehouse.desktop.lesson.Problem;
import dev.gatehouse.desktop.workbench.OwnServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Plays the solutions of lessons. */
@Command(
    name = "play",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Plays the solution of every task against a real server.",
      "Says what goes otherwise than the lesson says, as path/lesson.md:LINE: message."
    },
    footer = {"", "Exit code: 0 if every lesson plays, else 1."})
final class LessonsPlayCommand implements Callable<Integer> {
  @Mixin private LessonsDirectory directory = new LessonsDirectory();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (OwnServer bench = OwnServer.start()) {
      return directory.visit(folder -> play(folder, bench));
    }
  }

  private int play(Path folder, OwnServer bench) throws IOException, InterruptedException {
    PrintWriter results = Console.results(spec);
    LessonChecker.Report report =
        new LessonChecker(new LessonReader(NamesOfServer.of(bench.server()))).check(folder);
    report.problems().forEach(results::println);
    boolean allPlay = report.problems().isEmpty();
    for (Lesson lesson : report.lessons()) {
      List<Problem> problems = new LessonPlayer(bench.server(), bench.wire()).play(lesson, folder);
      problems.forEach(results::println);
      if (problems.isEmpty()) {
        results.println(lesson.slug() + ": " + lesson.tasks().size() + " tasks play");
      }
      results.flush();
      allPlay &= problems.isEmpty();
    }
    results.flush();
    return allPlay ? 0 : 1;
  }
}
