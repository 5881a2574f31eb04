package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.lesson.LessonLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which lessons a command is about. */
final class LessonsDirectory {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "the folder with a folder for each lesson (default: the lessons of the program)")
  private @Nullable Path directory;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Does something with the folder of lessons. */
  <T> T visit(LessonLibrary.Visit<T> visit) throws IOException, InterruptedException {
    if (directory == null) {
      return LessonLibrary.visitBundled(visit);
    }
    if (!Files.isDirectory(directory) && command != null) {
      throw new ParameterException(command.commandLine(), directory + " is not a folder");
    }
    return visit.to(directory);
  }
}
