package dev.gatehouse.desktop.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after lessons; what is done with them is for its subcommands. */
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Checks or plays lessons: those that ship with the program, or those of a folder.")
final class LessonsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "what about the lessons? check or play");
    }
  }
}
