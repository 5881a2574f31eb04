package dev.gatehouse.desktop.command;

import java.io.InputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Puts the commands together. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * The whole command line.
   *
   * @param input what stands for {@code -}
   * @param results where results go
   * @param messages where everything else goes
   */
  public static CommandLine create(InputStream input, PrintWriter results, PrintWriter messages) {
    CommandLine lessons =
        new CommandLine(new LessonsCommand())
            .addSubcommand(new LessonsCheckCommand())
            .addSubcommand(new LessonsPlayCommand());
    CommandLine all =
        new CommandLine(new GatehouseCommand())
            .addSubcommand(new VerifyCommand(input))
            .addSubcommand(new TokenCommand())
            .addSubcommand(new AttacksCommand())
            .addSubcommand(new CrackCommand(input, CommandLine.Help.Ansi.AUTO.enabled()))
            .addSubcommand(lessons);
    return all.setOut(results)
        .setErr(messages)
        // A token may begin with @, which would otherwise name a file of further arguments.
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(CommandLines::misused)
        .setExecutionExceptionHandler(CommandLines::couldNot);
  }

  /** Says in one sentence what is wrong with the arguments, and where to read more. */
  private static int misused(CommandLine.ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + mistake.getMessage());
    command.getErr().println("See " + name + " --help");
    command.getErr().flush();
    return ExitCode.USAGE;
  }

  /** Says in one sentence why a command could not be carried out. */
  private static int couldNot(
      Exception reason, CommandLine command, CommandLine.ParseResult arguments) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + OpenWindow.reasonOf(reason));
    command.getErr().flush();
    return ExitCode.USAGE;
  }
}
