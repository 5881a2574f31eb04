package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.lesson.LessonChecker;
import dev.gatehouse.desktop.lesson.LessonReader;
import dev.gatehouse.desktop.lesson.NamesOfServer;
import dev.gatehouse.desktop.workbench.OwnServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with lessons. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what is wrong with lessons, as path/lesson.md:LINE: message.",
    footer = {"", "Exit code: 0 if nothing is wrong, else 1."})
final class LessonsCheckCommand implements Callable<Integer> {
  @Mixin private LessonsDirectory directory = new LessonsDirectory();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LessonChecker.Report report;
    try (OwnServer bench = OwnServer.start()) {
      LessonChecker checker = new LessonChecker(new LessonReader(NamesOfServer.of(bench.server())));
      report = directory.visit(checker::check);
    }
    PrintWriter results = Console.results(spec);
    report.problems().forEach(results::println);
    if (report.problems().isEmpty()) {
      results.println(report.lessons().size() + " lessons checked, nothing wrong");
    }
    results.flush();
    return report.problems().isEmpty() ? 0 : 1;
  }
}
